import {
  ACCOUNT_WITH_CLOUD,
  activeDatabase,
  activeSubscription,
  errorOf,
  pass,
  processed,
  simulate,
  subscriptionRequest,
  useVirtualTime,
} from "./client";

useVirtualTime();

/** A request for a subscription in the account's own cloud account. */
const inOwnCloud = (networking: object = {}, changes: object = {}) =>
  subscriptionRequest({
    cloudProviders: [{ cloudAccountId: 7, regions: [{ region: "us-east-1", networking }] }],
    ...changes,
  });

test("refuses to turn the default user off and to set a password in one update", async () => {
  const { api } = await simulate();
  const path = await activeDatabase(api, await activeSubscription(api), { name: "guarded" });
  const both = await errorOf(api, await api.put(path, { enableDefaultUser: false, password: "open-sesame" }));
  expect(both.type).toBe("DISABLING_THE_DEFAULT_USER_AND_UPDATING_A_NEW_PASSWORD_IS_NOT_ALLOWED");
  await processed(api, await api.put(path, { password: "open-sesame" }));
  await pass(50);
  await processed(api, await api.put(path, { enableDefaultUser: false }));
  await pass(50);
  expect((await api.get(path)).body.security).toMatchObject({
    enableDefaultUser: false,
    password: "open-sesame",
  });
});

test("refuses a password while the default user is off, and accepts it together with turning the user on", async () => {
  const { api } = await simulate();
  const path = await activeDatabase(api, await activeSubscription(api), { name: "guarded" });
  await processed(api, await api.put(path, { enableDefaultUser: false }));
  await pass(50);
  const alone = await errorOf(api, await api.put(path, { password: "open-sesame" }));
  expect(alone.type).toBe("NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_DEFAULT_USER_IS_DISABLED");
  await processed(api, await api.put(path, { enableDefaultUser: true, password: "open-sesame" }));
  await pass(50);
  expect((await api.get(path)).body.security.password).toBe("open-sesame");
});

test("changes the value of the throughput, and refuses another measurement", async () => {
  const { api } = await simulate();
  const path = await activeDatabase(api, await activeSubscription(api), { name: "fast" });
  const by = "operations-per-second";
  await processed(api, await api.put(path, { throughputMeasurement: { by, value: 5000 } }));
  await pass(50);
  expect((await api.get(path)).body.throughputMeasurement).toEqual({ by, value: 5000 });
  const other = { throughputMeasurement: { by: "number-of-shards", value: 1 } };
  expect((await errorOf(api, await api.put(path, other))).type).toBe("DATABASE_CANT_EDIT_THROUGHPUT_BY");
});

const CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIDIzCCAgugAwIBAgIUN0xADWO4NB5\n-----END CERTIFICATE-----";

test("null removes client certificates, unless the older field contains one", async () => {
  const { api } = await simulate();
  const path = await activeDatabase(api, await activeSubscription(api), { name: "mutual" });
  const flagsAfter = async (request: object) => {
    expect((await processed(api, await api.put(path, request))).status).toBe("processing-completed");
    await pass(50);
    const { enableTls, sslClientAuthentication, tlsClientAuthentication } = (await api.get(path)).body
      .security;
    return { enableTls, sslClientAuthentication, tlsClientAuthentication };
  };
  const on = { enableTls: true, sslClientAuthentication: true, tlsClientAuthentication: true };
  const off = { enableTls: true, sslClientAuthentication: false, tlsClientAuthentication: false };
  expect(await flagsAfter({ enableTls: true, clientTlsCertificates: [CERTIFICATE] })).toEqual(on);
  expect(await flagsAfter({ enableTls: true })).toEqual(on);
  expect(await flagsAfter({ enableTls: true, clientTlsCertificates: null })).toEqual(off);
  const older = { enableTls: true, clientSslCertificate: CERTIFICATE, clientTlsCertificates: null };
  expect(await flagsAfter(older)).toEqual(on);
});

