import {
  activeDatabase,
  activeSubscription,
  pass,
  processed,
  simulate,
  subscriptionRequest,
  useVirtualTime,
} from "./client";

useVirtualTime();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("answers a write with the envelope of its task", async () => {
  const { api, simulator } = await simulate();
  const { status, body } = await api.post("/subscriptions", subscriptionRequest());
  expect(status).toBe(202);
  expect(body).toEqual({
    taskId: expect.stringMatching(UUID),
    commandType: "subscriptionCreateRequest",
    status: "received",
    description: "Task request received and is being queued for processing.",
    timestamp: new Date(simulator.now()).toISOString(),
    links: [{ rel: "task", href: `${simulator.url}/tasks/${body.taskId}`, type: "GET" }],
  });
});

test("a completed task has its resource ID and links to the resource", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  const created = await api.post(`/subscriptions/${id}/databases`, { name: "orders", datasetSizeInGb: 1 });
  const task = await processed(api, created);
  const { resourceId } = task.response;
  expect(task).toMatchObject({
    status: "processing-completed",
    description:
      "Request processing completed successfully and its resources are now being provisioned / de-provisioned.",
    response: { additionalResourceId: id },
    links: [
      { rel: "resource", href: `${simulator.url}/subscriptions/${id}/databases/${resourceId}`, type: "GET" },
      { rel: "self", href: `${simulator.url}/tasks/${task.taskId}`, type: "GET" },
    ],
  });
});

test("a failed task has an error with type, status and description", async () => {
  const { api } = await simulate();
  const refused = await api.post("/subscriptions", subscriptionRequest({ paymentMethodId: undefined }));
  const task = await processed(api, refused);
  expect(task).toMatchObject({
    status: "processing-error",
    description: "Task request failed during processing. See error information for failure details.",
    response: {
      error: {
        type: "PAYMENT_INFO_NOT_PROVIDED",
        status: "400 BAD_REQUEST",
        description: expect.any(String),
      },
    },
  });
});

test("errors about payment methods and changing subscriptions have the recorded status", async () => {
  const { api } = await simulate();
  const unpaid = await api.post("/subscriptions", subscriptionRequest({ paymentMethodId: 99 }));
  expect((await processed(api, unpaid)).response.error).toEqual({
    type: "SUBSCRIPTION_PI_NOT_FOUND",
    status: "400 BAD_REQUEST",
    description:
      "Payment info was not found for subscription. Use 'GET /payment-methods' to lookup valid payment methods for current Account",
  });
  const path = `/subscriptions/${await activeSubscription(api)}`;
  await processed(api, await api.put(path, { name: "renamed" }));
  const early = await api.put(`${path}/maintenance-windows`, { mode: "automatic" });
  expect((await processed(api, early)).response.error).toEqual({
    type: "SUBSCRIPTION_NOT_ACTIVE",
    status: "403 FORBIDDEN",
    description: "Cannot preform any actions for subscription that is not in an active state",
  });
});

test("lists the tasks of the past ten days, the most recently updated first", async () => {
  const { api } = await simulate();
  const first = await api.post("/subscriptions", subscriptionRequest());
  await pass(9 * 24 * 3600);
  const second = await api.post("/subscriptions", subscriptionRequest());
  const ids = async () => (await api.get("/tasks")).body.tasks.map((task: { taskId: string }) => task.taskId);
  expect(await ids()).toEqual([second.body.taskId, first.body.taskId]);
  await pass(2 * 24 * 3600);
  expect(await ids()).toEqual([second.body.taskId]);
});

test("refuses wrong and missing keys", async () => {
  const { simulator } = await simulate();
  const wrong = { "x-api-key": simulator.accounts[0]?.apiKey ?? "", "x-api-secret-key": "wrong" };
  for (const headers of [undefined, wrong]) {
    const response = await simulator.fetch(new Request(`${simulator.url}/tasks`, { headers }));
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ status: 401, error: "Unauthorized", path: "/v1/tasks" });
  }
});

test("answers 404 with the recorded body for paths and resources that do not exist", async () => {
  const { api } = await simulate();
  for (const path of ["/nowhere", "/subscriptions/1", "/tasks/unknown", "/cloud-accounts/77"]) {
    const { status, body } = await api.get(path);
    expect(status).toBe(404);
    expect(body).toEqual({
      timestamp: expect.any(String),
      status: 404,
      error: "Not Found",
      message: expect.any(String),
      path: `/v1${path}`,
    });
  }
  expect((await api.delete("/subscriptions/1")).status).toBe(404);
  expect((await api.put("/subscriptions/1/databases/2", {})).status).toBe(404);
});

test("tolerates a trailing slash", async () => {
  const { api } = await simulate();
  expect((await api.get("/")).body.account.id).toBe(1001);
  expect((await api.get("")).status).toBe(200);
  expect((await api.get("/subscriptions/")).status).toBe(200);
});

