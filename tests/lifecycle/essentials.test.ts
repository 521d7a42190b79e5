import { PLAN } from "../simulator/essentials";
import {
  endSimulators,
  failureOf,
  inAnotherProcess,
  redisCloud,
  refused,
  submitted,
  writes,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

const FREE = { planId: PLAN.free };
const PAID = { planId: PLAN.single, paymentMethodId: 2 };

test("a free subscription with a database is created, shown and destroyed", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id: subscriptionId, outputs } = await stack.essentialsSubscription("main", FREE);
  expect(outputs).toMatchObject({ status: "active", planId: PLAN.free });
  const cache = await stack.essentialsDatabase("cache", { subscriptionId });
  const told = await api.get(`/fixed/subscriptions/${cache.id.replace("/", "/databases/")}`);
  expect(cache.outputs).toMatchObject({
    status: "active",
    publicEndpoint: told.publicEndpoint,
    password: (told.security as { password: string }).password,
    defaultUser: "default",
  });
  expect(await stack.preview("main", FREE)).toBe("same");
  expect(await stack.preview("cache", { subscriptionId })).toBe("same");
  await stack.destroy("cache");
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
});

test("every setting of a database is updated in place, and put back to its default", async () => {
  const { stack, api } = await redisCloud();
  const { id: subscriptionId } = await stack.essentialsSubscription("main", PAID);
  const first = await stack.essentialsDatabase("cache", { subscriptionId, redisVersion: "7.4" });
  const changed = {
    subscriptionId,
    redisVersion: "8.2",
    dataPersistence: "aof-every-1-second",
    dataEvictionPolicy: "allkeys-lru",
    replication: false,
    periodicBackupPath: "s3://backups",
    sourceIps: ["10.0.0.0/24"],
    enableTls: true,
    enableDefaultUser: false,
    password: "another-password",
    alerts: [{ name: "latency", value: 5 }],
    tags: [{ key: "team", value: "web" }],
  };
  expect(await stack.preview("cache", changed)).toBe("update");
  const { id } = await stack.essentialsDatabase("cache", changed);
  expect(id).toBe(first.id);
  const path = `/fixed/subscriptions/${id.replace("/", "/databases/")}`;
  expect(await api.get(path)).toMatchObject({
    redisVersion: "8.2",
    dataPersistence: "aof-every-1-second",
    replication: false,
    backup: { remoteBackupEnabled: true, destination: "s3://backups" },
    security: { defaultUserEnabled: false, enableTls: true, sourceIps: ["10.0.0.0/24"] },
  });
  expect(await stack.preview("cache", changed)).toBe("same");
  await stack.refresh("cache");
  expect(await stack.preview("cache", changed)).toBe("same");
  await stack.essentialsDatabase("cache", { subscriptionId, redisVersion: "8.2" });
  expect(await api.get(path)).toMatchObject({
    dataPersistence: "none",
    backup: { remoteBackupEnabled: false },
    security: { defaultUserEnabled: true, enableTls: false, sourceIps: ["0.0.0.0/0"] },
  });
  expect(await api.get(`${path}/tags`)).toMatchObject({ tags: [] });
});

test("a subscription moves to another plan, another card and another name in one request", async () => {
  const { stack, simulator } = await redisCloud();
  const { id } = await stack.essentialsSubscription("main", PAID);
  const before = writes(simulator).length;
  const changed = { name: "renamed", planId: PLAN.several, paymentMethodId: 3 };
  const { outputs } = await stack.essentialsSubscription("main", changed);
  expect(writes(simulator).slice(before)).toEqual([`PUT /v1/fixed/subscriptions/${id}`]);
  expect(outputs).toMatchObject({ ...changed, status: "active" });
});

