import { activeSubscription, type Client, pass, processed, simulate, useVirtualTime } from "./client";

/*
 * Active-Active subscriptions: their regions, and what databases have in each of them.
 */

useVirtualTime();

const region = (name: string, third: number) => ({
  region: name,
  networking: { deploymentCIDR: `10.0.${third}.0/24` },
});
const REGIONS = [region("us-east-1", 0), region("eu-west-1", 1)];
const localThroughputMeasurement = REGIONS.map((one) => ({ region: one.region }));
const SPEC = { name: "first", datasetSizeInGb: 1, localThroughputMeasurement };
const REQUEST = {
  name: "global",
  paymentMethodId: 2,
  deploymentType: "active-active",
  cloudProviders: [{ provider: "AWS", regions: REGIONS }],
  databases: [SPEC],
};

/** An active subscription with one database; its path, and that of the database. */
async function activeActive(api: Client) {
  const { response } = await processed(api, await api.post("/subscriptions", REQUEST));
  await pass(600);
  const path = `/subscriptions/${response.resourceId}`;
  const { subscription } = (await api.get(`${path}/databases`)).body;
  return { path, database: `${path}/databases/${subscription[0].databases[0].databaseId}` };
}

const codeOf = async (api: Client, answer: ReturnType<Client["put"]>) =>
  (await processed(api, await answer)).response.error?.type;

test("a subscription shows its deployment type, regions, and prices by region", async () => {
  const { api } = await simulate();
  const { path } = await activeActive(api);
  const { body } = await api.get(path);
  expect(body).toMatchObject({ deploymentType: "active-active", status: "active", numberOfDatabases: 1 });
  expect(body.cloudDetails[0].regions.map((one: { region: string }) => one.region)).toEqual([
    "us-east-1",
    "eu-west-1",
  ]);
  const { pricing } = (await api.get(`${path}/pricing`)).body;
  expect(pricing.map((line: { region?: string }) => line.region)).toEqual([
    "us-east-1",
    "eu-west-1",
    undefined,
  ]);
});

// Source: an answer that the vendor's Go SDK recorded.
test("a database tells global settings, and sizes, throughput and endpoints by region", async () => {
  const { api } = await simulate();
  const { database } = await activeActive(api);
  const { body } = await api.get(database);
  expect(body).toMatchObject({
    activeActiveRedis: true,
    globalDataPersistence: "none",
    globalEnableDefaultUser: true,
    globalSourceIp: ["0.0.0.0/0"],
    globalPassword: expect.stringMatching(/^\w{32}$/),
  });
  for (const absent of ["throughputMeasurement", "publicEndpoint", "security", "datasetSizeInGb"])
    expect(body).not.toHaveProperty(absent);
  expect(body.crdbDatabases.map((one: { region: string }) => one.region)).toEqual(["us-east-1", "eu-west-1"]);
  expect(body.crdbDatabases[1]).toMatchObject({
    datasetSizeInGb: 1,
    memoryLimitInGb: 2,
    publicEndpoint: expect.stringContaining("eu-west-1"),
    readOperationsPerSecond: 1000,
    security: { enableDefaultUser: true },
    backup: { enableRemoteBackup: false },
  });
});

test("a region's own setting replaces the global one until it equals it again", async () => {
  const { api } = await simulate();
  const { database } = await activeActive(api);
  const put = async (body: object) => {
    await processed(api, await api.put(`${database}/regions`, body));
    await pass(50);
    const { crdbDatabases } = (await api.get(database)).body;
    return crdbDatabases.map((one: { dataPersistence: string }) => one.dataPersistence);
  };
  const own = (dataPersistence: string) => ({ regions: [{ region: "eu-west-1", dataPersistence }] });
  expect(await put(own("aof-every-write"))).toEqual(["none", "aof-every-write"]);
  expect(await put({ globalDataPersistence: "aof-every-1-second" })).toEqual([
    "aof-every-1-second",
    "aof-every-write",
  ]);
  await put(own("aof-every-1-second"));
  expect(await put({ globalDataPersistence: "none" })).toEqual(["none", "none"]);
});

