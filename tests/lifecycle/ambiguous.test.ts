import { endSimulators, failureOf, inAnotherProcess, PLACE, redisCloud, submitted } from "./harness";
import { useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

const reset = (when: "before" | "after", method: string, path: string) =>
  ({ fault: "reset-connection", when, method, path, times: 1 }) as const;

test.each([
  ["before", "it is sent again"],
  ["after", "what was accepted is found"],
] as const)("the answer to a creation is lost %s it was accepted: %s, and there is one", async (when, _) => {
  const { stack, simulator } = await redisCloud({ faults: [reset(when, "POST", "/subscriptions")] });
  await stack.subscription("main", PLACE);
  expect(submitted(simulator, "subscriptionCreateRequest")).toHaveLength(1);
  expect(await stack.preview("main", PLACE)).toBe("same");
});

test.each(["before", "after"] as const)(
  "with an explicit name, too: lost %s it was accepted",
  async (when) => {
    const { stack, simulator } = await redisCloud({
      faults: [reset(when, "POST", "/subscriptions/*/databases")],
    });
    const { id: subscriptionId } = await stack.subscription("main", PLACE);
    const cache = await stack.database("cache", { subscriptionId, name: "cache", datasetSizeInGb: 1 });
    expect(cache.outputs).toMatchObject({ name: "cache", status: "active" });
    expect(submitted(simulator, "databaseCreateRequest")).toHaveLength(1);
  },
);

test("what was accepted is found while another client's creation is under way, and its task is not listed yet", async () => {
  const hidden = { fault: "hidden-id", seconds: 3, times: 1 } as const;
  const { stack, simulator, api } = await redisCloud({
    durations: { taskProcessing: [2, 2], visibility: [0, 0] },
    faults: [
      { ...reset("after", "POST", "/subscriptions"), after: 1 },
      { ...hidden, kind: "task", name: "main" },
      { ...hidden, kind: "subscription", name: "theirs" },
    ],
  });
  const databases = [{ name: "cache", protocol: "redis", datasetSizeInGb: 1 }];
  await api.send("POST", "/subscriptions", { ...PLACE, name: "theirs", databases });
  await stack.subscription("main", { ...PLACE, name: "main" });
  expect(submitted(simulator, "subscriptionCreateRequest")).toHaveLength(2);
});

test.each(["before", "after"] as const)(
  "an update whose answer is lost %s it was accepted is sent again",
  async (when) => {
    const { stack, api } = await redisCloud({ faults: [reset(when, "PUT", "/subscriptions/*/databases/*")] });
    const { id: subscriptionId } = await stack.subscription("main", PLACE);
    await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 });
    const { id } = await stack.database("cache", { subscriptionId, datasetSizeInGb: 2 });
    expect(await api.get(`/subscriptions/${id.replace("/", "/databases/")}`)).toMatchObject({
      datasetSizeInGb: 2,
    });
  },
);

test.each(["before", "after"] as const)(
  "a delete whose answer is lost %s it was accepted ends well",
  async (when) => {
    const { stack, simulator } = await redisCloud({
      faults: [reset(when, "DELETE", "/subscriptions/*/databases/*")],
    });
    const { id: subscriptionId } = await stack.subscription("main", PLACE);
    await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 });
    await stack.destroy("cache");
    expect(simulator.record.remaining().map(({ name }) => name)).toEqual([expect.stringMatching(/^main-/)]);
  },
);

test("a resource of others with the same explicit name is not taken over", async () => {
  const { stack, simulator, api } = await redisCloud();
  const databases = [{ name: "theirs", protocol: "redis", datasetSizeInGb: 1 }];
  await api.send("POST", "/subscriptions", { ...PLACE, name: "main", databases });
  await stack.subscription("main", { ...PLACE, name: "main" });
  expect(submitted(simulator, "subscriptionCreateRequest")).toHaveLength(2);
  const { id: subscriptionId } = stack.state("main");
  await api.send("POST", `/subscriptions/${subscriptionId}/databases`, { name: "cache", datasetSizeInGb: 1 });
  const failure = await failureOf(
    stack.database("cache", { subscriptionId, name: "cache", datasetSizeInGb: 1 }),
  );
  expect(failure.message).toContain("DATABASE_NAME_EXISTS");
});

test("a resource that the engine knows is not taken over by its own replacement", async () => {
  const { stack, simulator } = await redisCloud();
  const { id } = await stack.subscription("main", PLACE);
  // Create before delete, which `pulumi up --replace` can do.
  const replacement = await stack.createAnother("main", PLACE);
  expect(replacement.id).not.toBe(id);
  expect(submitted(simulator, "subscriptionCreateRequest")).toHaveLength(2);
});

test("another process with the same stack and an empty state finds the resource by its auto-name", async () => {
  const { stack, simulator } = await redisCloud();
  const { id } = await stack.subscription("main", PLACE);
  const cache = await stack.database("cache", { subscriptionId: id, datasetSizeInGb: 1 });
  const another = inAnotherProcess(simulator, new Map());
  expect((await another.subscription("main", PLACE)).id).toBe(id);
  const bigger = { subscriptionId: id, datasetSizeInGb: 3 };
  expect(await another.database("cache", bigger)).toMatchObject({
    id: cache.id,
    outputs: { datasetSizeInGb: 3 },
  });
  expect(submitted(simulator, "subscriptionCreateRequest")).toHaveLength(1);
  expect(submitted(simulator, "databaseCreateRequest")).toHaveLength(1);
});
