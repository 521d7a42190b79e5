import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "../../provider";
import { DEMO_ACCOUNT, type SimulatorOptions } from "../../simulator";
import {
  ACTIVE_ACTIVE_PLACE,
  CLOUD_ACCOUNT,
  configOf,
  endSimulators,
  PLACE,
  placeIn,
  plansGone,
  redisCloud,
} from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * What look-ups tell, and what they keep secret.
 */

useVirtualTime();
endSimulators();

/** A program with the keys of an account. */
async function program(options: SimulatorOptions = {}) {
  const cloud = await redisCloud(options);
  pulumi.runtime.setAllConfig(configOf(cloud.simulator));
  return cloud;
}

/** The value of an output that has to be secret. */
async function secret<T>(output: pulumi.Output<T>): Promise<T> {
  expect(pulumi.Output.isInstance(output)).toBe(true);
  expect(await pulumi.isSecret(output)).toBe(true);
  return new Promise((resolve) => void output.apply(resolve));
}

const PASSWORD = "a password of sixteen";

test("the one database tells all that its resource does, and hides what grants access", async () => {
  const { stack } = await program();
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const replica = { syncSources: [{ endpoint: "redis://:source-password@10.0.0.1:12345" }] };
  const declared = {
    subscriptionId,
    name: "cache",
    datasetSizeInGb: 1,
    password: PASSWORD,
    dataPersistence: "aof-every-1-second",
    enableTls: true,
    tags: [{ key: "team", value: "web" }],
    alerts: [{ name: "dataset-size", value: 80 }],
    replica,
  };
  const { outputs } = await stack.database("cache", declared);
  const found = await rediscloud.getDatabase({ subscriptionId, name: "cache" });
  expect(found).toMatchObject({
    id: outputs.databaseId,
    subscriptionId: Number(subscriptionId),
    name: "cache",
    status: "active",
    protocol: "redis",
    provider: "AWS",
    region: "us-east-1",
    datasetSizeInGb: 1,
    memoryLimitInGb: 2,
    memoryStorage: "ram",
    memoryUsedInMb: expect.any(Number),
    dataPersistence: "aof-every-1-second",
    dataEvictionPolicy: "volatile-lru",
    replication: true,
    throughputMeasurement: { by: "operations-per-second", value: expect.any(Number) },
    numberOfShards: 1,
    hashingPolicy: expect.any(String),
    sourceIp: ["0.0.0.0/0"],
    tags: [{ key: "team", value: "web" }],
    alerts: [{ name: "dataset-size", value: 80 }],
    enableTls: true,
    enableDefaultUser: true,
    defaultUser: "default",
    publicEndpoint: outputs.publicEndpoint,
    publicHost: expect.stringMatching(/\.com$|\.net$|127\.0\.0\.1|^redis-/),
    publicPort: expect.any(Number),
  });
  expect(await secret(found.password)).toBe(PASSWORD);
  expect(await secret(found.connectionString)).toBe(
    `rediss://default:${encodeURIComponent(PASSWORD)}@${outputs.publicEndpoint}`,
  );
  expect(await secret(found.publicCertificatePEMString)).toContain("BEGIN CERTIFICATE");
  expect(JSON.stringify(await secret(found.replica))).toContain("source-password");
  const plain = JSON.stringify(Object.values(found).filter((value) => !pulumi.Output.isInstance(value)));
  expect(plain).not.toMatch(/a password|source-password|CERTIFICATE/);

  const databaseId = found.id;
  const certificate = await rediscloud.getDatabaseCertificate({ subscriptionId, databaseId });
  expect(await secret(certificate.publicCertificatePEMString)).toContain("BEGIN CERTIFICATE");
  expect(await rediscloud.getDatabaseTags({ subscriptionId, databaseId })).toMatchObject([
    { key: "team", value: "web", createdAt: expect.any(String) },
  ]);
});

test("an output form keeps the password secret", async () => {
  const { stack } = await program();
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  await stack.database("cache", { subscriptionId, name: "cache", datasetSizeInGb: 1, password: PASSWORD });
  const { password } = rediscloud.getDatabaseOutput({ subscriptionId, name: "cache" });
  expect(await secret(password)).toBe(PASSWORD);
});

test("databases are filtered by protocol and region", async () => {
  const { stack, simulator } = await program();
  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  await plansGone(simulator);
  await stack.database("cache", { subscriptionId, name: "cache", datasetSizeInGb: 1 });
  await stack.database("old", { subscriptionId, name: "old", protocol: "memcached", datasetSizeInGb: 1 });
  const names = async (filter: object) =>
    (await rediscloud.getDatabases({ subscriptionId, ...filter })).map(({ name }) => name).sort();
  expect(await names({})).toEqual(["cache", "old"]);
  expect(await names({ protocol: "memcached" })).toEqual(["old"]);
  expect(await names({ region: "us-east-1" })).toEqual(["cache", "old"]);
  expect(await names({ region: "eu-west-1" })).toEqual([]);
  const old = await rediscloud.getDatabase({ subscriptionId, protocol: "memcached", name: "old" });
  expect(await secret(old.saslPassword)).toEqual(expect.any(String));
});

