import {
  ACTIVE_ACTIVE_PLACE,
  endSimulators,
  failureOf,
  inAnotherProcess,
  PLACE,
  plansGone,
  redisCloud,
  refused,
  submitted,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

test("a refresh keeps an unfinished creation: the plan's database is still removed", async () => {
  const { stack, simulator, api } = await redisCloud({ durations: { subscriptionCreate: [900, 900] } });
  const args = { ...PLACE, timeouts: { create: "5m" } };
  const { id } = await failureOf(stack.subscription("main", args));
  await seconds(3600);
  await stack.refresh("main");
  await stack.subscription("main", args);
  await plansGone(simulator);
  expect(await api.get(`/subscriptions/${id}`)).toMatchObject({ numberOfDatabases: 0 });
});

test("a program that reverts a timed-out update gets the old values back", async () => {
  const { stack, api } = await redisCloud({ durations: { databaseUpdate: [600, 600] } });
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const args = { subscriptionId, datasetSizeInGb: 1, timeouts: { update: "2m" } };
  const { id } = await stack.database("cache", args);
  await failureOf(stack.database("cache", { ...args, datasetSizeInGb: 2 }));
  await stack.database("cache", { ...args, timeouts: { update: "1h" } });
  const path = `/subscriptions/${id.replace("/", "/databases/")}`;
  expect(await api.get(path)).toMatchObject({ datasetSizeInGb: 1, status: "active" });
});

test("a resource that is not listed yet does not count as gone: deleting it leaves nothing behind", async () => {
  const { stack, simulator } = await redisCloud({
    durations: { visibility: [20, 20], taskProcessing: [30, 30] },
  });
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const args = { subscriptionId, datasetSizeInGb: 1, timeouts: { create: "40s" } };
  await failureOf(stack.database("cache", args));
  await stack.destroy("cache");
  await seconds(600);
  expect(simulator.record.remaining()).toMatchObject([{ kind: "subscription" }]);
});

test("the next run waits for a deletion that exceeded its timeout", async () => {
  const { stack, simulator } = await redisCloud({ durations: { subscriptionDelete: [1200, 1200] } });
  await stack.subscription("main", { ...PLACE, timeouts: { delete: "5m" } });
  const failure = await failureOf(stack.destroy("main"));
  expect(failure.message).toContain("provisioning-timeout: still deleting after 5m");
  while (stack.has("main")) await stack.destroy("main").catch(() => undefined);
  expect(simulator.record.remaining()).toEqual([]);
  expect(submitted(simulator, "subscriptionDeleteRequest")).toHaveLength(1);
});

test("waiting for other changes to the account does not count, nor does it after a refusal", async () => {
  const { stack, simulator, api } = await redisCloud({
    durations: { taskProcessing: [60, 60], subscriptionCreate: [1500, 1500] },
  });
  const databases = [{ name: "first", protocol: "redis", datasetSizeInGb: 1 }];
  for (const name of ["a", "b", "c"]) await api.send("POST", "/subscriptions", { ...PLACE, databases, name });
  const main = await stack.subscription("main", { ...PLACE, timeouts: { create: "30m" } });
  expect(refused(simulator)).not.toEqual([]);
  expect(main.outputs.status).toBe("active");
});

test("a resource that was deleted elsewhere is an error with the next step, and a refresh and an up create it again", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const args = { subscriptionId, datasetSizeInGb: 1 };
  const { id } = await stack.database("cache", args);
  await api.send("DELETE", `/subscriptions/${id.replace("/", "/databases/")}`);
  await seconds(600);
  const failure = await failureOf(stack.database("cache", { ...args, datasetSizeInGb: 2 }));
  expect(failure.message).toContain("pulumi refresh");
  await stack.refresh("cache");
  await stack.database("cache", args);
  expect(simulator.record.remaining()).toContainEqual(
    expect.objectContaining({ kind: "database", to: "active" }),
  );
});

test("a subscription that fails during the creation of a database accepts no other, and the next run replaces it", async () => {
  const failure = { fault: "provisioning-error", kind: "subscription", times: 1 } as const;
  const cloud = await redisCloud({
    pendingEvery: 1,
    faults: [{ ...failure, commandType: "databaseCreateRequest" }],
  });
  const { stack, simulator, api } = cloud;
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const args = { subscriptionId, datasetSizeInGb: 1 };
  await stack.database("first", args);
  await seconds(3600);
  expect(await api.get(`/subscriptions/${subscriptionId}`)).toMatchObject({ status: "error" });
  const { message } = await failureOf(stack.database("second", args));
  expect(message).toBe(
    `create database of subscription ${subscriptionId}: subscription-error: subscription ${subscriptionId} is in ` +
      "state error. Nothing was changed: the next `pulumi up` replaces it.",
  );
  expect(submitted(simulator, "databaseCreateRequest")).toHaveLength(2);

  const next = inAnotherProcess(simulator, stack.held);
  expect(await next.preview("main", PLACE)).toBe("replace");
  await next.destroy("first");
  const { id } = await next.subscription("main", PLACE);
  expect(id).not.toBe(subscriptionId);
  expect(await api.get(`/subscriptions/${id}`)).toMatchObject({ status: "active" });
  expect(await next.preview("main", PLACE)).toBe("same");
});

describe("a database whose run was killed while it was created, and which the next program declares in another subscription", () => {
  const faults = [
    {
      fault: "reset-connection",
      when: "after",
      method: "POST",
      path: "/subscriptions/*/databases",
      times: 1,
    },
  ] as const;

  test.each([
    ["its task was accepted", []],
    ["its answer was lost", faults],
  ])("%s: it is deleted there, and created here, and the first subscription can go", async (_, faults) => {
    const { stack, simulator } = await redisCloud({ faults: [...faults] });
    const { id: first } = await stack.subscription("first", PLACE);
    const { id: second } = await stack.subscription("second", PLACE);
    await plansGone(simulator);
    const there = await stack.database("cache", { subscriptionId: first, name: "cache", datasetSizeInGb: 1 });

    const held = new Map([...stack.held].filter(([name]) => name !== "cache"));
    const next = inAnotherProcess(simulator, held);
    const here = await next.database("cache", { subscriptionId: second, name: "cache", datasetSizeInGb: 1 });
    expect(here.id).toMatch(new RegExp(`^${second}/`));
    const { kind, from } = { kind: "database", from: Number(there.id.split("/")[1]) };
    expect(simulator.record.remaining().map((one) => [one.kind, one.id])).not.toContainEqual([kind, from]);
    await next.destroy("first");
    expect(submitted(simulator, "databaseCreateRequest")).toHaveLength(2);
  });
});

test("a region whose run was killed while it was added, and that the next program declares elsewhere, is removed", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", ACTIVE_ACTIVE_PLACE);
  const region = (region: string, index: number) => ({
    subscriptionId,
    region,
    deploymentCIDR: `10.0.${index}.0/24`,
  });
  await stack.up("ActiveActiveRegion", "west", region("us-west-2", 2));
  const held = new Map([...stack.held].filter(([name]) => name !== "west"));
  const next = inAnotherProcess(simulator, held);
  await next.up("ActiveActiveRegion", "west", region("us-east-2", 3));
  const { regions } = await api.get(`/subscriptions/${subscriptionId}/regions`);
  const names = (regions as { region: string }[]).map(({ region }) => region);
  expect(names.sort()).toEqual(["eu-west-1", "us-east-1", "us-east-2"]);
});