test("to the free plan and back: the payment method goes, and comes", async () => {
  const { stack, api } = await redisCloud();
  const { id } = await stack.essentialsSubscription("main", PAID);
  await stack.essentialsSubscription("main", FREE);
  expect(await api.get(`/fixed/subscriptions/${id}`)).not.toHaveProperty("paymentMethodId");
  await stack.essentialsSubscription("main", PAID);
  expect(await api.get(`/fixed/subscriptions/${id}`)).toMatchObject(PAID);
});

test("a plan in another region replaces the subscription, and the free plan moves with it", async () => {
  const { stack, api } = await redisCloud();
  const { id } = await stack.essentialsSubscription("main", FREE);
  const elsewhere = { planId: PLAN.elsewhere - PLAN.single + PLAN.free };
  expect(await stack.preview("main", elsewhere)).toBe("replace");
  const replaced = await stack.essentialsSubscription("main", elsewhere);
  expect(replaced.id).not.toBe(id);
  const { subscriptions } = (await api.get("/fixed/subscriptions")) as { subscriptions: object[] };
  expect(subscriptions).toMatchObject([{ planId: elsewhere.planId }]);
});

test.each([
  ["EssentialsSubscription", { planId: 1 }, "planId: there is no plan 1"],
  ["EssentialsSubscription", { ...FREE, paymentMethodId: 2 }, "paymentMethodId: is for paid plans"],
  ["EssentialsSubscription", { ...PAID, paymentMethodId: 99 }, "paymentMethodId: is not a payment method"],
  [
    "EssentialsDatabase",
    { subscriptionId: 1, protocol: "resp" },
    "protocol: must be one of redis, memcached, stack",
  ],
] as const)(
  "bad arguments of an %s are refused before anything is submitted: %j",
  async (type, args, reason) => {
    const { stack, simulator } = await redisCloud();
    expect((await failureOf(stack.previewNew(type, "one", args))).message).toContain(reason);
    expect(writes(simulator)).toEqual([]);
  },
);

test("two free subscriptions in a program are refused", async () => {
  const { stack } = await redisCloud();
  await stack.previewNew("EssentialsSubscription", "one", FREE);
  const beside = await failureOf(stack.previewNew("EssentialsSubscription", "two", FREE));
  expect(beside.message).toContain("an account has only one: another of this program has it");
});

test("a free subscription is refused where the account has one", async () => {
  const { stack, simulator } = await redisCloud();
  await stack.essentialsSubscription("one", FREE);
  const another = inAnotherProcess(simulator);
  const onAccount = await failureOf(another.previewNew("EssentialsSubscription", "three", FREE));
  expect(onAccount.message).toMatch(/an account has only one: subscription \d+ \(one-.*\) has it/);
});

test("what the plan does not support is refused, also while the subscription is only planned", async () => {
  const { stack } = await redisCloud();
  await stack.previewNew("EssentialsSubscription", "main", FREE);
  const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  const replicated = { subscriptionId: unknown, replication: true };
  const planned = await failureOf(stack.previewNew("EssentialsDatabase", "cache", replicated));
  expect(planned.message).toMatch(/^replication: is not supported by the plan.*98001 \(30MB\)/);
  const { id: subscriptionId } = await stack.essentialsSubscription("main", FREE);
  await stack.essentialsDatabase("cache", { subscriptionId });
  const persistent = { subscriptionId, dataPersistence: "aof-every-write" };
  expect((await failureOf(stack.preview("cache", persistent))).message).toContain("dataPersistence: is not");
  const second = await failureOf(stack.previewNew("EssentialsDatabase", "second", { subscriptionId }));
  expect(second.message).toMatch(/subscriptionId: .* its plan 98001 \(30MB\) allows 1/);
});

test("a memcached database is refused as a replica, also when its protocol is no longer declared", async () => {
  const { stack } = await redisCloud();
  const { id: subscriptionId } = await stack.essentialsSubscription("main", PAID);
  await stack.essentialsDatabase("cache", { subscriptionId, protocol: "memcached" });
  const replicaOf = ["redis://u:p@other.example.com:6379"];
  const { message } = await failureOf(stack.preview("cache", { subscriptionId, replicaOf }));
  expect(message).toBe("replicaOf: is not for memcached.");
});

