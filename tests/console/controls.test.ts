import { activeSubscription, pass, stateOf, subscriptionRequest, useVirtualTime } from "../simulator/client";
import { simulateWithConsole } from "./api";

useVirtualTime();

test("a paused account stands still, and steps from change to change", async () => {
  const { api, console } = await simulateWithConsole();
  expect(await console.time({ paused: true })).toMatchObject({ paused: true, timeScale: 1 });
  const { body } = await api.post("/subscriptions", subscriptionRequest());
  await pass(3600);
  expect(await stateOf(api, `/tasks/${body.taskId}`)).toBe("processing-in-progress");
  const before = await console.step();
  expect(await stateOf(api, `/tasks/${body.taskId}`)).toBe("processing-completed");
  const after = await console.step();
  expect(after.now - before.now).toBe(600_000);
  expect((await console.account()).resources.find(({ kind }) => kind === "subscription")?.status).toBe(
    "active",
  );
  await console.time({ paused: false });
  const { now } = await console.time({});
  await pass(10);
  expect((await console.time({})).now - now).toBe(10_000);
});

test("a step of seconds moves time by so much, paused or not", async () => {
  const { console } = await simulateWithConsole();
  const { now } = await console.time({});
  expect((await console.step(90)).now - now).toBe(90_000);
});

test("time passes at another speed from now on, and what waits wakes up in time", async () => {
  const { api, console } = await simulateWithConsole();
  await api.post("/subscriptions", subscriptionRequest());
  await pass(5);
  await console.time({ timeScale: 600 });
  await pass(1);
  expect((await console.account()).resources.find(({ kind }) => kind === "subscription")?.status).toBe(
    "active",
  );
  await expect(console.time({ timeScale: 0 })).rejects.toThrow("400");
});

test("a record of a run at several speeds says when each of them began", async () => {
  const { simulator, console } = await simulateWithConsole();
  expect(JSON.parse(JSON.stringify(simulator.record)).periods).toBeUndefined();
  await pass(10);
  await console.time({ timeScale: 60 });
  const { start, periods } = JSON.parse(JSON.stringify(simulator.record));
  expect(periods).toEqual([
    { ...start, timeScale: 1 },
    { real: start.real + 10_000, simulated: start.simulated + 10_000, timeScale: 60 },
  ]);
});

test("the next request fails, and only that one; the console shows by which fault", async () => {
  const { api, console } = await simulateWithConsole();
  const [rule] = (await console.send("POST", "/faults", {
    fault: "refused-request",
    status: 503,
    times: 1,
  })) as { id: number }[];
  expect((await api.get("/subscriptions")).status).toBe(503);
  expect((await api.get("/subscriptions")).status).toBe(200);
  const requests = await console.requests("?resource=subscriptions");
  expect(requests.map(({ status, fault }) => [status, fault])).toEqual([
    [503, "refused-request"],
    [200, undefined],
  ]);
  expect((await console.state()).faults).toMatchObject([{ id: rule?.id, strikes: 1, enabled: true }]);
});

test("a rule that is off does not strike, and does not count; a removed one is gone", async () => {
  const { api, console } = await simulateWithConsole({
    faults: [{ fault: "refused-request", status: 500, after: 1 }],
  });
  const [{ id = 0 } = {}] = (await console.state()).faults;
  await console.send("PATCH", `/faults/${id}`, { enabled: false });
  expect((await api.get("/tasks")).status).toBe(200);
  await console.send("PATCH", `/faults/${id}`, { enabled: true });
  expect((await api.get("/tasks")).status).toBe(200);
  expect((await api.get("/tasks")).status).toBe(500);
  expect(await console.send("DELETE", `/faults/${id}`)).toEqual([]);
  expect((await api.get("/tasks")).status).toBe(200);
  await console.send("DELETE", `/faults/${id}`, undefined, 404);
});

test("a rule that would never strike is refused with the reason", async () => {
  const { console } = await simulateWithConsole();
  await expect(
    console.send("POST", "/faults", { fault: "provisioning-error", kind: "databse" }),
  ).rejects.toThrow("faults.0.kind");
});

test("the other side accepts a peering that waits for it", async () => {
  const { api, console } = await simulateWithConsole();
  const subscriptionId = await activeSubscription(api);
  await api.post(`/subscriptions/${subscriptionId}/peerings`, {
    region: "us-east-1",
    awsAccountId: "123456789012",
    vpcId: "vpc-00000000000000001",
    vpcCidr: "10.10.0.0/16",
  });
  await pass(100);
  const peering = async () =>
    (await console.account()).resources.find(({ kind }) => kind === "subscriptionPeering");
  const waiting = await peering();
  expect(waiting).toMatchObject({
    status: "pending-acceptance",
    peerRequests: [{ action: "accept" }, { action: "reject" }],
  });
  const [accept] = waiting?.peerRequests ?? [];
  await console.send("POST", "/peer/subscriptionPeering/accept", accept?.request);
  await pass(20);
  expect(await peering()).toMatchObject({ status: "active", peerRequests: [] });
  await console.send("POST", "/peer/subscriptionPeering/accept", accept?.request, 409);
});
