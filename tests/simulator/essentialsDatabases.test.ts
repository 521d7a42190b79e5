import { type Client, errorOf, pass, processed, simulate, stateOf, useVirtualTime } from "./client";
import { activeEssentials, activeEssentialsDatabase, activeFree, PLAN } from "./essentials";

useVirtualTime();

test("a database turns active, and shows the plan's size in place of its own", async () => {
  const { api } = await simulate();
  const subscription = await activeEssentials(api);
  const created = await processed(api, await api.post(`${subscription}/databases`, { name: "cache" }));
  const id = created.response.resourceId;
  expect(created).toMatchObject({
    commandType: "fixedDatabaseCreateRequest",
    response: { additionalResourceId: Number(subscription.split("/").at(-1)) },
  });
  const path = `${subscription}/databases/${id}`;
  const states = [await stateOf(api, path)];
  for (const seconds of [6, 54]) {
    await pass(seconds);
    states.push(await stateOf(api, path));
  }
  expect(states).toEqual(["draft", "pending", "active"]);
  const { body } = await api.get(path);
  expect(body).toMatchObject({
    protocol: "stack",
    provider: "AWS",
    planMemoryLimit: 1,
    planDatasetSize: 0.5,
    memoryLimitMeasurementUnit: "GB",
    replication: true,
    security: { defaultUserEnabled: true, sourceIps: ["0.0.0.0/0"], password: expect.any(String) },
    backup: { remoteBackupEnabled: false },
    alerts: [{ name: "connections-limit", value: 80, defaultValue: 80 }],
    publicEndpoint: expect.stringMatching(/:\d+$/),
  });
  expect(body).not.toHaveProperty("datasetSizeInGb");
});

test("the list has its subscription as an object, no passwords, and ends with an empty page", async () => {
  const { api } = await simulate();
  const subscription = await activeEssentials(api, { planId: PLAN.several });
  const list = async (query = "") => (await api.get(`${subscription}/databases${query}`)).body.subscription;
  expect(await list()).toMatchObject({ numberOfDatabases: 0, databases: [] });
  await activeEssentialsDatabase(api, subscription, { name: "one" });
  const { databases } = await list();
  expect(databases).toMatchObject([{ name: "one" }]);
  expect(databases[0].security).not.toHaveProperty("password");
  expect((await list("?offset=1")).databases).toEqual([]);
});

test("an update changes settings; empty lists and strings clear", async () => {
  const { api } = await simulate();
  const path = await activeEssentialsDatabase(api, await activeEssentials(api));
  const change = {
    name: "renamed",
    replication: false,
    dataPersistence: "snapshot-every-1-hour",
    dataEvictionPolicy: "noeviction",
    periodicBackupPath: "s3://here",
    sourceIps: ["10.0.0.0/24"],
    enableTls: true,
    password: "secret",
    alerts: [{ name: "connections-limit", value: 60 }],
  };
  await processed(api, await api.put(path, change));
  expect(await stateOf(api, path)).toBe("active-change-pending");
  await pass(20);
  expect((await api.get(path)).body).toMatchObject({
    name: "renamed",
    status: "active",
    replication: false,
    dataPersistence: "snapshot-every-1-hour",
    security: { sourceIps: ["10.0.0.0/24"], enableTls: true, password: "secret" },
    alerts: [{ name: "connections-limit", value: 60, defaultValue: 80 }],
    backup: { remoteBackupEnabled: true, interval: "every-24-hours", destination: "s3://here" },
  });
  await processed(api, await api.put(path, { periodicBackupPath: "", sourceIps: [], alerts: [] }));
  expect((await api.get(path)).body).toMatchObject({
    security: { sourceIps: ["0.0.0.0/0"] },
    alerts: [{ name: "connections-limit", value: 80 }],
    backup: { remoteBackupEnabled: false },
  });
});

