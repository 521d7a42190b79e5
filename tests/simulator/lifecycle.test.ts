import {
  activeDatabase,
  activeSubscription,
  clientOf,
  EXACT,
  pass,
  processed,
  simulate,
  subscriptionRequest,
  useVirtualTime,
} from "./client";

useVirtualTime();

test("moves a task from received through processing-in-progress to processing-completed", async () => {
  const { api } = await simulate();
  const received = await api.post("/subscriptions", subscriptionRequest());
  expect(received).toMatchObject({ status: 202, body: { status: "received" } });
  const task = `/tasks/${received.body.taskId}`;
  await pass(1);
  expect((await api.get(task)).body.status).toBe("processing-in-progress");
  await pass(4);
  expect((await api.get(task)).body).toMatchObject({
    status: "processing-completed",
    response: { resourceId: expect.any(Number) },
  });
});

test("processes one task at a time per account, in the order they were received", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  for (const name of ["a", "b", "c"]) {
    await api.post(`/subscriptions/${id}/databases`, { name, datasetSizeInGb: 1 });
  }
  const states = async () =>
    (await api.get("/tasks")).body.tasks
      .filter((task: { commandType: string }) => task.commandType === "databaseCreateRequest")
      .map((task: { status: string }) => task.status)
      .sort();
  await pass(2);
  expect(await states()).toEqual(["processing-in-progress", "received", "received"]);
  await pass(5);
  expect(await states()).toEqual(["processing-completed", "processing-in-progress", "received"]);
  await pass(5);
  expect(await states()).toEqual(["processing-completed", "processing-completed", "processing-in-progress"]);
});

test("starts the next task after one that failed", async () => {
  const { api } = await simulate();
  const wrong = await api.post("/subscriptions", subscriptionRequest({ paymentMethodId: 99 }));
  const right = await api.post("/subscriptions", subscriptionRequest());
  expect((await processed(api, wrong)).response.error.type).toBe("SUBSCRIPTION_PI_NOT_FOUND");
  expect((await processed(api, right)).status).toBe("processing-completed");
});

test("accounts are processed separately, and do not show each other's resources", async () => {
  const accounts = ["a", "b"].map((name) => ({ apiKey: name, apiSecretKey: `${name}-secret` }));
  const { simulator } = await simulate({ accounts });
  const [one, other] = [clientOf(simulator, 0), clientOf(simulator, 1)];
  const first = await one.post("/subscriptions", subscriptionRequest());
  await other.post("/subscriptions", subscriptionRequest());
  await pass(5);
  for (const api of [one, other]) {
    expect((await api.get("/subscriptions")).body.subscriptions).toHaveLength(1);
    expect((await api.get("/tasks")).body.tasks[0].status).toBe("processing-completed");
  }
  expect((await other.get(`/tasks/${first.body.taskId}`)).status).toBe(404);
});

test("provisions several databases at the same time", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  for (const name of ["a", "b"]) {
    await processed(api, await api.post(`/subscriptions/${id}/databases`, { name, datasetSizeInGb: 1 }));
  }
  const list = async () => (await api.get(`/subscriptions/${id}/databases`)).body.subscription[0].databases;
  const states = async () => (await list()).map((one: { status: string }) => one.status);
  await pass(20);
  expect(await states()).toEqual(["active", "pending", "pending"]);
  await pass(80);
  expect(await states()).toEqual(["active", "active", "active"]);
});

test("shows a subscription as pending, then active with the databases it was created with", async () => {
  const { api } = await simulate();
  const databases = [
    { name: "cache", protocol: "redis", datasetSizeInGb: 1, quantity: 2 },
    { name: "queue", protocol: "redis", memoryLimitInGb: 1 },
  ];
  const created = await processed(api, await api.post("/subscriptions", subscriptionRequest({ databases })));
  const path = `/subscriptions/${created.response.resourceId}`;
  expect((await api.get(path)).body).toMatchObject({ status: "pending", numberOfDatabases: 0 });
  await pass(600);
  expect((await api.get(path)).body).toMatchObject({ status: "active", numberOfDatabases: 3 });
  const names = (await api.get(`${path}/databases`)).body.subscription[0].databases.map(
    (database: { name: string }) => database.name,
  );
  expect(names).toEqual(["cache-1", "cache-2", "queue"]);
});

test("shows a database as draft, pending, active; changed; deleted; gone", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  const path = await activeDatabase(api, id, { name: "orders" });
  await processed(api, await api.put(path, { datasetSizeInGb: 2 }));
  expect((await api.get(path)).body.status).toBe("active-change-pending");
  await pass(50);
  await processed(api, await api.delete(path));
  expect((await api.get(path)).body.status).toBe("delete-pending");
  await pass(40);
  expect((await api.get(path)).status).toBe(404);
  const states = simulator.record.changes
    .filter((change) => change.kind === "database" && change.name === "orders")
    .map((change) => change.to);
  expect(states).toEqual([
    "draft",
    "pending",
    "active",
    "active-change-pending",
    "active",
    "delete-pending",
    "gone",
  ]);
});

