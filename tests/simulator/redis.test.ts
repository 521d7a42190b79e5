import { Redis } from "ioredis";
import { type Simulator, startSimulator } from "../../simulator";
import { redisServerOnPath } from "../../simulator/redis/servers";
import { type Client, clientOf, EXACT, subscriptionRequest } from "./client";

/** These tests run in real time, sped up, for real servers know no virtual one. */
const TIME_SCALE = 2000;

const withRedis = redisServerOnPath() ? test : test.skip;

let simulator: Simulator;
let api: Client;
beforeEach(async () => {
  simulator = await startSimulator({ timeScale: TIME_SCALE, durations: EXACT, rateLimit: 1_000_000 });
  api = clientOf(simulator);
});
afterEach(() => simulator.close());

withRedis("answers at the endpoint of an active database with its password, size and policy", async () => {
  const path = await database({ dataEvictionPolicy: "allkeys-lfu" });
  const redis = await connect(path);
  expect(await redis.set("key", "value")).toBe("OK");
  expect(await redis.config("GET", "maxmemory")).toEqual(["maxmemory", String(2 * 1024 ** 3)]);
  expect(await redis.config("GET", "maxmemory-policy")).toEqual(["maxmemory-policy", "allkeys-lfu"]);
  redis.disconnect();
  await expect(connect(path, "wrong")).rejects.toThrow();
});

withRedis("applies a new password and size without losing data, nor connections that are open", async () => {
  const path = await database({ password: "first-password" });
  const before = await connect(path);
  await before.set("key", "value");
  await until(api.put(path, { password: 'with "quotes" and spaces', datasetSizeInGb: 2 }), path, "active");
  expect(await before.get("key")).toBe("value");
  before.disconnect();
  await expect(connect(path, "first-password")).rejects.toThrow();
  const after = await connect(path);
  expect(await after.get("key")).toBe("value");
  expect(await after.config("GET", "maxmemory")).toEqual(["maxmemory", String(4 * 1024 ** 3)]);
  after.disconnect();
});

withRedis("ends the server with its database", async () => {
  const path = await database({});
  const redis = await connect(path);
  const ended = new Promise((resolve) => redis.once("close", resolve));
  await until(api.delete(path), path, undefined);
  await ended;
});

async function database(changes: object): Promise<string> {
  const created = await task(api.post("/subscriptions", subscriptionRequest()));
  const subscription = `/subscriptions/${created.resourceId}`;
  await state(subscription, "active");
  const request = { name: "real", datasetSizeInGb: 1, ...changes };
  const { resourceId } = await task(api.post(`${subscription}/databases`, request));
  await state(`${subscription}/databases/${resourceId}`, "active");
  return `${subscription}/databases/${resourceId}`;
}

async function connect(path: string, password?: string): Promise<Redis> {
  const { publicEndpoint, security } = (await api.get(path)).body;
  const [host, port] = publicEndpoint.split(":");
  const redis = new Redis({
    host,
    port: Number(port),
    password: password ?? security.password,
    lazyConnect: true,
    retryStrategy: () => null,
  });
  redis.on("error", () => {});
  await redis.connect();
  await redis.ping();
  return redis;
}

async function task(answer: ReturnType<typeof api.post>): Promise<{ resourceId: number }> {
  const { taskId } = (await answer).body;
  for (;;) {
    const { status, body } = await api.get(`/tasks/${taskId}`);
    if (body.status === "processing-completed") return body.response;
    expect(status === 404 || body.status !== "processing-error").toBe(true);
  }
}

async function until(answer: ReturnType<typeof api.put>, path: string, status: string | undefined) {
  await task(answer);
  await state(path, status);
}

/** Looks until the resource is in this state; undefined: gone. */
async function state(path: string, status: string | undefined): Promise<void> {
  while ((await api.get(path)).body.status !== (status ?? 404)) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
