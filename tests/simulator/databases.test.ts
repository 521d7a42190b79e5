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

test("a database has defaults for fields that are absent from the request", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const path = await activeDatabase(api, id, { name: "plain", datasetSizeInGb: 2 });
  expect((await api.get(path)).body).toMatchObject({
    protocol: "redis",
    provider: "AWS",
    region: "us-east-1",
    redisVersion: "8.2",
    respVersion: "resp3",
    datasetSizeInGb: 2,
    memoryLimitInGb: 4,
    dataEvictionPolicy: "volatile-lru",
    dataPersistence: "none",
    replication: true,
    queryPerformanceFactor: "Standard",
    throughputMeasurement: { by: "operations-per-second", value: expect.any(Number) },
    clustering: { numberOfShards: 1, regexRules: expect.any(Array), hashingPolicy: "standard" },
    security: {
      enableDefaultUser: true,
      sslClientAuthentication: false,
      tlsClientAuthentication: false,
      enableTls: false,
      sourceIps: ["0.0.0.0/0"],
      password: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
    },
    alerts: [],
    backup: { enableRemoteBackup: false },
  });
});

test("shows the password only in the single answer", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const path = await activeDatabase(api, id, { name: "secretive", password: "open-sesame" });
  expect((await api.get(path)).body.security.password).toBe("open-sesame");
  expect(JSON.stringify((await api.get(`/subscriptions/${id}/databases`)).body)).not.toContain("open-sesame");
});

test("a database has endpoints once it is active, with the requested port", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const list = `/subscriptions/${id}/databases`;
  const created = await processed(api, await api.post(list, { name: "a", datasetSizeInGb: 1, port: 12345 }));
  const path = `${list}/${created.response.resourceId}`;
  expect((await api.get(path)).body.publicEndpoint).toBeUndefined();
  await pass(100);
  const { publicEndpoint, privateEndpoint } = (await api.get(path)).body;
  expect(publicEndpoint).toBe(`redis-12345.c${id}.us-east-1-2.ec2.cloud.redislabs.com:12345`);
  expect(privateEndpoint).toMatch(/^redis-12345\.internal\..*:12345$/);
});

test("has no public endpoint, and only private addresses, when public access is off", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api, { publicEndpointAccess: false });
  const path = await activeDatabase(api, id, { name: "hidden" });
  const { publicEndpoint, privateEndpoint, security } = (await api.get(path)).body;
  expect(publicEndpoint).toBeUndefined();
  expect(privateEndpoint).toEqual(expect.any(String));
  expect(security.sourceIps).toEqual(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"]);
});

test("an update keeps absent fields, accepts unchanged ones, and clears with empty lists", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const alerts = [{ name: "dataset-size", value: 80 }];
  const request = { name: "orders", datasetSizeInGb: 1, sourceIp: ["10.1.0.0/16"], alerts };
  const path = await activeDatabase(api, id, request);
  await processed(api, await api.put(path, { ...request, replicaOf: [] }));
  await pass(50);
  const kept = (await api.get(path)).body;
  expect(kept).toMatchObject({ name: "orders", datasetSizeInGb: 1, alerts });
  await processed(api, await api.put(path, { alerts: [], sourceIp: [], replication: false }));
  await pass(50);
  expect((await api.get(path)).body).toMatchObject({
    alerts: [],
    datasetSizeInGb: 1,
    memoryLimitInGb: 1,
    security: { sourceIps: ["0.0.0.0/0"], password: kept.security.password },
  });
});