test("an upgrade, backups, imports and tags work as with Pro databases", async () => {
  const { api } = await simulate();
  const subscription = await activeEssentials(api);
  const path = await activeEssentialsDatabase(api, subscription, { redisVersion: "7.4" });
  expect((await api.get(`${path}/available-target-versions`)).body).toEqual({
    targets: [{ redisVersion: "8.2" }],
  });
  const upgrade = await processed(api, await api.post(`${path}/upgrade`, { targetRedisVersion: "8.2" }));
  expect(upgrade.commandType).toBe("fixedDatabaseUpgradeRedisVersionRequest");
  expect(await stateOf(api, path)).toBe("active-upgrade-pending");
  await pass(100);
  expect((await api.get(`${path}/upgrade`)).body).toMatchObject({ upgradeStatus: "done" });
  expect((await errorOf(api, await api.post(`${path}/backup`))).type).toBe("DATABASE_BACKUP_DISABLED");
  expect(await errorOf(api, await api.post(`${path}/backup`, { adhocBackupPath: "s3://x" }))).toBeUndefined();
  await processed(api, await api.put(path, { periodicBackupPath: "s3://here" }));
  await pass(50);
  const backup = await processed(api, await api.get(`${path}/backup`));
  expect(backup.response.resource).toMatchObject({ status: "success" });
  const source = { sourceType: "http", importFromUri: ["http://example.com/dump.rdb"] };
  await processed(api, await api.post(`${path}/import`, source));
  expect((await processed(api, await api.get(`${path}/import`))).response.resource).toEqual({
    status: "importing",
  });
  const tags = [{ key: "team", value: "web" }];
  expect((await api.put(`${path}/tags`, { tags })).body.tags).toMatchObject(tags);
  expect((await api.get(`${path}/tags`)).body.tags).toMatchObject(tags);
});

const refusal = async (api: Client, subscription: string, request: object) =>
  (await errorOf(api, await api.post(`${subscription}/databases`, { name: "new", ...request })))?.type;

test.each([
  [{ replication: true }, "FIXED_DATABASE_REPLICATION_IS_NOT_SUPPORTED_IN_REQUESTED_PLAN"],
  [{ dataPersistence: "aof-every-write" }, "FIXED_DATABASE_CLUSTER_DOES_NOT_SUPPORT_DATA_PERSISTENCE"],
  [{ periodicBackupPath: "s3://x" }, "DATABASE_BACKUP_NOT_SUPPORTED"],
  [
    { sourceIps: ["10.0.0.1", "10.0.0.2"] },
    "FIXED_DATABASE_SOURCE_IPS_LIST_IS_GREATER_THAN_PLAN_MAX_COUNT_ALLOWED_SOURCE_IPS",
  ],
  [{ alerts: [{ name: "latency", value: 5 }] }, "FIXED_DATABASE_ALERT_NOT_SUPPORTED"],
  [{ replicaOf: ["redis://source:6379"] }, "FIXED_DATABASE_REPLICA_OF_NOT_SUPPORTED_IN_REQUESTED_PLAN"],
  [{ enableTls: true }, "FIXED_DATABASE_ENABLE_TLS_NOT_SUPPORTED_IN_REQUESTED_PLAN"],
  [{ clientSslCertificate: "x" }, "FIXED_DATABASE_CLIENT_SSL_CERTIFICATE_NOT_SUPPORTED_IN_REQUESTED_PLAN"],
  [
    { datasetSizeInGb: 1 },
    "FIXED_DATABASE_MEMORY_LIMIT_IN_GB_AND_DATA_SET_SIZE_SUPPORTED_ONLY_FOR_PAY_AS_YOU_GO",
  ],
  [
    { enableDatabaseClustering: true },
    "FIXED_DATABASE_ENABLE_DATABASE_CLUSTERING_SUPPORTED_ONLY_FOR_PAY_AS_YOU_GO",
  ],
  [{ numberOfShards: 2 }, "FIXED_DATABASE_NUMBER_OF_SHARDS_SUPPORTED_ONLY_FOR_PAY_AS_YOU_GO"],
  [{ supportOSSClusterApi: true }, "FIXED_DATABASE_OSS_CLUSTER_API_IS_NOT_SUPPORTED_IN_REQUESTED_PLAN"],
  [{ regexRules: ["(?<tag>.*)"] }, "FIXED_DATABASE_REGEX_RULES_NOT_SUPPORTED_IN_REQUESTED_PLAN"],
  [{ protocol: "stack", modules: [{ name: "RedisJSON" }] }, "FIXED_DATABASE_STACK_PROTOCOL_CONTAINS_MODULES"],
  [{ redisVersion: "6.2", respVersion: "resp3" }, "FIXED_DATABASE_RESP_VERSION_IS_NOT_SUPPORTED"],
  [{ dataEvictionPolicy: "allkeys-lrm" }, "FIXED_DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION"],
  [{ name: "1st" }, "DATABASE_INVALID_NAME"],
])("a free plan refuses %j", async (request, code) => {
  const { api } = await simulate();
  expect(await refusal(api, await activeFree(api), request)).toBe(code);
});

