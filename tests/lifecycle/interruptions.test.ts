import { endSimulators, failureOf, PLACE, plansGone, redisCloud, submitted, writes } from "./harness";
import { useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

test("a creation that exceeds its timeout leaves the resource in the state, with the reason", async () => {
  const { stack, simulator } = await redisCloud({ durations: { subscriptionCreate: [900, 900] } });
  const args = { ...PLACE, timeouts: { create: "5m" } };
  const failure = await failureOf(stack.subscription("main", args));
  const [there] = simulator.record.remaining();
  expect(failure.id).toBe(String(there?.id));
  expect(failure.reasons).toEqual([failure.message]);
  expect(failure.message).toMatch(/provisioning-timeout: still pending after 5m\. .*run `pulumi up` again/);
  expect(failure.properties).toMatchObject({ name: there?.name, paymentMethodId: 2 });
});

test("the next run waits on and finishes what is left, without a second creation", async () => {
  const { stack, simulator, api } = await redisCloud({ durations: { subscriptionCreate: [900, 900] } });
  const windows = [{ startHour: 2, durationInHours: 6, days: ["Monday"] }];
  const args = {
    ...PLACE,
    maintenanceWindows: { mode: "manual", windows },
    timeouts: { create: "5m" },
  };
  const { id } = await failureOf(stack.subscription("main", args));
  const main = await stack.subscription("main", args);
  expect(main).toMatchObject({ id, failed: false, outputs: { status: "active" } });
  expect(submitted(simulator, "subscriptionCreateRequest")).toHaveLength(1);
  await plansGone(simulator);
  expect(await api.get(`/subscriptions/${id}`)).toMatchObject({ numberOfDatabases: 0 });
  expect(await api.get(`/subscriptions/${id}/maintenance-windows`)).toMatchObject({ windows });
  expect(await stack.preview("main", args)).toBe("same");
});

test("the next run of an unfinished database sets what the creation does not take", async () => {
  const { stack, simulator, api } = await redisCloud({ durations: { databaseCreate: [600, 600] } });
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const tags = [{ key: "team", value: "web" }];
  const args = { subscriptionId, datasetSizeInGb: 1, tags, timeouts: { create: "2m" } };
  await failureOf(stack.database("cache", args));
  const cache = await stack.database("cache", args);
  expect(cache.outputs).toMatchObject({ status: "active", tags });
  expect(await api.get(`/subscriptions/${cache.id.replace("/", "/databases/")}/tags`)).toMatchObject({
    tags,
  });
  expect(submitted(simulator, "databaseCreateRequest")).toHaveLength(1);
});

test("an update that outlasts its timeout is waited for by the next run, and not sent again", async () => {
  const { stack, simulator } = await redisCloud({ durations: { databaseUpdate: [600, 600] } });
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const args = { subscriptionId, datasetSizeInGb: 1, timeouts: { update: "2m" } };
  await stack.database("cache", args);
  const bigger = { ...args, datasetSizeInGb: 2, timeouts: { update: "20m" } };
  const failure = await failureOf(stack.database("cache", { ...bigger, timeouts: args.timeouts }));
  expect(failure.message).toContain("provisioning-timeout: still active-change-pending after 2m");
  const cache = await stack.database("cache", bigger);
  expect(cache.outputs).toMatchObject({ datasetSizeInGb: 2, status: "active" });
  expect(simulator.record.remaining()).toHaveLength(2);
});

test("a task that is not processed in time is named: it cannot be cancelled", async () => {
  const { stack, simulator } = await redisCloud({ durations: { taskProcessing: [600, 600] } });
  const failure = await failureOf(stack.subscription("main", { ...PLACE, timeouts: { create: "2m" } }));
  const [task] = submitted(simulator, "subscriptionCreateRequest");
  expect(failure.message).toContain(`(task ${task?.id}): processing-timeout: still processing-in-progress`);
  expect(failure.message).toContain("after 2m. A submitted task cannot be cancelled");
  expect(stack.has("main")).toBe(false);
});

test("an operation that is not admitted in time is not submitted, and the error says what it waited for", async () => {
  const { stack, simulator, api } = await redisCloud({ durations: { subscriptionCreate: [6000, 6000] } });
  const databases = [{ name: "first", protocol: "redis", datasetSizeInGb: 1 }];
  for (const name of ["a", "b", "c"]) await api.send("POST", "/subscriptions", { ...PLACE, databases, name });
  const before = writes(simulator).length;
  // Long enough for their three tasks to be processed and listed.
  const failure = await failureOf(stack.subscription("main", { ...PLACE, timeouts: { create: "10m" } }));
  expect(failure.message).toContain(
    "create subscription: not-admitted: waited 10m for one of 3 changing subscriptions",
  );
  expect(failure.message).toContain("Nothing was submitted");
  expect(stack.has("main")).toBe(false);
  expect(writes(simulator).length - before).toBeLessThanOrEqual(1);
});

test("a refused task is an error with code, description and next step; nothing is created", async () => {
  const { stack, simulator } = await redisCloud();
  const databases = [{ name: "big", datasetSizeInGb: 1_000_000 }];
  const failure = await failureOf(stack.subscription("main", { ...PLACE, databases }));
  const [task] = submitted(simulator, "subscriptionCreateRequest");
  expect(failure.message).toBe(
    `create subscription (task ${task?.id}): processing-error: DATABASE_SIZE_TOO_BIG: ` +
      "The database is too big. Choose a smaller datasetSizeInGb, or ask Redis support for a higher limit.",
  );
  expect(failure.reasons).toBeUndefined();
  expect(stack.has("main")).toBe(false);
  expect(simulator.record.remaining()).toEqual([]);
});

test("IDs that answer 404 for a while after their creation are waited for", async () => {
  const { stack, simulator } = await redisCloud({ durations: { visibility: [20, 20] } });
  const args = { ...PLACE, creationPlan: [{ datasetSizeInGb: 1 }] };
  const { id: subscriptionId } = await stack.subscription("main", args);
  const tags = [{ key: "team", value: "web" }];
  const database = { subscriptionId, datasetSizeInGb: 1, tags };
  await Promise.all([stack.database("a", database), stack.database("b", database)]);
  await stack.database("a", { ...database, datasetSizeInGb: 2 });
  await Promise.all([stack.destroy("a"), stack.destroy("b")]);
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
  expect(submitted(simulator, "databaseCreateRequest")).toHaveLength(2);
});
