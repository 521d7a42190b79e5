import { copyFileSync } from "node:fs";
import { join } from "node:path";
import {
  activeDatabase,
  activeSubscription,
  CLOUD_ACCOUNT,
  pass,
  processed,
  simulate,
  stateOf,
  subscriptionRequest,
  temporaryDirectory,
  useVirtualTime,
} from "./client";

useVirtualTime();

const directory = temporaryDirectory();

test("hides a new task for a while", async () => {
  const { api } = await simulate({ faults: [{ fault: "hidden-id", kind: "task", seconds: 4 }] });
  const { taskId } = (await api.post("/subscriptions", subscriptionRequest())).body;
  expect(await stateOf(api, `/tasks/${taskId}`)).toBe(404);
  expect((await api.get("/tasks")).body.tasks).toEqual([]);
  await pass(4);
  expect(await stateOf(api, `/tasks/${taskId}`)).toBe("processing-in-progress");
  expect((await api.get("/tasks")).body.tasks).toHaveLength(1);
});

test("hides a new subscription for a while", async () => {
  const { api } = await simulate({ faults: [{ fault: "hidden-id", kind: "subscription", seconds: 30 }] });
  const { response } = await processed(api, await api.post("/subscriptions", subscriptionRequest()));
  expect(await stateOf(api, `/subscriptions/${response.resourceId}`)).toBe(404);
  expect((await api.get("/subscriptions")).body.subscriptions).toEqual([]);
  await pass(30);
  expect(await stateOf(api, `/subscriptions/${response.resourceId}`)).toBe("pending");
});

test("hides a new database or cloud account for a while", async () => {
  const { api, simulator } = await simulate();
  const list = `/subscriptions/${await activeSubscription(api)}/databases`;
  simulator.faults.add(
    { fault: "hidden-id", seconds: 30, kind: "database", name: "hid*" },
    { fault: "hidden-id", seconds: 30, kind: "cloudAccount" },
  );
  const database = await processed(api, await api.post(list, { name: "hidden", datasetSizeInGb: 1 }));
  const cloudAccount = await processed(api, await api.post("/cloud-accounts", CLOUD_ACCOUNT));
  const paths = [
    `${list}/${database.response.resourceId}`,
    `/cloud-accounts/${cloudAccount.response.resourceId}`,
  ];
  const states = () => Promise.all(paths.map((path) => stateOf(api, path)));
  expect(await states()).toEqual([404, 404]);
  expect((await api.get(list)).body.subscription[0].databases).toMatchObject([{ name: "first" }]);
  await pass(30);
  expect(await states()).toEqual(["pending", "draft"]);
});

test.each(["SUBSCRIPTION_NOT_ACTIVE", "ACCOUNT_POC_INACTIVE_PENDING"])(
  "ends a task in processing-error with %s, which has changed nothing",
  async (error) => {
    const { api, simulator } = await simulate();
    const id = await activeSubscription(api);
    simulator.faults.add({ fault: "processing-error", error, commandType: "subscription*Request", times: 1 });
    const before = (await api.get(`/subscriptions/${id}`)).body;
    const task = await processed(api, await api.put(`/subscriptions/${id}`, { name: "renamed" }));
    expect(task).toMatchObject({
      status: "processing-error",
      response: { error: { type: error, description: expect.any(String) } },
    });
    expect((await api.get(`/subscriptions/${id}`)).body).toEqual(before);
    expect(simulator.record.changes.at(-1)).toMatchObject({ kind: "task", error });
    const again = await processed(api, await api.put(`/subscriptions/${id}`, { name: "renamed" }));
    expect(again.status).toBe("processing-completed");
  },
);

