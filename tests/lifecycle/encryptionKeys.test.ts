import type { Durations, Simulator } from "../../simulator";
import {
  ACTIVE_ACTIVE_PLACE,
  endSimulators,
  failureOf,
  inAnotherProcess,
  PLACE,
  plansGone,
  redisCloud,
  refused,
  stackOf,
  submitted,
} from "./harness";
import type { Held, Stack } from "./stack";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Keys that are handed over in the run that creates their subscription.
 */

useVirtualTime();
endSimulators();

const ARN = "arn:aws:kms:us-east-1:123456789012:key/first";
const WITHOUT_KEYS = { ...PLACE, persistentStorageEncryptionType: "customer-managed-key" };
const KEYS = { customerManagedKeys: [{ resourceName: ARN }], deletionGracePeriod: "1-hour" };

/** What the program does about the key itself, with the resources of its cloud provider. */
async function grant({ peer }: Simulator, { outputs }: Held, resourceName = ARN): Promise<void> {
  const { redisIamRole } = outputs.customerManagedKeyAccessDetails as { redisIamRole: string };
  await peer.grantKey(redisIamRole, resourceName);
}

const keys = (stack: Stack, args: object) => stack.up("SubscriptionEncryptionKeys", "keys", args);

/** An account in which a subscription waits for its keys, which it has access to. */
async function waiting(durations?: Partial<Durations>) {
  const cloud = await redisCloud({ durations });
  const main = await cloud.stack.subscription("main", WITHOUT_KEYS);
  await grant(cloud.simulator, main);
  return { ...cloud, subscriptionId: main.id, args: { ...KEYS, subscriptionId: main.id } };
}

test("a subscription, its keys and a database are created in one run, and the next has nothing to do", async () => {
  const { stack, simulator, api } = await redisCloud();
  const main = await stack.subscription("main", WITHOUT_KEYS);
  await grant(simulator, main);
  const args = { ...KEYS, subscriptionId: main.id };
  const handed = await keys(stack, args);
  expect(handed).toMatchObject({
    id: main.id,
    outputs: { subscriptionId: Number(main.id), status: "active" },
  });
  const database = { subscriptionId: handed.outputs.subscriptionId, datasetSizeInGb: 1 };
  await stack.database("cache", database);
  await plansGone(simulator);
  expect(await api.get(`/subscriptions/${main.id}`)).toMatchObject({
    deletionGracePeriod: "1-hour",
    numberOfDatabases: 1,
  });
  expect(refused(simulator)).toEqual([]);

  const later = inAnotherProcess(simulator, stack.held);
  expect(await later.changed("main", WITHOUT_KEYS)).toEqual([]);
  expect(await later.preview("main", WITHOUT_KEYS)).toBe("same");
  expect(await later.preview("keys", args)).toBe("same");
  expect(await later.preview("cache", database)).toBe("same");
});

test("a grant that takes effect late is waited for", async () => {
  const { stack, simulator } = await redisCloud();
  const main = await stack.subscription("main", WITHOUT_KEYS);
  const handed = keys(stack, { ...KEYS, subscriptionId: main.id });
  await seconds(120);
  await grant(simulator, main);
  expect(await handed).toMatchObject({ outputs: { status: "active" } });
});

test("without a grant, the run fails after ten minutes and says what to do; the next one succeeds", async () => {
  const { stack, simulator } = await redisCloud();
  const main = await stack.subscription("main", WITHOUT_KEYS);
  const args = { ...KEYS, subscriptionId: main.id };
  const since = Date.now();
  const failure = await failureOf(keys(stack, args));
  expect(failure.message).toMatch(
    /^create encryption key set of subscription \d+ .*MISSING_USAGE_PERMISSIONS: .*Grant the principal in the subscription's customerManagedKeyAccessDetails access/,
  );
  expect(Date.now() - since).toBeGreaterThan(9 * 60_000);
  expect(Date.now() - since).toBeLessThan(12 * 60_000);
  await grant(simulator, main);
  expect(await keys(stack, args)).toMatchObject({ outputs: { status: "active" } });
});