test("the one subscription tells its place, price and maintenance; prices have a look-up of their own", async () => {
  const { stack, simulator } = await program();
  const windows = [{ startHour: 2, durationInHours: 6, days: ["Monday"] }];
  const { id: subscriptionId, outputs } = await stack.subscription("main", {
    ...PLACE,
    name: "shop",
    maintenanceWindows: { mode: "manual", windows },
  });
  await plansGone(simulator);
  await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 });
  await seconds(5);
  const found = await rediscloud.getSubscription({ name: "shop" });
  expect(found).toMatchObject({
    id: Number(subscriptionId),
    name: "shop",
    status: "active",
    deploymentType: "single-region",
    memoryStorage: "ram",
    numberOfDatabases: 1,
    paymentMethodId: 2,
    paymentMethodType: "credit-card",
    publicEndpointAccess: true,
    storageEncryption: expect.any(Boolean),
    persistentStorageEncryptionType: "cloud-provider-managed-key",
    cloudProviders: [{ provider: "AWS", cloudAccountId: 1, regions: [{ region: "us-east-1" }] }],
    awsAccountId: outputs.awsAccountId,
    deploymentCIDR: outputs.deploymentCIDR,
    subnetId: outputs.subnetId,
    preferredAvailabilityZones: expect.any(Array),
    maintenanceWindows: { mode: "manual", windows },
    maintenance: { timeZone: expect.any(String), remainingSkips: expect.any(Number) },
    prometheusEndpoint: expect.any(String),
  });
  expect(found.pricing.length).toBeGreaterThan(0);
  expect(await rediscloud.getSubscriptionPricing({ subscriptionId })).toEqual(found.pricing);
});

test("with an own cloud account, a subscription tells its allow-list", async () => {
  const { stack } = await program();
  const account = await stack.cloudAccount("aws", { ...CLOUD_ACCOUNT, name: "aws" });
  const place = placeIn(account.id, { resourceTags: [{ key: "team", value: "web" }] });
  const { id } = await stack.subscription("main", { ...place, cidrIps: ["10.1.0.0/16"] });
  expect(await rediscloud.getSubscription({ id })).toMatchObject({
    cidrIps: ["10.1.0.0/16"],
    securityGroupIds: [],
    cloudProviders: [{ resourceTags: [{ key: "team", value: "web" }] }],
  });

  const found = await rediscloud.getCloudAccount({ name: "aws" });
  expect(found).toMatchObject({
    id: Number(account.id),
    provider: "AWS",
    status: "active",
    signInLoginUrl: CLOUD_ACCOUNT.signInLoginUrl,
    awsUserArn: account.outputs.awsUserArn,
    awsConsoleRoleArn: account.outputs.awsConsoleRoleArn,
  });
  expect(await secret(found.accessKeyId)).toBe(CLOUD_ACCOUNT.accessKeyId);
  const ids = async (filter: object) => (await rediscloud.getCloudAccounts(filter)).map(({ id }) => id);
  expect(await ids({ excludeInternalAccount: true })).toEqual([Number(account.id)]);
  expect(await ids({ provider: "GCP" })).toEqual([]);
  expect((await rediscloud.getCloudAccount({ excludeInternalAccount: true })).name).toBe("aws");
});

test("an Active-Active subscription and database tell their regions", async () => {
  const { stack } = await program();
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", ACTIVE_ACTIVE_PLACE);
  await stack.up("ActiveActiveDatabase", "carts", {
    subscriptionId,
    name: "carts",
    datasetSizeInGb: 1,
    globalPassword: PASSWORD,
    regions: [{ region: "eu-west-1", dataPersistence: "aof-every-1-second" }],
  });
  expect(await rediscloud.getActiveActiveSubscription({ id: subscriptionId })).toMatchObject({
    id: Number(subscriptionId),
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }, { region: "eu-west-1" }] }],
    maintenanceWindows: { mode: "automatic" },
  });
  const found = await rediscloud.getActiveActiveDatabase({ subscriptionId, name: "carts" });
  expect(found).toMatchObject({
    name: "carts",
    globalDataPersistence: "none",
    globalEnableDefaultUser: true,
    regions: expect.arrayContaining([
      expect.objectContaining({
        region: "eu-west-1",
        provider: "AWS",
        dataPersistence: "aof-every-1-second",
        writeOperationsPerSecond: 1000,
        publicEndpoint: expect.any(String),
      }),
    ]),
  });
  expect(await secret(found.globalPassword)).toBe(PASSWORD);
  expect(Object.keys(await secret(found.connectionStrings)).sort()).toEqual(["eu-west-1", "us-east-1"]);
});