test("the creation, update or deletion of a database ends in error: it can still be deleted", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  simulator.faults.add({ fault: "provisioning-error", kind: "database", times: 3 });
  const path = await activeDatabase(api, id, { name: "orders" });
  expect(await stateOf(api, path)).toBe("error");
  await processed(api, await api.put(path, { datasetSizeInGb: 2 }));
  expect(await stateOf(api, path)).toBe("active-change-pending");
  await pass(50);
  expect(await stateOf(api, path)).toBe("error");
  await processed(api, await api.delete(path));
  await pass(40);
  expect(await stateOf(api, path)).toBe("error");
  await processed(api, await api.delete(path));
  await pass(40);
  expect(await stateOf(api, path)).toBe(404);
});

test("an upgrade that ends in error does not change the version, and neither does the next update", async () => {
  const { api, simulator } = await simulate();
  const path = await activeDatabase(api, await activeSubscription(api), {
    name: "orders",
    redisVersion: "7.4",
  });
  simulator.faults.add({ fault: "provisioning-error", commandType: "databaseUpgradeRequest" });
  await processed(api, await api.post(`${path}/upgrade`, { targetRedisVersion: "8.2" }));
  await pass(200);
  expect((await api.get(path)).body).toMatchObject({ status: "error", redisVersion: "7.4" });
  await processed(api, await api.put(path, { datasetSizeInGb: 2 }));
  await pass(50);
  expect((await api.get(path)).body).toMatchObject({ status: "active", redisVersion: "7.4" });
});

test("the creation of a subscription ends in error: it has no databases, and does not count as one of three", async () => {
  const { api, simulator } = await simulate({
    faults: [{ fault: "provisioning-error", kind: "subscription", name: "shop" }],
  });
  const id = await activeSubscription(api);
  expect((await api.get(`/subscriptions/${id}`)).body).toMatchObject({
    status: "error",
    numberOfDatabases: 0,
  });
  for (const name of ["a", "b", "c"]) await api.post("/subscriptions", subscriptionRequest({ name }));
  await pass(15);
  expect(simulator.record.highestNonActiveSubscriptions()).toBe(3);
  await pass(600);
  simulator.faults.clear();
  await processed(api, await api.delete(`/subscriptions/${id}`));
  await pass(120);
  expect(await stateOf(api, `/subscriptions/${id}`)).toBe(404);
});

test("the update of a subscription ends in error: its databases and itself can be deleted", async () => {
  const { api, simulator } = await simulate();
  const path = `/subscriptions/${await activeSubscription(api)}`;
  simulator.faults.add({ fault: "provisioning-error", commandType: "subscriptionUpdateRequest" });
  await processed(api, await api.put(path, { name: "renamed" }));
  await pass(60);
  expect(await stateOf(api, path)).toBe("error");
  const [{ databaseId }] = (await api.get(`${path}/databases`)).body.subscription[0].databases;
  await processed(api, await api.delete(`${path}/databases/${databaseId}`));
  await pass(40);
  expect((await processed(api, await api.delete(path))).status).toBe("processing-completed");
});

test("the creation of a cloud account ends in error: it can still be deleted", async () => {
  const { api, simulator } = await simulate({ faults: [{ fault: "provisioning-error", times: 1 }] });
  const { response } = await processed(api, await api.post("/cloud-accounts", CLOUD_ACCOUNT));
  const path = `/cloud-accounts/${response.resourceId}`;
  await pass(100);
  expect(await stateOf(api, path)).toBe("error");
  expect(simulator.record.faults).toMatchObject([
    { kind: "cloudAccount", id: response.resourceId, name: "ours", commandType: "cloudAccountCreateRequest" },
  ]);
  await processed(api, await api.delete(path));
  await pass(30);
  expect(await stateOf(api, path)).toBe(404);
});

test("provisioning of a database, subscription or cloud account never ends", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  simulator.faults.add({ fault: "provisioning-stall" });
  const path = await activeDatabase(api, id, { name: "orders" });
  const account = await processed(api, await api.post("/cloud-accounts", CLOUD_ACCOUNT));
  await processed(api, await api.put(`/subscriptions/${id}`, { name: "renamed" }));
  await pass(24 * 3600);
  expect(await stateOf(api, path)).toBe("pending");
  expect(await stateOf(api, `/cloud-accounts/${account.response.resourceId}`)).toBe("draft");
  expect(await stateOf(api, `/subscriptions/${id}`)).toBe("pending");
});

