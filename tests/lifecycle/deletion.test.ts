import { endSimulators, failureOf, PLACE, redisCloud, submitted } from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

const foreign = (name: string) => ({ name, datasetSizeInGb: 1 });

test("a subscription with undeclared databases is not deleted, and the error names them", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.subscription("main", PLACE);
  await api.send("POST", `/subscriptions/${id}/databases`, foreign("reports"));
  await api.send("POST", `/subscriptions/${id}/databases`, foreign("archive"));
  await seconds(600);
  const before = simulator.record.remaining();
  const failure = await failureOf(stack.destroy("main"));
  expect(failure.message).toContain("undeclared databases: reports, archive");
  expect(failure.message).toContain("forceDestroy: true");
  expect(simulator.record.remaining()).toEqual(before);
  expect(submitted(simulator, "subscriptionDeleteRequest")).toEqual([]);
});

test("with forceDestroy they are deleted with it", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.subscription("main", PLACE);
  await api.send("POST", `/subscriptions/${id}/databases`, foreign("reports"));
  await seconds(600);
  await stack.subscription("main", { ...PLACE, forceDestroy: true });
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
});

test("deleting a resource that is gone succeeds without a delete request", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.subscription("main", PLACE);
  const cache = await stack.database("cache", { subscriptionId: id, datasetSizeInGb: 1 });
  await api.send("DELETE", `/subscriptions/${id}/databases/${cache.outputs.databaseId}`);
  await seconds(600);
  await api.send("DELETE", `/subscriptions/${id}`);
  await seconds(1200);
  expect(simulator.record.remaining()).toEqual([]);
  const tasks = simulator.record.changes.filter(({ kind }) => kind === "task").length;
  await stack.destroy("cache");
  await stack.destroy("main");
  expect(simulator.record.changes.filter(({ kind }) => kind === "task")).toHaveLength(tasks);
});

test("deleting a resource that is being deleted waits until it is gone", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.subscription("main", PLACE);
  const cache = await stack.database("cache", { subscriptionId: id, datasetSizeInGb: 1 });
  await api.send("DELETE", `/subscriptions/${id}/databases/${cache.outputs.databaseId}`);
  await seconds(20);
  expect(simulator.record.remaining()).toContainEqual(expect.objectContaining({ to: "delete-pending" }));
  const asked = submitted(simulator, "databaseDeleteRequest").length;
  await stack.destroy("cache");
  expect(simulator.record.remaining()).toMatchObject([{ kind: "subscription" }]);
  expect(submitted(simulator, "databaseDeleteRequest")).toHaveLength(asked);
});

test("a database that is being deleted does not block the deletion of its subscription", async () => {
  const { stack, simulator, api } = await redisCloud();
  const { id } = await stack.subscription("main", PLACE);
  await api.send("POST", `/subscriptions/${id}/databases`, foreign("reports"));
  await seconds(600);
  const reports = simulator.record.remaining().find(({ name }) => name === "reports");
  await api.send("DELETE", `/subscriptions/${id}/databases/${reports?.id}`);
  await seconds(20);
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
});

test("deleting a resource that is still being created waits until it can be deleted", async () => {
  const { stack, simulator } = await redisCloud({ durations: { subscriptionCreate: [900, 900] } });
  await failureOf(stack.subscription("main", { ...PLACE, timeouts: { create: "1m" } }));
  expect(simulator.record.remaining()).toMatchObject([{ kind: "subscription", to: "pending" }]);
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
});

test("a whole stack is destroyed at once: all its databases, then the subscription", async () => {
  const { stack, simulator } = await redisCloud();
  const { id } = await stack.subscription("main", PLACE);
  const names = ["a", "b", "c", "d", "e"];
  const args = { subscriptionId: id, datasetSizeInGb: 1 };
  await Promise.all(names.map((name) => stack.database(name, args)));
  await Promise.all(names.map((name) => stack.destroy(name)));
  await stack.destroy("main");
  expect(simulator.record.remaining()).toEqual([]);
});

test("an Essentials subscription is not deleted with databases that nobody declares, unless it has forceDestroy", async () => {
  const { stack, api, simulator } = await redisCloud();
  const args = { planId: 98_004, paymentMethodId: 2 };
  const { id } = await stack.essentialsSubscription("shared", args);
  await stack.essentialsDatabase("ours", { subscriptionId: id });
  await api.send("POST", `/fixed/subscriptions/${id}/databases`, { name: "reports" });
  await seconds(600);
  await stack.destroy("ours");
  const failure = await failureOf(stack.destroy("shared"));
  expect(failure.message).toContain("it still contains undeclared databases: reports.");
  expect(failure.message).toContain("forceDestroy: true");
  await stack.essentialsSubscription("shared", { ...args, forceDestroy: true });
  await stack.destroy("shared");
  expect(simulator.record.remaining()).toEqual([]);
});