test("the one Essentials database tells all that its resource does", async () => {
  const { stack } = await program();
  const { id: planId } = await rediscloud.getEssentialsPlan({
    provider: "AWS",
    region: "us-east-1",
    price: 0,
  });
  const { id: subscriptionId } = await stack.essentialsSubscription("free", { planId });
  await stack.essentialsDatabase("small", { subscriptionId, name: "small", password: PASSWORD });
  const found = await rediscloud.getEssentialsDatabase({ subscriptionId, name: "small" });
  expect(found).toMatchObject({
    subscriptionId: Number(subscriptionId),
    name: "small",
    planMemoryLimit: expect.any(Number),
    memoryLimitMeasurementUnit: expect.any(String),
    dataPersistence: "none",
    publicHost: expect.any(String),
  });
  expect(await secret(found.password)).toBe(PASSWORD);
  expect(await rediscloud.getDatabaseTags({ subscriptionId, databaseId: found.id })).toEqual([]);
});

test("the account, its team and its logs are told", async () => {
  const users = [
    { id: 7, name: "Ada", email: "ada@example.com" },
    { id: 8, name: "Ben", email: "ben@example.com", role: "Viewer" as const },
  ];
  const { stack } = await program({ accounts: [{ ...DEMO_ACCOUNT, name: "shop", users }] });
  const account = await rediscloud.getAccount();
  expect(account).toMatchObject({
    id: 1001,
    name: "shop",
    marketplaceStatus: "active",
    key: {
      name: "simulator",
      allowedSourceIps: ["0.0.0.0/0"],
      ownerName: "Ada",
      ownerEmail: "ada@example.com",
    },
  });
  expect(JSON.stringify(account)).not.toContain(DEMO_ACCOUNT.apiKey);

  expect(await rediscloud.getUsers()).toMatchObject([
    { id: 7, role: "Owner" },
    { id: 8, role: "Viewer" },
  ]);
  expect(await rediscloud.getUsers({ role: "Viewer" })).toMatchObject([{ name: "Ben" }]);
  expect(await rediscloud.getUser({ email: "ben@example.com" })).toMatchObject({ id: 8, hasApiKey: false });
  expect(await rediscloud.getUser({ id: 7 })).toMatchObject({ name: "Ada", options: { mfaEnabled: false } });
  await expect(rediscloud.getUser({ name: "Eve" })).rejects.toThrow(
    'no user matches {"name":"Eve"}. Available: 7 (ada@example.com), 8 (ben@example.com).',
  );

  const { id: subscriptionId } = await stack.subscription("main", PLACE);
  const since = new Date().toISOString();
  await seconds(10);
  await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 });
  const logs = await rediscloud.getSystemLogs({ startTime: since });
  expect(logs).toContainEqual(
    expect.objectContaining({
      resource: "database",
      type: "Database",
      originator: "Ada",
      time: expect.any(String),
    }),
  );
  const ofMain = await rediscloud.getSystemLogs({ resourceId: subscriptionId });
  expect(new Set(ofMain.map(({ resourceId }) => resourceId))).toEqual(new Set([Number(subscriptionId)]));
  expect(await rediscloud.getSystemLogs({ limit: 1 })).toHaveLength(1);
  expect(await rediscloud.getSessionLogs({ limit: 10 })).toMatchObject([{ user: "ada@example.com" }]);
  expect(await rediscloud.getSessionLogs({ endTime: "2000-01-01T00:00:00Z" })).toEqual([]);
  await expect(rediscloud.getSystemLogs({ limit: 1001 })).rejects.toThrow("1 to 1000");
});

test("modules tell their parameters; query performance factors are listed", async () => {
  await program();
  expect(await rediscloud.getDatabaseModule({ name: "RediSearch" })).toMatchObject({
    parameters: [{ name: "number-of-documents", type: "integer", required: false }],
  });
  expect(await rediscloud.getQueryPerformanceFactors()).toContain("4x");
});

test("expired cards can be left out", async () => {
  const card = { type: "Visa", expirationMonth: 1, expirationYear: 2020 };
  const paymentMethods = [
    { ...card, id: 4, creditCardEndsWith: 1111 },
    { ...card, id: 5, creditCardEndsWith: 2222, expirationYear: 2099 },
  ];
  await program({ accounts: [{ ...DEMO_ACCOUNT, paymentMethods }] });
  expect(await rediscloud.getPaymentMethods()).toHaveLength(2);
  expect(await rediscloud.getPaymentMethod({ excludeExpired: true })).toMatchObject({ id: 5 });
});

test("a missing resource is told with the ones that there are", async () => {
  const { stack } = await program();
  const { id } = await stack.subscription("main", { ...PLACE, name: "shop" });
  await expect(rediscloud.getSubscription({ id: 1 })).rejects.toThrow(`Available: ${id} (shop)`);
  await expect(rediscloud.getDatabase({ subscriptionId: 1, name: "cache" })).rejects.toThrow(
    `this account has no subscription 1. Use one of its subscriptions: ${id} (shop).`,
  );
  await expect(rediscloud.getRedisVersions({ subscriptionId: 1 })).rejects.toThrow("404");
});