test("a refresh some time later finds nothing left to do", async () => {
  const { stack, simulator, args } = await waiting();
  await keys(stack, args);
  await plansGone(simulator);
  await seconds(900);
  expect((await stack.refresh("main"))?.outputs).toMatchObject({ status: "active" });
  expect(await stack.preview("main", WITHOUT_KEYS)).toBe("same");
  expect((await stack.refresh("keys"))?.outputs).toMatchObject({ status: "active" });
  expect(await stack.preview("keys", args)).toBe("same");
  expect(submitted(simulator, "databaseDeleteRequest")).toHaveLength(1);
});

test("another update of the subscription is no change of its keys, and does not wait for databases that are gone", async () => {
  const { stack, simulator, args } = await waiting();
  await keys(stack, args);
  await seconds(900);
  const since = Date.now();
  await stack.subscription("main", { ...WITHOUT_KEYS, name: "renamed" });
  expect(Date.now() - since).toBeLessThan(45_000);
  const later = inAnotherProcess(simulator, stack.held);
  expect(await later.preview("keys", args)).toBe("same");
  expect(await later.preview("main", { ...WITHOUT_KEYS, name: "renamed" })).toBe("same");
});

test("changed keys and a changed grace period are an update; the API reports the grace period", async () => {
  const { stack, simulator, api, subscriptionId, args } = await waiting();
  await keys(stack, args);
  const other = {
    customerManagedKeys: [{ resourceName: `${ARN}-2` }],
    deletionGracePeriod: "alerts-only",
    subscriptionId,
  };
  await grant(simulator, stack.state("main"), `${ARN}-2`);
  expect(await stack.preview("keys", other)).toBe("update");
  await keys(stack, other);
  expect(await api.get(`/subscriptions/${subscriptionId}`)).toMatchObject({
    deletionGracePeriod: "alerts-only",
  });

  await api.send("PUT", `/subscriptions/${subscriptionId}`, KEYS);
  await seconds(60);
  await stack.refresh("keys");
  expect(await stack.changed("keys", other)).toEqual(["deletionGracePeriod"]);
});

test("a database that does not wait for the keys waits, once the keys are on their way", async () => {
  const { stack, subscriptionId, args } = await waiting();
  const [, cache] = await Promise.all([
    keys(stack, args),
    stack.database("cache", { subscriptionId, datasetSizeInGb: 1 }),
  ]);
  expect(cache.outputs).toMatchObject({ status: "active" });
});

test("keys are handed over while as many subscriptions rest and change as may be non-active", async () => {
  const { stack, simulator, args } = await waiting({ subscriptionCreate: [1200, 1200] });
  await stack.subscription("other", WITHOUT_KEYS);
  const slow = stack.subscription("slow", PLACE);
  await seconds(60);
  const since = Date.now();
  await keys(stack, args);
  expect(Date.now() - since).toBeLessThan(120_000);
  await slow;
  expect(refused(simulator)).toEqual([]);
});

test("deleting the keys sends nothing, and a subscription with keys can be deleted", async () => {
  const { stack, simulator, args } = await waiting();
  await keys(stack, args);
  await plansGone(simulator);
  const before = simulator.record.writes().length;
  await stack.destroy("keys");
  expect(simulator.record.writes()).toHaveLength(before);
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
});

test("a run that waited too little leaves the rest to the next, which does not hand over the keys again", async () => {
  const { stack, simulator, args } = await waiting({ subscriptionUpdate: [600, 600] });
  await failureOf(keys(stack, { ...args, timeouts: { create: "2m" } }));
  await keys(stack, args);
  await plansGone(simulator);
  expect(submitted(simulator, "subscriptionUpdateRequest")).toHaveLength(1);
  expect(simulator.record.remaining().map(({ kind }) => kind)).toEqual(["subscription"]);
});

test("a run in another process takes up the task of a killed one", async () => {
  const { stack, simulator, args } = await waiting({ taskProcessing: [5, 5] });
  // The engine of this run is killed: it never learns the outcome.
  const lost = keys(stackOf(simulator, 0, new Map(stack.held)), args);
  await seconds(2);
  const next = inAnotherProcess(simulator, stack.held);
  await next.up("SubscriptionEncryptionKeys", "keys", args);
  await lost;
  await plansGone(simulator);
  expect(refused(simulator)).toEqual([]);
  expect(await next.preview("keys", args)).toBe("same");
});