test("provisioning ends later by the given time, and only once", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  simulator.faults.add({ fault: "provisioning-stall", seconds: 500 });
  const path = await activeDatabase(api, id, { name: "orders" });
  await pass(499);
  expect(await stateOf(api, path)).toBe("pending");
  await pass(1);
  expect(await stateOf(api, path)).toBe("active");
  await processed(api, await api.delete(path));
  await pass(539);
  expect(await stateOf(api, path)).toBe("delete-pending");
  await pass(1);
  expect(await stateOf(api, path)).toBe(404);
});

test("turns a subscription pending when one of its databases is updated or deleted", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  const path = await activeDatabase(api, id, { name: "orders" });
  const state = () => stateOf(api, `/subscriptions/${id}`);
  for (const commandType of ["databaseUpdateRequest", "databaseDeleteRequest"]) {
    simulator.faults.add({
      fault: "pending-subscription",
      commandType,
      taskState: "processing-completed",
      seconds: 90,
    });
  }
  await processed(api, await api.put(path, { datasetSizeInGb: 2 }));
  expect(await state()).toBe("pending");
  await pass(90);
  expect(await state()).toBe("active");
  await processed(api, await api.delete(path));
  expect(await state()).toBe("pending");
  expect(simulator.record.highestChangingSubscriptions()).toBe(1);
  expect(simulator.record.highestNonActiveSubscriptions()).toBe(1);
});

test("turns a subscription pending while the creation of a database is queued", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  simulator.faults.add({ fault: "pending-subscription", taskState: "received", seconds: 60, times: 1 });
  const list = `/subscriptions/${id}/databases`;
  const task = await processed(api, await api.post(list, { name: "orders", datasetSizeInGb: 1 }));
  expect(task.response.error.type).toBe("DATABASE_SUBSCRIPTION_IN_PENDING_STATUS");
  expect(simulator.record.changes.filter(({ taskId, kind }) => taskId && kind !== "task")).toHaveLength(1);
  await pass(60);
  expect(await stateOf(api, `/subscriptions/${id}`)).toBe("active");
});

test("faults do not change the durations, IDs and passwords that are drawn", async () => {
  const creation = async (probability: number) => {
    const { api, simulator } = await simulate({ durations: {}, seed: 42 });
    simulator.faults.add({ fault: "hidden-id", seconds: 1, probability });
    simulator.faults.add({ fault: "refused-request", status: 500, method: "GET", probability });
    const start = simulator.now();
    await api.post("/subscriptions", subscriptionRequest());
    for (let turn = 0; turn < 30; turn++) {
      await api.get("/tasks");
      await pass(100);
    }
    return simulator.record.changes.map(({ at, ...change }) => ({ ...change, after: at - start }));
  };
  expect(await creation(0.5)).toEqual(await creation(0));
});

test("effects of faults are kept over a restart, their rules are not", async () => {
  const stateFile = join(directory, "state.json");
  const killed = join(directory, "killed.json");
  const { api, simulator } = await simulate({ stateFile });
  const id = await activeSubscription(api);
  simulator.faults.add({ fault: "provisioning-stall", name: "never" });
  simulator.faults.add({ fault: "provisioning-stall", name: "later", seconds: 1000 });
  const never = await activeDatabase(api, id, { name: "never" });
  const later = await activeDatabase(api, id, { name: "later" });
  await pass(60);
  copyFileSync(stateFile, killed);

  const again = await simulate({ stateFile: killed });
  expect(again.simulator.faults.rules).toEqual([]);
  await pass(900);
  expect(await stateOf(again.api, later)).toBe("pending");
  await pass(100);
  expect([await stateOf(again.api, never), await stateOf(again.api, later)]).toEqual(["pending", "active"]);
});
