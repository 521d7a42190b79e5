import {
  ACTIVE_ACTIVE_PLACE,
  endSimulators,
  failureOf,
  PLACE,
  plansGone,
  redisCloud,
  refused,
  SOON,
  stackOf,
  submitted,
} from "./harness";
import type { Stack } from "./stack";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Keys that are handed over in the run that creates their subscription.
 */

useVirtualTime();
endSimulators();

const ARN = "arn:aws:kms:us-east-1:123456789012:key/first";
const WITHOUT_KEYS = { ...PLACE, persistentStorageEncryptionType: "customer-managed-key" };
const KEYS = { customerManagedKeys: [{ resourceName: ARN }], deletionGracePeriod: "1-hour" };

const keys = (stack: Stack, args: object) => stack.up("SubscriptionEncryptionKeys", "keys", args);

test("a subscription, its keys and a database are created in one run, and the next has nothing to do", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.subscription("main", WITHOUT_KEYS);
  const handed = await keys(stack, { ...KEYS, subscriptionId: id });
  expect(handed).toMatchObject({ id, outputs: { subscriptionId: Number(id), status: "active" } });
  const database = { subscriptionId: handed.outputs.subscriptionId, datasetSizeInGb: 1 };
  await stack.database("cache", database);
  await plansGone(simulator);
  expect(await api.get(`/subscriptions/${id}`)).toMatchObject({
    deletionGracePeriod: "1-hour",
    numberOfDatabases: 1,
  });
  expect(refused(simulator)).toEqual([]);

  const later = stackOf(simulator, 0, stack.held);
  expect(await later.preview("main", WITHOUT_KEYS)).toBe("same");
  expect(await later.preview("keys", { ...KEYS, subscriptionId: id })).toBe("same");
  expect(await later.preview("cache", database)).toBe("same");
});

test("a refresh some time later finds nothing left to do", async () => {
  const { stack, simulator } = await redisCloud({ durations: SOON });
  const { id } = await stack.subscription("main", WITHOUT_KEYS);
  await keys(stack, { ...KEYS, subscriptionId: id });
  await plansGone(simulator);
  await seconds(900);
  expect((await stack.refresh("main"))?.outputs).toMatchObject({ status: "active" });
  expect(await stack.preview("main", WITHOUT_KEYS)).toBe("same");
  expect((await stack.refresh("keys"))?.outputs).toMatchObject({ status: "active" });
  expect(await stack.preview("keys", { ...KEYS, subscriptionId: id })).toBe("same");
  expect(submitted(simulator, "databaseDeleteRequest")).toHaveLength(1);
});

test("another update of the subscription is no change of its keys", async () => {
  const { stack, simulator } = await redisCloud({ durations: SOON });
  const { id } = await stack.subscription("main", WITHOUT_KEYS);
  await keys(stack, { ...KEYS, subscriptionId: id });
  await seconds(900);
  const since = Date.now();
  await stack.subscription("main", { ...WITHOUT_KEYS, name: "renamed" });
  expect(Date.now() - since).toBeLessThan(45_000);
  const later = stackOf(simulator, 0, stack.held);
  expect(await later.preview("keys", { ...KEYS, subscriptionId: id })).toBe("same");
  expect(await later.preview("main", { ...WITHOUT_KEYS, name: "renamed" })).toBe("same");
});

test("changed keys and a changed grace period are an update; the API reports the grace period", async () => {
  const { stack, api } = await redisCloud({ durations: SOON });
  const { id } = await stack.subscription("main", WITHOUT_KEYS);
  await keys(stack, { ...KEYS, subscriptionId: id });
  const other = {
    customerManagedKeys: [{ resourceName: `${ARN}-2` }],
    deletionGracePeriod: "alerts-only",
    subscriptionId: id,
  };
  expect(await stack.preview("keys", other)).toBe("update");
  await keys(stack, other);
  expect(await api.get(`/subscriptions/${id}`)).toMatchObject({ deletionGracePeriod: "alerts-only" });

  await api.send("PUT", `/subscriptions/${id}`, KEYS);
  await seconds(60);
  await stack.refresh("keys");
  expect(await stack.changed("keys", other)).toEqual(["deletionGracePeriod"]);
});

test("a database that does not wait for the keys waits, once the keys are on their way", async () => {
  const { stack } = await redisCloud({ durations: SOON });
  const { id: subscriptionId } = await stack.subscription("main", WITHOUT_KEYS);
  const [, cache] = await Promise.all([
    keys(stack, { ...KEYS, subscriptionId }),
    stack.database("cache", { subscriptionId, datasetSizeInGb: 1 }),
  ]);
  expect(cache.outputs).toMatchObject({ status: "active" });
});

