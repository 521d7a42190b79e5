import { DEFAULT_DURATIONS } from "../../simulator";
import {
  apiOf,
  endSimulators,
  inAnotherProcess,
  PLACE,
  plansGone,
  redisCloud,
  refused,
  stackOf,
  submitted,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

const names = (count: number) => Array.from({ length: count }, (_, index) => `resource-${index + 1}`);

test("twelve databases at once: each waits until the subscription is active again", async () => {
  const { stack, simulator } = await redisCloud({ pendingEvery: 3 });
  const { id } = await stack.subscription("main", PLACE);
  const args = { subscriptionId: id, datasetSizeInGb: 1 };
  const databases = await Promise.all(names(12).map((name) => stack.database(name, args)));
  expect(databases.map(({ outputs }) => outputs.status)).toEqual(names(12).map(() => "active"));
  expect(submitted(simulator, "databaseCreateRequest")).toHaveLength(12);
  expect(simulator.record.databasesSubmittedWhileNonActive()).toEqual([]);
  expect(refused(simulator)).toEqual([]);
});

test("databases that leave the subscription active are provisioned at the same time", async () => {
  const { stack, simulator } = await redisCloud({
    pendingEvery: 0,
    durations: { databaseCreate: [60, 120] },
  });
  const { id } = await stack.subscription("main", PLACE);
  const since = simulator.record.changes.length;
  const args = { subscriptionId: id, datasetSizeInGb: 1 };
  await Promise.all(names(4).map((name) => stack.database(name, args)));
  const states = simulator.record.changes.slice(since).filter(({ kind }) => kind === "database");
  const firstActive = states.findIndex(({ to }) => to === "active");
  expect(states.slice(0, firstActive).filter(({ to }) => to === "draft")).toHaveLength(4);
});

test.each([4, 8])(
  "%i subscriptions at once: never more than three change, and none is refused",
  async (count) => {
    const { stack, simulator } = await redisCloud();
    await Promise.all(names(count).map((name) => stack.subscription(name, PLACE)));
    await plansGone(simulator);
    expect(simulator.record.remaining()).toHaveLength(count);
    expect(submitted(simulator, "subscriptionCreateRequest")).toHaveLength(count);
    expect(simulator.record.highestNonActiveSubscriptions()).toBe(3);
    expect(refused(simulator)).toEqual([]);

    await Promise.all(names(count).map((name) => stack.destroy(name)));
    expect(simulator.record.remaining()).toEqual([]);
    expect(simulator.record.highestNonActiveSubscriptions()).toBe(3);
    expect(refused(simulator)).toEqual([]);
  },
);

test("a deleted subscription frees its slot at once", async () => {
  const { stack, simulator } = await redisCloud({
    durations: { subscriptionDelete: [10, 10], taskProcessing: [1, 1] },
  });
  await Promise.all(names(6).map((name) => stack.subscription(name, PLACE)));
  await plansGone(simulator);
  const before = simulator.now();
  await Promise.all(names(6).map((name) => stack.destroy(name)));
  // Two rounds of three, each of a few seconds' processing and ten seconds' deletion.
  expect(simulator.now() - before).toBeLessThan(45_000);
});

test("subscriptions go before databases, since more depends on them", async () => {
  const { stack, simulator } = await redisCloud({ pendingEvery: 0 });
  const { id } = await stack.subscription("main", PLACE);
  const args = { subscriptionId: id, datasetSizeInGb: 1 };
  await Promise.all([
    ...names(3).map((name) => stack.database(name, args)),
    stack.subscription("other", PLACE),
  ]);
  const order = simulator.record.changes
    .filter(({ kind, to }) => kind === "task" && to === "received")
    .map(({ name }) => name);
  // After the first subscription and the database of its creation plan, one database may already have begun.
  expect(order.slice(2, 4)).toContain("subscriptionCreateRequest");
});

test("changes of other clients are waited for", async () => {
  const { stack, simulator, api } = await redisCloud();
  const request = { ...PLACE, databases: [{ name: "first", protocol: "redis", datasetSizeInGb: 1 }] };
  for (const name of names(3)) await api.send("POST", "/subscriptions", { ...request, name });
  await seconds(60);
  const [{ id: ours }] = await Promise.all([
    stack.subscription("main", PLACE),
    seconds(300).then(() => api.send("POST", "/subscriptions", { ...request, name: "late" })),
  ]);
  expect(simulator.record.remaining()).toContainEqual(
    expect.objectContaining({ kind: "subscription", id: Number(ours), to: "active" }),
  );
  expect(simulator.record.highestNonActiveSubscriptions()).toBe(3);
});

test("if another client takes the last slot, the refusal is retried and not reported", async () => {
  const durations = { taskProcessing: [60, 60], subscriptionCreate: [900, 900] } as const;
  const { stack, simulator, api } = await redisCloud({ durations });
  const request = { ...PLACE, databases: [{ name: "first", protocol: "redis", datasetSizeInGb: 1 }] };
  // Their tasks are queued and nothing is listed yet: the account only looks idle.
  for (const name of names(3)) await api.send("POST", "/subscriptions", { ...request, name });
  const main = await stack.subscription("main", PLACE);
  expect(refused(simulator).map(({ name }) => name)).toContain("subscriptionCreateRequest");
  expect(main.outputs.status).toBe("active");
  const ours = simulator.record.changes.filter(
    ({ kind, name, to }) => kind === "subscription" && name === main.outputs.name && to === "pending",
  );
  expect(ours).toHaveLength(1);
});

test("tasks of other clients count, however long reading the tasks took", async () => {
  const { stack, simulator, api } = await redisCloud({
    durations: { subscriptionCreate: [30, 30], visibility: [0, 0] },
    faults: [{ fault: "refused-request", status: 429, path: "/tasks", retryAfter: 30, times: 1 }],
  });
  await stack.subscription("first", PLACE);
  const request = { ...PLACE, databases: [{ name: "first", protocol: "redis", datasetSizeInGb: 1 }] };
  for (const name of names(3)) await api.send("POST", "/subscriptions", { ...request, name });
  await stack.subscription("second", PLACE);
  expect(simulator.record.highestNonActiveSubscriptions()).toBe(3);
  expect(refused(simulator)).toEqual([]);
});

test("two accounts do not wait for each other", async () => {
  const accounts = [
    { apiKey: "first-account", apiSecretKey: "first-user" },
    { apiKey: "second-account", apiSecretKey: "second-user" },
  ];
  const { stack: busy, simulator } = await redisCloud({ accounts });
  const idle = stackOf(simulator, 1);
  const [, second] = simulator.accounts;
  await Promise.all([
    ...names(4).map((name) => busy.subscription(name, PLACE)),
    seconds(60).then(() => idle.subscription("main", PLACE)),
  ]);
  const { requests } = simulator.record;
  const start = simulator.record.changes[0]?.at ?? 0;
  const submission = requests.find(
    ({ accountId, method }) => accountId === second?.accountId && method === "POST",
  );
  expect(submission?.at).toBe(start + 60_000);
  expect(await apiOf(simulator, 1).get("/subscriptions")).toMatchObject({
    subscriptions: [{ status: "active" }],
  });
});

test("however many operations are in progress, the account's rate limit is respected", async () => {
  const { stack, simulator } = await redisCloud({ pendingEvery: 4 });
  const ids = await Promise.all(names(3).map(async (name) => (await stack.subscription(name, PLACE)).id));
  await Promise.all(
    ids.flatMap((subscriptionId) =>
      names(8).map((name) =>
        stack.database(`${name}-of-${subscriptionId}`, { subscriptionId, datasetSizeInGb: 1 }),
      ),
    ),
  );
  expect(simulator.record.requests.filter(({ status }) => status === 429)).toEqual([]);
});

test("two programs on one account, each in its own process, get along", async () => {
  const { stack, simulator } = await redisCloud({ pendingEvery: 2, durations: DEFAULT_DURATIONS });
  const program = async (own: typeof stack, prefix: string) => {
    const { id } = await own.subscription(prefix, PLACE);
    const args = { subscriptionId: id, datasetSizeInGb: 1 };
    await Promise.all(names(4).map((name) => own.database(`${prefix}-${name}`, args)));
    await own.subscription(`${prefix}-other`, PLACE);
  };
  await Promise.all([program(stack, "one"), program(inAnotherProcess(simulator), "two")]);
  await plansGone(simulator);
  const there = simulator.record.remaining();
  expect(there).toHaveLength(2 * (1 + 4 + 1));
  expect(new Set(there.map(({ to }) => to))).toEqual(new Set(["active"]));
});