test("the subscription is pending while a region is added or removed, and lists it when it is active", async () => {
  const { api } = await simulate();
  const { path, database } = await activeActive(api);
  const names = async () =>
    (await api.get(`${path}/regions`)).body.regions.map((one: { region: string }) => one.region);
  const request = {
    region: "us-west-2",
    deploymentCIDR: "10.0.2.0/24",
    databases: [{ name: "first", localThroughputMeasurement: { writeOperationsPerSecond: 2500 } }],
  };
  await processed(api, await api.post(`${path}/regions`, request));
  expect((await api.get(path)).body.status).toBe("pending");
  expect(await names()).toEqual(["us-east-1", "eu-west-1"]);
  await pass(600);
  // Sorted by the number of the region.
  expect(await names()).toEqual(["us-east-1", "us-west-2", "eu-west-1"]);
  expect((await api.get(database)).body.crdbDatabases[2]).toMatchObject({
    region: "us-west-2",
    writeOperationsPerSecond: 2500,
  });
});

test("a request of the other deployment type's is refused", async () => {
  const { api } = await simulate();
  const { path, database } = await activeActive(api);
  expect(await codeOf(api, api.put(database, { datasetSizeInGb: 2 }))).toBe(
    "UPDATING_SINGLE_REGION_DATABASE_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
  );
  expect(await codeOf(api, api.put(`${path}/cidr`, { cidrIps: [] }))).toBe(
    "UPDATING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
  );
  expect(await codeOf(api, api.post(`${database}/upgrade`, { targetRedisVersion: "8.2" }))).toBe(
    "ACTIVE_ACTIVE_DATABASE_UPGRADE_IS_NOT_SUPPORTED",
  );
  expect(await codeOf(api, api.post(`${database}/backup`, {}))).toBe(
    "ACTIVE_ACTIVE_BACKUP_MISSING_REGION_NAME",
  );
});

test("each region is backed up by itself", async () => {
  const { api } = await simulate();
  const { database } = await activeActive(api);
  const remoteBackup = {
    active: true,
    interval: "every-6-hours",
    storageType: "aws-s3",
    storagePath: "s3://x",
  };
  const regions = REGIONS.map(({ region }) => ({ region, remoteBackup }));
  await processed(api, await api.put(`${database}/regions`, { regions }));
  await pass(50);
  const [first, second] = REGIONS.map(({ region }) => region);
  expect(await codeOf(api, api.post(`${database}/backup`, { regionName: "ap-east-1" }))).toBe(
    "ACTIVE_ACTIVE_INVALID_BACKUP_REGION_NAME",
  );
  await processed(api, await api.post(`${database}/backup`, { regionName: first }));
  await pass(50);
  const statusIn = async (region?: string) =>
    (await processed(api, await api.get(`${database}/backup?regionName=${region}`))).response.resource;
  expect(await statusIn(first)).toMatchObject({ status: "success" });
  expect(await statusIn(second)).toEqual({});
  expect(await codeOf(api, api.get(`${database}/backup`))).toBe(
    "ACTIVE_ACTIVE_BACKUP_STATUS_MISSING_REGION_NAME",
  );
});

test("a region that does not name all databases is refused", async () => {
  const { api } = await simulate();
  const { path } = await activeActive(api);
  const request = { region: "us-west-2", deploymentCIDR: "10.0.2.0/24", databases: [] };
  expect(await codeOf(api, api.post(`${path}/regions`, request))).toBe(
    "ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_DATABASE_SPEC_TO_ALL_CRDBS_IN_SUBSCRIPTION",
  );
});

test("regions can be removed as long as one stays", async () => {
  const { api } = await simulate();
  const { path } = await activeActive(api);
  const both = { regions: REGIONS.map((one) => ({ region: one.region })) };
  expect(await codeOf(api, api.delete(`${path}/regions`, both))).toBe(
    "ACTIVE_ACTIVE_DELETE_SUBSCRIPTION_MUST_BE_DEPLOYED_IN_AT_LEAST_ONE_REGION",
  );
  await processed(api, await api.delete(`${path}/regions`, { regions: [{ region: "eu-west-1" }] }));
  await pass(120);
  expect((await api.get(`${path}/regions`)).body.regions).toHaveLength(1);
});

test("an Active-Active database is flushed by a task; one of a single-region subscription is refused", async () => {
  const { api } = await simulate();
  const { database } = await activeActive(api);
  const task = await processed(api, await api.put(`${database}/flush`, {}));
  expect(task).toMatchObject({ commandType: "crdbFlushRequest", status: "processing-completed" });
  const pro = `/subscriptions/${await activeSubscription(api)}/databases`;
  const { databaseId } = (await api.get(pro)).body.subscription[0].databases[0];
  expect(await codeOf(api, api.put(`${pro}/${databaseId}/flush`, {}))).toBe(
    "CRDB_FLUSH_ACTION_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
  );
  expect((await api.put(`${database}/flush`, { force: true })).status).toBe(400);
});