test("as many databases as the plan has, with names of their own", async () => {
  const { api } = await simulate();
  const path = await activeEssentials(api, { planId: PLAN.several });
  for (const name of ["a", "b", "c", "d"]) expect(await refusal(api, path, { name })).toBeUndefined();
  expect(await refusal(api, path, { name: "a" })).toBe("DATABASE_NAME_EXISTS");
  expect(await refusal(api, path, { name: "e" })).toBe(
    "FIXED_DATABASE_FIXED_SUBSCRIPTION_REACHED_MAX_DATABASES_COUNT",
  );
});

test("Redis Flex takes the protocol redis only, which is its default", async () => {
  const { api } = await simulate();
  const path = await activeEssentials(api, { planId: PLAN.flex });
  expect(await refusal(api, path, { protocol: "stack" })).toBe(
    "FIXED_DATABASE_STACK_PROTOCOL_IS_NOT_SUPPORTED_FOR_REDIS_FLEX",
  );
  expect(await refusal(api, path, { protocol: "memcached" })).toBe(
    "FIXED_DATABASE_MEMCACHED_PROTOCOL_IS_NOT_SUPPORTED_FOR_REDIS_FLEX",
  );
  const database = await activeEssentialsDatabase(api, path);
  expect((await api.get(database)).body).toMatchObject({
    protocol: "redis",
    redisFlex: true,
    memoryStorage: "ram-and-flash",
  });
});

test("pay-as-you-go databases have a size, shards and a hashing policy of their own", async () => {
  const { api } = await simulate();
  const path = await activeEssentials(api, { planId: PLAN.payAsYouGo });
  expect(await refusal(api, path, {})).toBe(
    "FIXED_DATABASE_PAYG_MEMORY_LIMIT_IN_GB_OR_DATA_SET_SIZE_IN_GB_IS_MISSING",
  );
  const size = { datasetSizeInGb: 1 };
  expect(await refusal(api, path, { ...size, numberOfShards: 2 })).toBe(
    "FIXED_DATABASE_NUMBER_OF_SHARDS_REQUIRES_DATABASE_CLUSTERING_ENABLED",
  );
  expect(await refusal(api, path, { ...size, numberOfShards: 0 })).toBe(
    "FIXED_DATABASE_NUMBER_OF_SHARDS_INVALID_VALUE",
  );
  expect(await refusal(api, path, { ...size, protocol: "stack" })).toBe(
    "FIXED_DATABASE_STACK_PROTOCOL_IS_NOT_SUPPORTED_IN_SELECTED_PLAN_OR_CLUSTER",
  );
  const clustered = {
    ...size,
    enableDatabaseClustering: true,
    numberOfShards: 2,
    regexRules: ["(?<tag>.*)"],
  };
  const database = await activeEssentialsDatabase(api, path, clustered);
  expect((await api.get(database)).body).toMatchObject({
    datasetSizeInGb: 1,
    memoryLimitInGb: 2,
    clustering: { enabled: true, numberOfShards: 2, hashingPolicy: "custom" },
  });
});

test("memcached is no replica, and its upgrade is refused", async () => {
  const { api } = await simulate();
  const path = await activeEssentials(api);
  const memcached = { protocol: "memcached", redisVersion: "7.4" };
  const replicaOf = ["redis://source:6379"];
  expect(await refusal(api, path, { ...memcached, replicaOf })).toBe(
    "FIXED_DATABASE_REPLICA_OF_MEMCACHED_IS_NOT_SUPPORTED",
  );
  const database = await activeEssentialsDatabase(api, path, memcached);
  const answer = await api.post(`${database}/upgrade`, { targetRedisVersion: "8.2" });
  expect((await errorOf(api, answer)).type).toBe("DATABASE_UPGRADE_OF_MEMCACHED_IS_NOT_SUPPORTED");
});

test("a role can name an Essentials database, and loses it when the database is gone", async () => {
  const { api } = await simulate();
  const path = await activeEssentialsDatabase(api, await activeEssentials(api));
  const [subscriptionId, databaseId] = path.match(/\d+/g)?.map(Number) ?? [];
  const role = {
    name: "reader",
    redisRules: [{ ruleName: "Read-Only", databases: [{ subscriptionId, databaseId }] }],
  };
  expect(await errorOf(api, await api.post("/acl/roles", role))).toBeUndefined();
  const roles = async () => (await api.get("/acl/roles")).body.roles;
  expect(await roles()).toMatchObject([{ redisRules: [{ databases: [{ databaseName: "cache" }] }] }]);
  await processed(api, await api.delete(path));
  await pass(20);
  expect(await roles()).toMatchObject([{ redisRules: [] }]);
});
