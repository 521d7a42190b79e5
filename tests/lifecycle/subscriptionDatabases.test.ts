import { endSimulators, failureOf, inAnotherProcess, PLACE, redisCloud, submitted, writes } from "./harness";
import { useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

const databases = [
  { name: "cache", datasetSizeInGb: 1, dataPersistence: "none" },
  { name: "queue", datasetSizeInGb: 0.5, quantity: 2 },
];

test("databases of a subscription are created and stay", async () => {
  const { stack, simulator } = await redisCloud();
  await stack.subscription("main", { ...PLACE, databases });
  const there = simulator.record.remaining().filter(({ kind }) => kind === "database");
  expect(there.map(({ name, to }) => [name, to])).toEqual([
    ["cache", "active"],
    ["queue-1", "active"],
    ["queue-2", "active"],
  ]);
});

test("a Database with the same name takes it over, and no second one is created", async () => {
  const { stack, simulator } = await redisCloud();
  const { id } = await stack.subscription("main", { ...PLACE, databases });
  const cache = await stack.database("cache", { subscriptionId: id, name: "cache", datasetSizeInGb: 1 });
  expect(cache.outputs).toMatchObject({ status: "active", name: "cache" });
  expect(submitted(simulator, "databaseCreateRequest")).toEqual([]);
  expect(simulator.record.remaining()).toContainEqual(
    expect.objectContaining({ kind: "database", id: cache.outputs.databaseId, name: "cache" }),
  );
});

test("a take-over corrects what differs", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.subscription("main", { ...PLACE, databases });
  const declared = {
    name: "cache",
    datasetSizeInGb: 2,
    dataPersistence: "aof-every-write",
    password: "chosen",
  };
  const tags = [{ key: "team", value: "web" }];
  const cache = await stack.database("cache", { subscriptionId: id, ...declared, tags });
  const path = `/subscriptions/${id}/databases/${cache.outputs.databaseId}`;
  expect(writes(simulator).slice(-2)).toEqual([`PUT /v1${path}`, `PUT /v1${path}/tags`]);
  expect(await api.get(path)).toMatchObject({
    datasetSizeInGb: 2,
    dataPersistence: "aof-every-write",
    security: { password: "chosen" },
  });
  expect(await api.get(`${path}/tags`)).toMatchObject({ tags });
});

test("a take-over changes nothing if nothing differs", async () => {
  const { stack, simulator } = await redisCloud();
  const { id } = await stack.subscription("main", { ...PLACE, databases });
  const before = writes(simulator);
  const args = { subscriptionId: id, name: "cache", datasetSizeInGb: 1, replication: true };
  await stack.database("cache", args);
  expect(writes(simulator)).toEqual(before);
  expect(await stack.preview("cache", args)).toBe("same");
});

test("a database that differs in what cannot be changed is not taken over, and the error names the argument", async () => {
  const { stack, simulator } = await redisCloud();
  const { id } = await stack.subscription("main", {
    ...PLACE,
    databases: [{ ...databases[0], port: 12000 }],
  });
  const before = writes(simulator);
  const failure = await failureOf(
    stack.database("cache", { subscriptionId: id, name: "cache", datasetSizeInGb: 1, port: 13000 }),
  );
  expect(failure.message).toMatch(/has the declared name and cannot be taken over: port cannot be changed/);
  expect(writes(simulator)).toEqual(before);
});

test("a later run that only adds the Database takes it over as well", async () => {
  const { stack, simulator } = await redisCloud();
  const args = { ...PLACE, databases };
  const { id } = await stack.subscription("main", args);
  const laterRun = inAnotherProcess(simulator, stack.held);
  await laterRun.subscription("main", args);
  await laterRun.database("queue", { subscriptionId: id, name: "queue-2", datasetSizeInGb: 0.5 });
  expect(submitted(simulator, "databaseCreateRequest")).toEqual([]);
});

test("databases that are not taken over are deleted with their subscription", async () => {
  const { stack, simulator } = await redisCloud();
  const { id } = await stack.subscription("main", { ...PLACE, databases });
  await stack.database("cache", { subscriptionId: id, name: "cache", datasetSizeInGb: 1 });
  await stack.destroy("cache");
  expect(simulator.record.remaining().map(({ name }) => name)).toEqual(
    expect.arrayContaining(["queue-1", "queue-2"]),
  );
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
});