test("keys are handed over while as many subscriptions rest and change as may be non-active", async () => {
  const { stack, simulator } = await redisCloud({
    durations: { ...SOON, subscriptionCreate: [1200, 1200] },
  });
  const [main] = await Promise.all([
    stack.subscription("main", WITHOUT_KEYS),
    stack.subscription("other", WITHOUT_KEYS),
  ]);
  const slow = stack.subscription("slow", PLACE);
  await seconds(60);
  const since = Date.now();
  await keys(stack, { ...KEYS, subscriptionId: main.id });
  expect(Date.now() - since).toBeLessThan(120_000);
  await slow;
  expect(refused(simulator)).toEqual([]);
});

test("deleting the keys sends nothing, and a subscription with keys can be deleted", async () => {
  const { stack, simulator } = await redisCloud({ durations: SOON });
  const { id } = await stack.subscription("main", WITHOUT_KEYS);
  await keys(stack, { ...KEYS, subscriptionId: id });
  await plansGone(simulator);
  const before = simulator.record.writes().length;
  await stack.destroy("keys");
  expect(simulator.record.writes()).toHaveLength(before);
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
});

test("a run that waited too little leaves the rest to the next, which does not hand over the keys again", async () => {
  const durations = { ...SOON, subscriptionUpdate: [600, 600] } as const;
  const { stack, simulator } = await redisCloud({ durations });
  const { id: subscriptionId } = await stack.subscription("main", WITHOUT_KEYS);
  await failureOf(keys(stack, { ...KEYS, subscriptionId, timeouts: { create: "2m" } }));
  await keys(stack, { ...KEYS, subscriptionId });
  await plansGone(simulator);
  expect(submitted(simulator, "subscriptionUpdateRequest")).toHaveLength(1);
  expect(simulator.record.remaining().map(({ kind }) => kind)).toEqual(["subscription"]);
});

test("keys are refused for a subscription that uses keys of its cloud provider, and that declares its own", async () => {
  const { stack } = await redisCloud({ durations: SOON });
  const { id: plain } = await stack.subscription("plain", PLACE);
  const failure = await failureOf(keys(stack, { ...KEYS, subscriptionId: plain }));
  expect(failure.message).toContain("persistentStorageEncryptionType: customer-managed-key");

  const { id } = await stack.subscription("main", WITHOUT_KEYS);
  await stack.subscription("main", { ...WITHOUT_KEYS, persistentStorageEncryptionKeys: KEYS });
  const twice = await failureOf(keys(stack, { ...KEYS, subscriptionId: id }));
  expect(twice.message).toContain("declare them once");
});

describe("of an Active-Active subscription", () => {
  const WITHOUT = { ...ACTIVE_ACTIVE_PLACE, persistentStorageEncryptionType: "customer-managed-key" };
  const key = (region: string) => ({ resourceName: `arn:aws:kms:${region}:123456789012:key/a`, region });
  const both = [key("us-east-1"), key("eu-west-1")];

  test("there is a key for each region, and a region that is added brings its own", async () => {
    const { stack, simulator, api } = await redisCloud({ durations: SOON });
    const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", WITHOUT);
    await keys(stack, { ...KEYS, subscriptionId, customerManagedKeys: both });
    await plansGone(simulator);
    const database = { subscriptionId, datasetSizeInGb: 1 };
    await stack.up("ActiveActiveDatabase", "carts", database);
    await stack.up("ActiveActiveRegion", "west", {
      subscriptionId,
      region: "us-west-2",
      deploymentCIDR: "10.0.2.0/24",
      customerManagedKeyResourceName: key("us-west-2").resourceName,
    });
    expect(await api.get(`/subscriptions/${subscriptionId}/regions`)).toMatchObject({
      regions: [{}, {}, { databases: [{ databaseName: expect.any(String) }] }],
    });
    expect(refused(simulator)).toEqual([]);
    const rotated = [
      ...both.map((one) => ({ ...one, resourceName: `${one.resourceName}-2` })),
      key("us-west-2"),
    ];
    await keys(stack, { ...KEYS, subscriptionId, customerManagedKeys: rotated });
    expect(await stack.preview("global", WITHOUT)).toBe("same");
    for (const name of ["west", "carts", "keys", "global"]) await stack.destroy(name);
    expect(simulator.record.remaining()).toEqual([]);
  });

  test.each([
    ["without a region", [{ resourceName: "a" }], "customerManagedKeys[0].region: is missing"],
    [
      "of a region twice",
      [key("us-east-1"), key("us-east-1")],
      "customerManagedKeys[1].region: is a duplicate",
    ],
    ["of another region", [...both, key("us-west-2")], "us-west-2 is not a region of the subscription"],
    ["of some regions only", [key("us-east-1")], "must name a key for each region: eu-west-1"],
  ])("a key %s is refused before anything is sent", async (_, customerManagedKeys, message) => {
    const { stack, simulator } = await redisCloud({ durations: SOON });
    const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", WITHOUT);
    const before = simulator.record.writes().length;
    const failure = await failureOf(keys(stack, { ...KEYS, subscriptionId, customerManagedKeys }));
    expect(failure.message).toContain(message);
    expect(simulator.record.writes()).toHaveLength(before);
  });
});