test.each([
  ["an unknown field", { colour: "red" }, 'Unrecognized field "colour"'],
  [
    "a nested unknown field",
    { databases: [{ name: "a", size: 1 }] },
    'Unrecognized field "databases.0.size"',
  ],
  ["a wrong type", { name: 7 }, 'Cannot deserialize value of "name"'],
  ["a missing field", { databases: undefined }, 'Missing required field "databases"'],
  [
    "an unknown value",
    { memoryStorage: "paper" },
    'of type `mappings.MemoryStorage` from String "paper": not one of the values accepted for Enum class: [ram, ram-and-flash]',
  ],
])("refuses %s at once, in plain text and without a task", async (_, changes, message) => {
  const { api } = await simulate();
  const { status, body } = await api.post("/subscriptions", subscriptionRequest(changes));
  expect(status).toBe(400);
  expect(body).toMatch(
    /^Bad Request: JSON parameter contains unsupported fields \/ values\. JSON parse error: /,
  );
  expect(body).toContain(message);
  expect((await api.get("/tasks")).body.tasks).toEqual([]);
});

test("ignores the read-only fields and the nulls that real clients send", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api, { commandType: "SUBSCRIPTION_CREATE", redisVersion: null });
  const path = await activeDatabase(api, id, { name: "orders", subscriptionId: 7, replicaOf: null });
  const updated = await api.put(path, {
    subscriptionId: 7,
    databaseId: 8,
    commandType: "x",
    replicaOf: null,
  });
  expect((await processed(api, updated)).status).toBe("processing-completed");
});

test("pages databases; an offset past the end and a subscription without databases answer 404", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api, {
    databases: [{ name: "db", protocol: "redis", datasetSizeInGb: 1, quantity: 5 }],
  });
  const list = `/subscriptions/${id}/databases`;
  const names = async (query: string) =>
    (await api.get(`${list}?${query}`)).body.subscription[0].databases.map(
      (one: { name: string }) => one.name,
    );
  expect(await names("offset=0&limit=2")).toEqual(["db-1", "db-2"]);
  expect(await names("offset=4&limit=2")).toEqual(["db-5"]);
  expect((await api.get(`${list}?offset=5&limit=2`)).status).toBe(404);
  const all = (await api.get(list)).body;
  expect(all).toMatchObject({
    accountId: 1001,
    subscription: [{ subscriptionId: id, numberOfDatabases: 5 }],
  });
  for (const { databaseId } of all.subscription[0].databases) await api.delete(`${list}/${databaseId}`);
  await pass(100);
  expect((await api.get(list)).status).toBe(404);
  expect((await api.get(`/subscriptions/${id}`)).body.numberOfDatabases).toBe(0);
});

test("counts the requests of a minute, answers how many remain, and 429 beyond the limit", async () => {
  const { api } = await simulate({ rateLimit: 3 });
  const remaining = [];
  for (let sent = 0; sent < 3; sent++) {
    remaining.push((await api.get("/tasks")).headers.get("X-Rate-Limit-Remaining"));
  }
  expect(remaining).toEqual(["2", "1", "0"]);
  expect((await api.get("/tasks")).status).toBe(429);
  await pass(60);
  expect((await api.get("/tasks")).status).toBe(200);
});

test("records every request, and no secret", async () => {
  const { api, simulator } = await simulate();
  const password = "only-the-database-knows";
  const id = await activeSubscription(api);
  await activeDatabase(api, id, { name: "orders", password });
  await api.get("/subscriptions?offset=0");
  expect(simulator.record.requests.at(-1)).toEqual({
    at: simulator.now(),
    accountId: 1001,
    method: "GET",
    path: "/v1/subscriptions?offset=0",
    status: 200,
  });
  const record = JSON.stringify(simulator.record);
  expect(record).not.toContain(password);
  expect(record).not.toContain(simulator.accounts[0]?.apiSecretKey);
});

test("lists the catalogues of an account", async () => {
  const { api } = await simulate();
  expect((await api.get("/regions?provider=GCP")).body.regions).toContainEqual({
    id: 27,
    name: "us-central1",
    provider: "GCP",
  });
  expect((await api.get("/payment-methods")).body.paymentMethods[0]).toMatchObject({ id: 2, type: "Visa" });
  expect((await api.get("/database-modules")).body.modules).toHaveLength(4);
  expect((await api.get("/data-persistence")).body.dataPersistence[0].name).toBe("none");
  expect((await api.get("/query-performance-factors")).body.queryPerformanceFactors).toContain("Standard");
  const { redisVersions } = (await api.get("/subscriptions/redis-versions")).body;
  expect(redisVersions.filter((version: { isDefault: boolean }) => version.isDefault)).toHaveLength(1);
});