test("null means absent in all other fields", async () => {
  const { api } = await simulate();
  const alerts = [{ name: "dataset-size", value: 80 }];
  const path = await activeDatabase(api, await activeSubscription(api), { name: "kept", alerts });
  await processed(api, await api.put(path, { alerts: null, replicaOf: null, name: null }));
  await pass(50);
  expect((await api.get(path)).body).toMatchObject({ name: "kept", alerts });
});

test.each([
  ["VPC_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT", { vpcId: "vpc-1" }],
  ["SUBNET_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT", { subnetIds: ["subnet-1"] }],
  ["SECURITY_GROUP_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT", { securityGroupId: "sg-1" }],
])("refuses with %s the network %j in the vendor's own cloud account", async (code, networking) => {
  const { api } = await simulate();
  const cloudProviders = [{ regions: [{ region: "us-east-1", networking }] }];
  const created = await api.post("/subscriptions", subscriptionRequest({ cloudProviders }));
  expect((await errorOf(api, created)).type).toBe(code);
});

test.each([
  ["NETWORKING_VPC_ID_MISSING", { subnetIds: ["subnet-1"], securityGroupId: "sg-1" }],
  ["NETWORKING_SUBNET_IDS_MISSING", { vpcId: "vpc-1", securityGroupId: "sg-1" }],
  ["NETWORKING_SECURITY_GROUP_MISSING", { vpcId: "vpc-1", subnetIds: ["subnet-1"] }],
  [undefined, { vpcId: "vpc-1", subnetIds: ["subnet-1"], securityGroupId: "sg-1" }],
  [undefined, { vpcId: "vpc-1", deploymentCIDR: "10.0.0.0/24" }],
])("answers %s to the network %j in the customer's own cloud account", async (code, networking) => {
  const { api } = await simulate({ accounts: [ACCOUNT_WITH_CLOUD] });
  const created = await api.post("/subscriptions", inOwnCloud(networking));
  expect((await errorOf(api, created))?.type).toBe(code);
});

test("refusals of maintenance windows are worded as recorded", async () => {
  const { api } = await simulate();
  const path = `/subscriptions/${await activeSubscription(api)}/maintenance-windows`;
  const windows = [{ startHour: 12, durationInHours: 8, days: ["Monday"] }];
  const none = await errorOf(api, await api.put(path, { mode: "manual" }));
  expect(none.description).toMatch(/at least one maintenance window must be provided with manual mode/i);
  const both = await errorOf(api, await api.put(path, { mode: "automatic", windows }));
  expect(both.description).toMatch(/automatic mode cannot be set with a manual window/i);
});

test("refusals name the required module, and a version that accepts modules", async () => {
  const { api } = await simulate();
  const list = `/subscriptions/${await activeSubscription(api)}/databases`;
  const request = { name: "search", datasetSizeInGb: 1 };
  const factor = { ...request, redisVersion: "7.4", queryPerformanceFactor: "2x" };
  expect((await errorOf(api, await api.post(list, factor))).description).toMatch(/RediSearch is required/);
  const modules = { ...request, modules: [{ name: "RedisJSON" }] };
  expect((await errorOf(api, await api.post(list, modules))).description).toMatch(/'redisVersion'.*7\.4/);
});

test("accepts a creation plan with a query performance factor, and neither modules nor a version", async () => {
  const { api } = await simulate();
  const databases = [{ name: "search", datasetSizeInGb: 1, queryPerformanceFactor: "2x" }];
  const id = await activeSubscription(api, { databases });
  const [database] = (await api.get(`/subscriptions/${id}/databases`)).body.subscription[0].databases;
  expect(database).toMatchObject({ redisVersion: "8.2", queryPerformanceFactor: "2x" });
});

test("does not delete a subscription with a database of its creation plan", async () => {
  const { api } = await simulate();
  const path = `/subscriptions/${await activeSubscription(api)}`;
  expect((await errorOf(api, await api.delete(path))).type).toBe("SUBSCRIPTION_IN_USE");
});