test("a database is refused what the plan lacks that its subscription is to have", async () => {
  const { stack } = await redisCloud();
  const { id: subscriptionId } = await stack.essentialsSubscription("main", PAID);
  const args = { subscriptionId, replication: true };
  await stack.essentialsDatabase("cache", args);
  expect(await stack.preview("main", FREE)).toBe("update");
  expect((await failureOf(stack.preview("cache", args))).message).toContain("replication: is not supported");
});

test("what somebody else changed is seen, and set right", async () => {
  const { stack, api } = await redisCloud();
  const { id } = await stack.essentialsSubscription("main", { ...PAID, name: "ours" });
  await api.send("PUT", `/fixed/subscriptions/${id}`, { name: "theirs", planId: PLAN.several });
  await seconds(120);
  expect((await stack.refresh("main"))?.inputs).toMatchObject({ name: "theirs", planId: PLAN.several });
  const ours = { ...PAID, name: "ours" };
  expect(await stack.preview("main", ours)).toBe("update");
  expect((await stack.essentialsSubscription("main", ours)).outputs).toMatchObject(ours);
});

test("what exists is adopted as it is", async () => {
  const { stack, simulator } = await redisCloud();
  const main = await stack.essentialsSubscription("main", PAID);
  const cache = await stack.essentialsDatabase("cache", { subscriptionId: main.id });
  const before = writes(simulator);
  const another = inAnotherProcess(simulator);
  const name = String(main.outputs.name);
  await another.essentialsSubscription("theirs", { adopt: main.id, name, ...PAID });
  const args = { adopt: cache.id, name: String(cache.outputs.name), subscriptionId: main.id };
  expect((await another.essentialsDatabase("their-cache", args)).id).toBe(cache.id);
  expect(writes(simulator)).toEqual(before);
});

test("a creation whose answer was lost is taken up by the next run, on another machine too", async () => {
  const faults = ["/fixed/subscriptions", "/fixed/subscriptions/*/databases"].map((path) => ({
    fault: "reset-connection" as const,
    when: "after" as const,
    method: "POST",
    path,
    times: 1,
  }));
  const { stack, simulator } = await redisCloud({ faults });
  const { id: subscriptionId } = await stack.essentialsSubscription("main", PAID);
  await stack.essentialsDatabase("cache", { subscriptionId });
  expect(submitted(simulator, "fixedSubscriptionCreateRequest")).toHaveLength(1);
  expect(submitted(simulator, "fixedDatabaseCreateRequest")).toHaveLength(1);
});

test("a creation that outlasts its timeout is waited for by the next run", async () => {
  const { stack, simulator } = await redisCloud({
    durations: { essentialsSubscriptionCreate: [600, 600] },
  });
  const impatient = { ...PAID, timeouts: { create: "2m" } };
  const { id, message } = await failureOf(stack.essentialsSubscription("main", impatient));
  expect(message).toContain("provisioning-timeout: still pending after 2m");
  expect(await stack.essentialsSubscription("main", impatient)).toMatchObject({ id, failed: false });
  expect(submitted(simulator, "fixedSubscriptionCreateRequest")).toHaveLength(1);
});

test("databases of one subscription are created, changed and deleted at the same time", async () => {
  const { stack, simulator } = await redisCloud();
  const { id: subscriptionId } = await stack.essentialsSubscription("main", {
    ...PAID,
    planId: PLAN.several,
  });
  const names = ["a", "b", "c", "d"];
  await Promise.all(names.map((name) => stack.essentialsDatabase(name, { subscriptionId })));
  const changed = { subscriptionId, dataPersistence: "aof-every-write" };
  await Promise.all(names.map((name) => stack.essentialsDatabase(name, changed)));
  await Promise.all(names.map((name) => stack.destroy(name)));
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
  expect(refused(simulator)).toEqual([]);
});