test.each([
  ["DATABASE_NAME_EXISTS", { name: "first" }],
  ["DATABASE_INVALID_NAME", { name: "1st" }],
  ["DATABASE_INVALID_NAME", { name: "ends-" }],
  ["DATABASE_NAME_TOO_LONG", { name: "a".repeat(41) }],
  ["DATABASE_PORT_INVALID_VALUE", { port: 6379 }],
  ["DATABASE_SIZE_LIMIT_NOT_DEFINED", { datasetSizeInGb: undefined }],
  ["DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS", { memoryLimitInGb: 1 }],
  ["DATABASE_SIZE_TOO_SMALL", { datasetSizeInGb: 0.01 }],
  ["DATABASE_INVALID_SIP", { sourceIp: ["300.0.0.1/8"] }],
  ["DATABASE_INVALID_MODULE", { redisVersion: "7.4", modules: [{ name: "RedisChess" }] }],
  [
    "DATABASE_EXPLICIT_MODULES_NOT_SUPPORTED_FOR_THIS_REDIS_VERSION",
    { redisVersion: "8.2", modules: [{ name: "RedisJSON" }] },
  ],
  ["DATABASE_REDIS_VERSION_INVALID_VALUE", { redisVersion: "5.0" }],
  ["DATABASE_RESP_VERSION_IS_NOT_SUPPORTED", { redisVersion: "6.2", respVersion: "resp3" }],
  [
    "CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE",
    { clientTlsCertificates: [{ publicCertificatePEMString: "x" }] },
  ],
  [
    "DATABASE_INVALID_CERT",
    { enableTls: true, clientTlsCertificates: [{ publicCertificatePEMString: "x" }] },
  ],
  [
    "DATABASE_QUERY_PERFORMANCE_FACTOR_SEARCH_IS_REQUIRED",
    { redisVersion: "7.4", queryPerformanceFactor: "4x" },
  ],
  // The order of checks matters: clients send unknown module names and expect this refusal.
  [
    "DATABASE_QUERY_PERFORMANCE_FACTOR_SEARCH_IS_REQUIRED",
    { redisVersion: "7.4", queryPerformanceFactor: "4x", modules: [{ name: "RediBloom" }] },
  ],
  ["DATABASE_EXPLICIT_MODULES_NOT_SUPPORTED_FOR_THIS_REDIS_VERSION", { modules: [{ name: "RedisJSON" }] }],
  [
    "LOCAL_THROUGHPUT_MEASUREMENT_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
    { localThroughputMeasurement: [{ region: "us-east-1" }] },
  ],
  ["DATABASE_MEMCACHED_CONTAINS_REDIS_PASSWORD", { protocol: "memcached", password: "p" }],
  ["DATABASE_EXTERNAL_ENDPOINT_WITHOUT_OSS_CLUSTER", { useExternalEndpointForOSSClusterApi: true }],
  ["DATABASE_INVALID_BACKUP_CONFIGURATION", { remoteBackup: { active: true } }],
])("ends the task with %s for %j", async (code, changes) => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const request = { name: "second", datasetSizeInGb: 1, ...changes };
  const task = await processed(api, await api.post(`/subscriptions/${id}/databases`, request));
  expect(task.response.error?.type).toBe(code);
});

test.each([
  ["SUBSCRIPTION_INVALID_REGION_NAME", { cloudProviders: [{ regions: [{ region: "us-central1" }] }] }],
  [
    "SUBSCRIPTION_INVALID_CIDR",
    {
      cloudProviders: [{ regions: [{ region: "us-east-1", networking: { deploymentCIDR: "10.0.0.0/16" } }] }],
    },
  ],
  [
    "CLOUD_ACCOUNT_NOT_FOUND",
    { cloudProviders: [{ cloudAccountId: 9, regions: [{ region: "us-east-1" }] }] },
  ],
  ["SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE", { databases: [] }],
  ["DATABASE_NAME_DUPLICATE", { databases: ["a", "a"].map((name) => ({ name, datasetSizeInGb: 1 })) }],
])("ends the task that creates a subscription with %s for %j", async (code, changes) => {
  const { api } = await simulate();
  const task = await processed(api, await api.post("/subscriptions", subscriptionRequest(changes)));
  expect(task.response.error?.type).toBe(code);
});

