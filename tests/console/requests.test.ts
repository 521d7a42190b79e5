import {
  activeSubscription,
  pass,
  processed,
  subscriptionRequest,
  useVirtualTime,
} from "../simulator/client";
import { type ConsoleClient, events, simulateWithConsole } from "./api";

useVirtualTime();

const PLANTED = {
  apiKey: "planted-api-key",
  apiSecretKey: "planted-api-secret",
  database: "planted-db-password",
  user: "Planted-user-password-1!",
  accessKey: "planted-access-key",
  accessSecret: "planted-access-secret",
  console: "planted-console-password",
  uri: "planted/uri-password",
};

/** Everything that the console tells, as text. */
async function everything(console: ConsoleClient): Promise<string> {
  const { accounts } = await console.state();
  const requests = await console.requests();
  const exchanges = await Promise.all(requests.map(({ number }) => console.request(number)));
  const exports = await Promise.all(
    accounts.map(({ accountId }) => console.send("GET", `/accounts/${accountId}/export`)),
  );
  return JSON.stringify([
    await console.state(),
    requests,
    exchanges,
    exports,
    await console.send("GET", "/record"),
  ]);
}

test("no secret is in any answer, nor in any event", async () => {
  const { apiKey, apiSecretKey } = PLANTED;
  const { simulator, api, console } = await simulateWithConsole({ accounts: [{ apiKey, apiSecretKey }] });
  const { received, end } = await events(simulator);
  await pass(1);
  const subscriptionId = await activeSubscription(api);
  const databases = `/subscriptions/${subscriptionId}/databases`;
  const database = await processed(
    api,
    await api.post(databases, {
      name: "cache",
      datasetSizeInGb: 1,
      password: PLANTED.database,
      replica: { syncSources: [{ endpoint: `redis://:${PLANTED.uri}@source.example:6379` }] },
    }),
  );
  await pass(100);
  const path = `${databases}/${database.response.resourceId}`;
  expect(JSON.stringify((await api.get(path)).body)).toContain(PLANTED.database);
  await api.post(`${path}/import`, {
    sourceType: "ftp",
    importFromUri: [`ftp://user:${PLANTED.uri}@files.example/dump.rdb`],
  });
  await api.post("/cloud-accounts", {
    name: "ours",
    provider: "AWS",
    accessKeyId: PLANTED.accessKey,
    accessSecretKey: PLANTED.accessSecret,
    consoleUsername: "planted-console-user",
    consolePassword: PLANTED.console,
    signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
  });
  await api.post("/acl/users", { name: "ann", role: "none", password: PLANTED.user });
  await api.post(databases, { name: "wrong", password: PLANTED.database, passwort: PLANTED.database });
  await simulator.fetch(
    new Request(`${simulator.url}/subscriptions`, {
      method: "POST",
      headers: { "x-api-key": apiKey, "x-api-secret-key": apiSecretKey },
      body: `{"password": "${PLANTED.database}"`,
    }),
  );
  await pass(300);
  end();
  const told = (await everything(console)) + JSON.stringify(received);
  for (const secret of [...Object.values(PLANTED), "planted-console-user"])
    expect(told).not.toContain(secret);
  expect(told).toContain("••••••••");
});

test("a request is shown with its body and its answer, and as a command line with the keys of the environment", async () => {
  const { api, console } = await simulateWithConsole();
  await api.post("/subscriptions", subscriptionRequest({ name: "it's ours" }));
  const [{ number = 0 } = {}] = await console.requests("?method=post");
  const { request, answer, curl } = await console.request(number);
  expect(request).toMatchObject({ name: "it's ours", paymentMethodId: 2 });
  expect(answer).toMatchObject({ taskId: expect.any(String), status: "received" });
  expect(curl).toMatch(/^curl -X POST 'http:\/\/127\.0\.0\.1:\d+\/v1\/subscriptions'/);
  expect(curl).toContain("$REDIS_CLOUD_API_SECRET_KEY");
  expect(curl).toContain("it'\\''s ours");
});

test("requests are found by resource, task, method and status", async () => {
  const { api, console } = await simulateWithConsole();
  const { body } = await api.post("/subscriptions", subscriptionRequest());
  await api.get(`/tasks/${body.taskId}`);
  await api.get("/subscriptions/4711");
  const paths = async (query: string) =>
    (await console.requests(query)).map(({ method, path }) => `${method} ${path}`);
  expect(await paths(`?taskId=${body.taskId}`)).toEqual([
    "POST /v1/subscriptions",
    `GET /v1/tasks/${body.taskId}`,
  ]);
  expect(await paths("?status=4xx")).toEqual(["GET /v1/subscriptions/4711"]);
  expect(await paths("?status=202")).toEqual(["POST /v1/subscriptions"]);
  expect(await paths("?resource=subscriptions/4711")).toEqual(["GET /v1/subscriptions/4711"]);
  expect(await paths("?limit=1")).toEqual(["GET /v1/subscriptions/4711"]);
});

test("what the console reads is not part of the record, and uses nothing of the rate limit", async () => {
  const { simulator, console } = await simulateWithConsole();
  for (let count = 0; count < 5; count++) await console.state();
  expect(simulator.record.requests).toEqual([]);
  expect((await console.account()).rateLimit).toEqual({ limit: 400, used: 0 });
});