test("refuses to make a fourth subscription non-active", async () => {
  const { api, simulator } = await simulate();
  const kept = await activeSubscription(api);
  for (const name of ["a", "b", "c"]) {
    await processed(api, await api.post("/subscriptions", subscriptionRequest({ name })));
  }
  const attempts = [
    await api.post("/subscriptions", subscriptionRequest({ name: "d" })),
    await api.put(`/subscriptions/${kept}`, { name: "renamed" }),
  ];
  for (const attempt of attempts) {
    expect((await processed(api, attempt)).response.error).toMatchObject({
      type: "TOO_MANY_PENDING_SUBSCRIPTIONS",
      status: "400 BAD_REQUEST",
    });
  }
  expect(simulator.record.highestNonActiveSubscriptions()).toBe(3);
  await pass(600);
  const again = await api.put(`/subscriptions/${kept}`, { name: "renamed" });
  expect((await processed(api, again)).status).toBe("processing-completed");
});

test("turns a subscription pending when a database makes its cluster grow, and creates no other meanwhile", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  const list = `/subscriptions/${id}/databases`;
  const state = async () => (await api.get(`/subscriptions/${id}`)).body.status;
  await processed(api, await api.post(list, { name: "small", datasetSizeInGb: 1 }));
  expect(await state()).toBe("active");
  await processed(api, await api.post(list, { name: "large", datasetSizeInGb: 100 }));
  expect(await state()).toBe("pending");
  const refused = await processed(api, await api.post(list, { name: "next", datasetSizeInGb: 1 }));
  expect(refused.response.error.type).toBe("DATABASE_SUBSCRIPTION_IN_PENDING_STATUS");
  expect(simulator.record.databasesSubmittedWhileNonActive()).toHaveLength(1);
  await pass(300);
  expect(await state()).toBe("active");
  const accepted = await processed(api, await api.post(list, { name: "next", datasetSizeInGb: 1 }));
  expect(accepted.status).toBe("processing-completed");
});

test("turns a subscription pending for every nth database with the option pendingEvery", async () => {
  const { api } = await simulate({ pendingEvery: 2 });
  const id = await activeSubscription(api);
  const states = [];
  for (const name of ["a", "b", "c", "d"]) {
    const created = await api.post(`/subscriptions/${id}/databases`, { name, datasetSizeInGb: 1 });
    expect((await processed(api, created)).status).toBe("processing-completed");
    states.push((await api.get(`/subscriptions/${id}`)).body.status);
    await pass(300);
  }
  expect(states).toEqual(["active", "pending", "active", "pending"]);
});

test("deletes a subscription only when its databases are gone", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  const [database] = (await api.get(`/subscriptions/${id}/databases`)).body.subscription[0].databases;
  const early = await processed(api, await api.delete(`/subscriptions/${id}`));
  expect(early.response.error.type).toBe("SUBSCRIPTION_IN_USE");
  await processed(api, await api.delete(`/subscriptions/${id}/databases/${database.databaseId}`));
  await pass(40);
  await processed(api, await api.delete(`/subscriptions/${id}`));
  expect((await api.get(`/subscriptions/${id}`)).body.status).toBe("deleting");
  await pass(120);
  expect((await api.get(`/subscriptions/${id}`)).status).toBe(404);
  expect(simulator.record.remaining()).toEqual([]);
});

test("refuses tasks on resources that are not active", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const list = `/subscriptions/${id}/databases`;
  const created = await processed(api, await api.post(list, { name: "young", datasetSizeInGb: 1 }));
  const young = `${list}/${created.response.resourceId}`;
  const code = async (answer: ReturnType<typeof api.put>) =>
    (await processed(api, await answer)).response.error.type;
  expect(await code(api.put(young, { replication: false }))).toBe("DATABASE_NOT_ACTIVE");
  expect(await code(api.delete(young))).toBe("DATABASE_NOT_ACTIVE");
  await pass(100);
  await processed(api, await api.put(`/subscriptions/${id}`, { name: "renamed" }));
  expect(await code(api.put(young, { replication: false }))).toBe("SUBSCRIPTION_NOT_ACTIVE");
  expect(await code(api.put(`/subscriptions/${id}`, { name: "again" }))).toBe("SUBSCRIPTION_NOT_ACTIVE");
});

test("answers 404 for a fresh ID of a task or a resource for a moment", async () => {
  const { api } = await simulate({ durations: { ...EXACT, visibility: [2, 2] } });
  const { taskId } = (await api.post("/subscriptions", subscriptionRequest())).body;
  expect((await api.get(`/tasks/${taskId}`)).status).toBe(404);
  expect((await api.get("/tasks")).body.tasks).toEqual([]);
  await pass(5);
  const { resourceId } = (await api.get(`/tasks/${taskId}`)).body.response;
  expect((await api.get(`/subscriptions/${resourceId}`)).status).toBe(404);
  expect((await api.get("/subscriptions")).body.subscriptions).toEqual([]);
  await pass(2);
  expect((await api.get(`/subscriptions/${resourceId}`)).status).toBe(200);
});

test("durations, IDs and passwords repeat for a seed", async () => {
  const history = async () => {
    const { api, simulator } = await simulate({ durations: {}, seed: 42 });
    const start = simulator.now();
    await api.post("/subscriptions", subscriptionRequest());
    await pass(3000);
    return simulator.record.changes.map(({ at, ...change }) => ({ ...change, after: at - start }));
  };
  expect(await history()).toEqual(await history());
});