test("keys are refused for a subscription that uses keys of its cloud provider, and that declares its own", async () => {
  const { stack, simulator } = await redisCloud();
  const { id: plain } = await stack.subscription("plain", PLACE);
  const failure = await failureOf(keys(stack, { ...KEYS, subscriptionId: plain }));
  expect(failure.message).toContain("persistentStorageEncryptionType: customer-managed-key");

  const main = await stack.subscription("main", WITHOUT_KEYS);
  await grant(simulator, main);
  await stack.subscription("main", { ...WITHOUT_KEYS, persistentStorageEncryptionKeys: KEYS });
  const twice = await failureOf(keys(stack, { ...KEYS, subscriptionId: main.id }));
  expect(twice.message).toContain("declare them once");
});

describe("of an Active-Active subscription", () => {
  const WITHOUT = { ...ACTIVE_ACTIVE_PLACE, persistentStorageEncryptionType: "customer-managed-key" };
  const key = (region: string, name = "a") => ({
    resourceName: `arn:aws:kms:${region}:123456789012:key/${name}`,
    region,
  });
  const both = [key("us-east-1"), key("eu-west-1")];
  const WEST = {
    region: "us-west-2",
    deploymentCIDR: "10.0.2.0/24",
    customerManagedKeyResourceName: key("us-west-2").resourceName,
  };

  test("there is a key for each region, and a region that is added brings its own", async () => {
    const { stack, simulator, api } = await redisCloud();
    const global = await stack.up("ActiveActiveSubscription", "global", WITHOUT);
    expect(global.outputs).toMatchObject({ status: "encryption_key_pending" });
    const subscriptionId = global.id;
    for (const { resourceName } of [...both, key("us-west-2")]) await grant(simulator, global, resourceName);
    await keys(stack, { ...KEYS, subscriptionId, customerManagedKeys: both });
    await plansGone(simulator);
    await stack.up("ActiveActiveDatabase", "carts", { subscriptionId, datasetSizeInGb: 1 });
    await stack.up("ActiveActiveRegion", "west", { ...WEST, subscriptionId });
    expect(await api.get(`/subscriptions/${subscriptionId}/regions`)).toMatchObject({
      regions: expect.arrayContaining([
        expect.objectContaining({ region: "us-west-2", databases: [expect.anything()] }),
      ]),
    });
    expect(refused(simulator)).toEqual([]);

    const rotated = [key("us-east-1", "b"), key("eu-west-1", "b"), key("us-west-2")];
    for (const { resourceName } of rotated) await grant(simulator, global, resourceName);
    await keys(stack, { ...KEYS, subscriptionId, customerManagedKeys: rotated });
    const later = inAnotherProcess(simulator, stack.held);
    expect(await later.preview("global", WITHOUT)).toBe("same");
    for (const name of ["west", "carts", "keys", "global"]) await later.destroy(name);
    expect(simulator.record.remaining()).toEqual([]);
  });

  test("access to each key is needed", async () => {
    const { stack, simulator } = await redisCloud();
    const global = await stack.up("ActiveActiveSubscription", "global", WITHOUT);
    await grant(simulator, global, key("us-east-1").resourceName);
    const args = { ...KEYS, subscriptionId: global.id, customerManagedKeys: both };
    expect((await failureOf(keys(stack, args))).message).toContain("MISSING_USAGE_PERMISSIONS");
  });

  test.each([
    ["without a region", [{ resourceName: "a" }], "customerManagedKeys[0].region: is missing"],
    [
      "of a region twice",
      [key("us-east-1"), key("us-east-1", "b")],
      "customerManagedKeys[1].region: is a duplicate",
    ],
    ["of another region", [...both, key("us-west-2")], "us-west-2 is not a region of the subscription"],
    ["of some regions only", [key("us-east-1")], "must name a key for each region: eu-west-1"],
  ])("a key %s is refused before anything is sent", async (_, customerManagedKeys, message) => {
    const { stack, simulator } = await redisCloud();
    const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", WITHOUT);
    const before = simulator.record.writes().length;
    const failure = await failureOf(keys(stack, { ...KEYS, subscriptionId, customerManagedKeys }));
    expect(failure.message).toContain(message);
    expect(simulator.record.writes()).toHaveLength(before);
  });
});
