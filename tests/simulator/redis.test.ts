import { ACTIVE_ACTIVE, subscriptionRequest } from "./client";
import { RealCloud, withRedis } from "./realRedis";

let cloud: RealCloud;
beforeEach(async () => {
  cloud = await RealCloud.start();
});
afterEach(() => cloud.close());

withRedis("answers at the endpoint of an active database with its password, size and policy", async () => {
  const path = await cloud.database({ dataEvictionPolicy: "allkeys-lfu" });
  const redis = await cloud.connect(path);
  expect(await redis.set("key", "value")).toBe("OK");
  expect(await redis.config("GET", "maxmemory")).toEqual(["maxmemory", String(2 * 1024 ** 3)]);
  expect(await redis.config("GET", "maxmemory-policy")).toEqual(["maxmemory-policy", "allkeys-lfu"]);
  redis.disconnect();
  const stranger = await cloud.connect(path, "wrong");
  await expect(stranger.ping()).rejects.toThrow();
  stranger.disconnect();
});

withRedis("applies a new password and size without losing data, nor connections that are open", async () => {
  const path = await cloud.database({ password: "first-password" });
  const before = await cloud.connect(path);
  await before.set("key", "value");
  await cloud.processed(cloud.api.put(path, { password: 'with "quotes" and spaces', datasetSizeInGb: 2 }));
  await cloud.state(path, "active");
  expect(await before.get("key")).toBe("value");
  before.disconnect();
  const late = await cloud.connect(path, "first-password");
  await expect(late.ping()).rejects.toThrow();
  late.disconnect();
  const after = await cloud.connect(path);
  expect(await after.get("key")).toBe("value");
  expect(await after.config("GET", "maxmemory")).toEqual(["maxmemory", String(4 * 1024 ** 3)]);
  after.disconnect();
});

withRedis("ends the server with its database", async () => {
  const path = await cloud.database();
  const redis = await cloud.connect(path);
  await redis.ping();
  const ended = new Promise((resolve) => redis.once("close", resolve));
  await cloud.processed(cloud.api.delete(path));
  await cloud.state(path, undefined);
  await ended;
});

withRedis(
  "the slow log of a database is that of its server, without the simulator's own commands",
  async () => {
    const path = await cloud.database();
    const redis = await cloud.connect(path);
    await redis.config("SET", "slowlog-log-slower-than", "0");
    await redis.set("key", "a value with é");
    const { status, body } = await cloud.api.get(`${path}/slow-log`);
    expect(status).toBe(200);
    const entries: { arguments: string }[] = body.entries;
    expect(entries.filter((entry) => /^set/i.test(entry.arguments))).toEqual([
      {
        id: expect.any(Number),
        startTime: expect.stringMatching(/^\d{4}-.*Z$/),
        duration: expect.any(Number),
        arguments: "set key a value with é",
      },
    ]);
    expect(entries.filter((entry) => /eval|auth/i.test(entry.arguments))).toEqual([]);
    redis.disconnect();
  },
);

withRedis("a flush deletes the data of an Active-Active database in each of its regions", async () => {
  const password = "the-same-in-each-region";
  const created = cloud.api.post("/subscriptions", subscriptionRequest(ACTIVE_ACTIVE));
  const subscription = `/subscriptions/${await cloud.processed(created)}`;
  await cloud.state(subscription, "active");
  const [{ databaseId }] = (await cloud.api.get(`${subscription}/databases`)).body.subscription[0].databases;
  const path = `${subscription}/databases/${databaseId}`;
  await cloud.state(path, "active");
  await cloud.processed(cloud.api.put(`${path}/regions`, { globalPassword: password }));
  await cloud.state(path, "active");
  const { crdbDatabases } = (await cloud.api.get(path)).body;
  const connections = crdbDatabases.map((one: { publicEndpoint: string }) =>
    cloud.connectTo(one.publicEndpoint, password),
  );
  const regions = await Promise.all(connections);
  for (const redis of regions) await redis.set("key", "value");
  expect(await cloud.processed(cloud.api.put(`${path}/flush`, {}))).toBe(databaseId);
  expect(await Promise.all(regions.map((redis) => redis.dbsize()))).toEqual([0, 0]);
  for (const redis of regions) redis.disconnect();
});
