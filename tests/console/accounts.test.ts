import {
  activeDatabase,
  activeSubscription,
  pass,
  subscriptionRequest,
  useVirtualTime,
} from "../simulator/client";
import { simulateWithConsole } from "./api";

useVirtualTime();

test("a reset account is as new: it contains nothing, and the record says that everything is gone", async () => {
  const { simulator, api, console } = await simulateWithConsole();
  const fresh = (await console.account()).resources.map(({ name }) => name);
  const subscriptionId = await activeSubscription(api);
  await activeDatabase(api, subscriptionId, { name: "cache" });
  await api.post("/subscriptions", subscriptionRequest({ name: "under-way" }));
  const { accountId } = await console.account();
  await console.send("POST", `/accounts/${accountId}/reset`);
  const after = await console.account();
  expect(after.resources.map(({ name }) => name)).toEqual(fresh);
  expect(after).toMatchObject({ queue: [], tasks: [], changing: { subscriptionIds: [] } });
  expect((await api.get("/subscriptions")).body.subscriptions ?? []).toEqual([]);
  expect(simulator.record.remaining()).toEqual([]);
  await pass(1000);
  expect((await console.account()).resources).toHaveLength(fresh.length);
});

test("an account without tasks and subscriptions works after a reset", async () => {
  const { api, console } = await simulateWithConsole();
  await console.send("POST", `/accounts/${(await console.account()).accountId}/reset`);
  expect(await activeSubscription(api)).toEqual(expect.any(Number));
});

test("an exported account comes back as it was, with its open tasks, at whatever time it is loaded", async () => {
  const { api, console, simulator } = await simulateWithConsole();
  const subscriptionId = await activeSubscription(api);
  const path = await activeDatabase(api, subscriptionId, { name: "cache", password: "planted-secret-1" });
  await api.post("/subscriptions", subscriptionRequest({ name: "under-way" }));
  const { accountId } = await console.account();
  const exported = await console.send("GET", `/accounts/${accountId}/export`);
  expect(JSON.stringify(exported)).not.toContain("planted-secret-1");
  await console.send("POST", `/accounts/${accountId}/load`, exported);
  expect((await api.get(path)).body.security.password).toBe("planted-secret-1");

  await console.send("POST", `/accounts/${accountId}/reset`);
  await pass(10_000);
  await console.send("POST", `/accounts/${accountId}/load`, exported);
  // Its secrets were nowhere: they are new ones.
  expect((await api.get(path)).body.security.password).toMatch(/^[0-9a-f]{64}$/);
  const names = async () =>
    (await console.account()).resources.map(({ name, status }) => `${name} ${status}`);
  expect(await names()).toEqual(expect.arrayContaining(["shop active", "cache active"]));
  expect((await console.account()).processing).toBeDefined();
  await pass(600);
  expect(await names()).toContain("under-way pending");
  expect(simulator.now()).toBeGreaterThan(0);
});

test("anything but an exported account is refused, and changes nothing", async () => {
  const { api, console } = await simulateWithConsole();
  await activeSubscription(api);
  const before = await console.account();
  for (const json of [{}, [], { format: "redis-cloud-simulator-account", version: 1, now: 0, account: {} }]) {
    await console.send("POST", `/accounts/${before.accountId}/load`, json, 400);
  }
  await console.send("POST", "/accounts/4711/reset", undefined, 404);
  expect((await console.account()).resources).toEqual(before.resources);
});