test("a dry run answers with a price, changes nothing, and is no write in the record", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  const path = await activeDatabase(api, id, { name: "orders" });
  const before = (await api.get(path)).body;
  const writes = simulator.record.writes().length;
  const dryRuns = [
    await api.post("/subscriptions", subscriptionRequest({ dryRun: true })),
    await api.post(`/subscriptions/${id}/databases`, { dryRun: true, name: "new", datasetSizeInGb: 1 }),
    await api.put(path, { dryRun: true, datasetSizeInGb: 100 }),
  ];
  for (const dryRun of dryRuns) {
    const task = await processed(api, dryRun);
    expect(task.response.resourceId).toBeUndefined();
    expect(task.response.resource.pricing[0]).toMatchObject({
      databaseName: expect.any(String),
      type: "Shards",
      quantityMeasurement: "shards",
      priceCurrency: "USD",
      pricePeriod: "hour",
    });
    expect(task.response.resource.pricing.at(-1)).toMatchObject({ type: "MinimumPrice" });
  }
  expect((await api.get("/subscriptions")).body.subscriptions).toHaveLength(1);
  expect((await api.get(path)).body).toEqual(before);
  expect(simulator.record.writes()).toHaveLength(writes);
});

test("upgrades the Redis version, shows the progress, and refuses to go back", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const path = await activeDatabase(api, id, { name: "old", redisVersion: "7.2" });
  const { targets } = (await api.get(`${path}/available-target-versions`)).body;
  expect(targets).toEqual([{ redisVersion: "7.4" }, { redisVersion: "8.2" }]);
  await processed(api, await api.post(`${path}/upgrade`, { targetRedisVersion: "8.2" }));
  await pass(100);
  expect((await api.get(`${path}/upgrade`)).body).toMatchObject({
    progress: 50,
    upgradeStatus: "in-progress",
  });
  expect((await api.get(path)).body.status).toBe("active-upgrade-pending");
  await pass(100);
  expect((await api.get(path)).body).toMatchObject({ status: "active", redisVersion: "8.2" });
  expect((await api.get(`${path}/upgrade`)).body.upgradeStatus).toBe("done");
  const back = await processed(api, await api.post(`${path}/upgrade`, { targetRedisVersion: "7.4" }));
  expect(back.response.error.type).toBe("DATABASE_UPGRADE_INVALID_REDIS_VERSION");
});

test("answers writes of tags at once", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const tags = `${await activeDatabase(api, id, { name: "tagged" })}/tags`;
  expect((await api.get(tags)).body).toEqual({ links: expect.any(Array) });
  expect((await api.put(tags, { tags: [{ key: "team", value: "red" }] })).status).toBe(200);
  expect((await api.post(tags, { key: "stage", value: "test" })).status).toBe(200);
  expect((await api.put(`${tags}/stage`, { value: "live" })).status).toBe(200);
  expect((await api.delete(`${tags}/team`)).status).toBe(200);
  const left = (await api.get(tags)).body.tags;
  expect(left).toMatchObject([{ key: "stage", value: "live" }]);
  expect((await api.get(`${tags}/nothing`)).status).toBe(404);
  expect((await api.put(tags, { tags: [] })).body.tags).toEqual([]);
});

test("keys of tags are converted to lower case", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const tags = `${await activeDatabase(api, id, { name: "tagged" })}/tags`;
  const written = await api.put(tags, { tags: [{ key: "costCenter", value: "EMEA" }] });
  expect(written.body.tags).toMatchObject([{ key: "costcenter", value: "EMEA" }]);
  expect(written.body.links[0].type).toBe("PUT");
  expect((await api.post(tags, { key: "CostCenter", value: "APAC" })).status).toBe(400);
  expect((await api.put(`${tags}/costCenter`, { value: "APAC" })).body.value).toBe("APAC");
});

const CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIDIzCCAgugAwIBAgIUN0xADWO4NB5\n-----END CERTIFICATE-----";

test.each([
  [
    "a list of objects",
    { enableTls: true, clientTlsCertificates: [{ publicCertificatePEMString: CERTIFICATE }] },
  ],
  ["a list of strings", { enableTls: true, clientTlsCertificates: [CERTIFICATE] }],
  [
    "the older field next to an empty list",
    { enableTls: true, clientSslCertificate: CERTIFICATE, clientTlsCertificates: [] },
  ],
  ["the older field, which implies TLS", { clientSslCertificate: CERTIFICATE }],
])("accepts client certificates as %s", async (_, request) => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const path = await activeDatabase(api, id, { name: "mutual" });
  await processed(api, await api.put(path, request));
  await pass(50);
  const mutual = { enableTls: true, sslClientAuthentication: true, tlsClientAuthentication: true };
  expect((await api.get(path)).body.security).toMatchObject(mutual);
  await processed(api, await api.put(path, { clientTlsCertificates: [] }));
  await pass(50);
  const oneSided = { enableTls: true, sslClientAuthentication: false, tlsClientAuthentication: false };
  expect((await api.get(path)).body.security).toMatchObject(oneSided);
});

test("the last backup and the last import are read by tasks", async () => {
  const { api, simulator } = await simulate();
  const id = await activeSubscription(api);
  const remoteBackup = {
    active: true,
    interval: "every-12-hours",
    timeUTC: "14:00",
    storageType: "aws-s3",
    storagePath: "s3://backups",
  };
  const path = await activeDatabase(api, id, { name: "kept", remoteBackup });
  const statusOf = async (what: string) =>
    (await processed(api, await api.get(`${path}/${what}`))).response.resource;
  const now = () => new Date(simulator.now()).toISOString().replace(/\.\d+Z$/, "Z");
  expect(await statusOf("backup")).toEqual({});
  expect(await statusOf("import")).toEqual({});
  await processed(api, await api.post(`${path}/backup`));
  expect(await statusOf("backup")).toEqual({ status: "exporting" });
  await pass(50);
  expect(await statusOf("backup")).toEqual({
    status: "success",
    lastBackupTime: expect.stringMatching(/:\d\dZ$/),
  });
  const source = { sourceType: "aws-s3", importFromUri: ["s3://dumps/a.rdb"] };
  await processed(api, await api.post(`${path}/import`, source));
  const started = now();
  expect(await statusOf("import")).toEqual({ status: "importing" });
  await pass(50);
  expect(await statusOf("import")).toEqual({ status: "success", lastImportTime: started });
  await processed(api, await api.put(`/subscriptions/${id}`, { name: "renamed" }));
  const early = await processed(api, await api.get(`${path}/import`));
  expect(early.response.error.type).toBe("SUBSCRIPTION_NOT_ACTIVE");
});

test.each([
  ["redis", ["example.com"], "DATABASE_IMPORT_REDIS_BAD_URI"],
  ["redis", ["redis://a:1", "redis://b:1"], "DATABASE_IMPORT_MULTIPLE_REDIS_SOURCES"],
  ["http", ["s3://dumps/a.rdb"], "DATABASE_IMPORT_HTTP_BAD_URI"],
  ["ftp", ["http://example.com/a.rdb"], "DATABASE_IMPORT_FTP_BAD_URI"],
  ["aws-s3", ["/a.rdb"], "DATABASE_IMPORT_S3_BAD_URI"],
  ["azure-blob-storage", ["s3://dumps/a.rdb"], "DATABASE_IMPORT_AZURE_BAD_URI"],
  ["google-blob-storage", ["s3://dumps/a.rdb"], "DATABASE_IMPORT_GCS_BAD_URI"],
  ["http", [], "DATABASE_IMPORT_URI_NOT_PROVIDED"],
  ["http", ["http://a/1", "http://a/1"], "DUPLICATE_DATABASE_IMPORT_SOURCE_PATH"],
])("an import from %s, %j, is refused with %s", async (sourceType, importFromUri, code) => {
  const { api } = await simulate();
  const path = await activeDatabase(api, await activeSubscription(api), { name: "kept" });
  const { response } = await processed(api, await api.post(`${path}/import`, { sourceType, importFromUri }));
  expect(response.error.type).toBe(code);
});

test("shows a backup every 12 hours with its morning time, and clustering rules in reverse order", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const place = { active: true, storageType: "ftp", storagePath: "ftp://backups" };
  const remoteBackup = { ...place, interval: "every-12-hours", timeUTC: "14:00" };
  const path = await activeDatabase(api, id, { name: "kept", remoteBackup });
  const { backup, clustering } = (await api.get(path)).body;
  expect(backup.timeUTC).toBe("02:00");
  expect(clustering.regexRules.map(({ ordinal }: { ordinal: number }) => ordinal)).toEqual([1, 0]);
  await processed(
    api,
    await api.put(path, { remoteBackup: { ...remoteBackup, interval: "every-24-hours" } }),
  );
  await pass(50);
  expect((await api.get(path)).body.backup.timeUTC).toBe("14:00");
});
