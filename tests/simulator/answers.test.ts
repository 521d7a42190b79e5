import {
  activeCloudAccount,
  activeDatabase,
  activeSubscription,
  CLOUD_ACCOUNT,
  pass,
  processed,
  simulate,
  subscriptionRequest,
  useVirtualTime,
} from "./client";

useVirtualTime();

// Source: the vendor's Go SDK, which reads enableRemoteBackup, interval, timeUTC and destination.
test("the answer of a backup contains everything but the type of storage", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const remoteBackup = {
    active: true,
    interval: "every-24-hours",
    timeUTC: "14:00",
    storageType: "aws-s3",
    storagePath: "s3://backups",
  };
  const path = await activeDatabase(api, id, { name: "kept", remoteBackup });
  expect((await api.get(path)).body.backup).toEqual({
    enableRemoteBackup: true,
    interval: "every-24-hours",
    timeUTC: "14:00",
    destination: "s3://backups",
  });
});

// Source: the vendor's Go SDK reads cloudDetails[].resourceTags.
test("a subscription in the customer's own cloud account shows its resource tags", async () => {
  const { api } = await simulate();
  const cloudAccountId = await activeCloudAccount(api);
  const resourceTags = [{ key: "team", value: "red" }];
  const cloudProviders = [{ cloudAccountId, regions: [{ region: "us-east-1" }], resourceTags }];
  const path = `/subscriptions/${await activeSubscription(api, { cloudProviders })}`;
  expect((await api.get(path)).body.cloudDetails[0].resourceTags).toEqual(resourceTags);
  await processed(api, await api.put(`${path}/resource-tags`, { resourceTags: [] }));
  expect((await api.get(path)).body.cloudDetails[0].resourceTags).toEqual([]);
  const internal = `/subscriptions/${await activeSubscription(api)}`;
  expect((await api.get(internal)).body.cloudDetails[0].resourceTags).toEqual([]);
});

test("a subscription on AWS shows its AWS account, also in the vendor's own; one on Google Cloud shows none", async () => {
  const { api } = await simulate();
  const google = [{ provider: "GCP", regions: [{ region: "us-central1" }] }];
  const detailOf = async (changes: object) => {
    const id = await activeSubscription(api, changes);
    return (await api.get(`/subscriptions/${id}`)).body.cloudDetails[0];
  };
  const cloudAccountId = await activeCloudAccount(api);
  const own = { cloudProviders: [{ cloudAccountId, regions: [{ region: "us-east-1" }] }] };
  expect((await detailOf(own)).awsAccountId).toBe("123456789012");
  expect((await detailOf({})).awsAccountId).toMatch(/^\d{12}$/);
  expect(await detailOf({ cloudProviders: google })).not.toHaveProperty("awsAccountId");
});

// Source: schema CloudAccount of the OpenAPI document.
test("a cloud account shows its access key and ARNs, the internal one only its name", async () => {
  const { api } = await simulate();
  const id = await activeCloudAccount(api);
  expect((await api.get(`/cloud-accounts/${id}`)).body).toMatchObject({
    accessKeyId: "AKIA1",
    signInLoginUrl: CLOUD_ACCOUNT.signInLoginUrl,
    awsUserArn: "arn:aws:iam::123456789012:user/redislabs-user",
    awsConsoleRoleArn: "arn:aws:iam::123456789012:role/redislabs-role",
  });
  const internal = (await api.get("/cloud-accounts/1")).body;
  expect(Object.keys(internal).sort()).toEqual(["id", "links", "name", "provider", "status"]);
});

test("an AWS account whose console address has an alias gets a made-up number", async () => {
  const { api } = await simulate();
  const id = await activeCloudAccount(api, { signInLoginUrl: "https://acme.signin.aws.amazon.com/console" });
  expect((await api.get(`/cloud-accounts/${id}`)).body.awsUserArn).toMatch(/^arn:aws:iam::\d{12}:user\//);
});

// Source: the vendor's Go SDK; the OpenAPI document lacks the field.
test("a subscription has a Prometheus endpoint once its infrastructure exists", async () => {
  const { api } = await simulate();
  const created = await processed(api, await api.post("/subscriptions", subscriptionRequest()));
  const path = `/subscriptions/${created.response.resourceId}`;
  expect((await api.get(path)).body).not.toHaveProperty("prometheusEndpoint");
  await pass(600);
  const { prometheusEndpoint, id } = (await api.get(path)).body;
  expect(prometheusEndpoint).toBe(`https://internal.c${id}.us-east-1-2.ec2.cloud.redislabs.com:8070`);
});

// Source: schema CustomerManagedKeyAccessDetails of the OpenAPI document.
test("the access that a customer managed key requires on AWS is a role and a policy", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api, { persistentStorageEncryptionType: "customer-managed-key" });
  const { customerManagedKeyAccessDetails: details } = (await api.get(`/subscriptions/${id}`)).body;
  expect(details.redisIamRole).toMatch(/^arn:aws:iam::\d{12}:role\//);
  const principals = details.requiredKeyPolicyStatements.Statement.map(
    (statement: { Principal: { AWS: string } }) => statement.Principal.AWS,
  );
  expect(new Set(principals)).toEqual(new Set([details.redisIamRole]));
  expect(details.deletionGracePeriodOptions).toEqual(expect.arrayContaining(["immediate", "24-hours"]));
  expect(details).not.toHaveProperty("redisServiceAccount");
});

test("the access that a customer managed key requires on Google Cloud is an account, roles and permissions", async () => {
  const { api } = await simulate();
  const cloudProviders = [{ provider: "GCP", regions: [{ region: "us-central1" }] }];
  const type = { persistentStorageEncryptionType: "customer-managed-key" };
  const id = await activeSubscription(api, { cloudProviders, ...type });
  const { customerManagedKeyAccessDetails: details } = (await api.get(`/subscriptions/${id}`)).body;
  expect(details).toEqual({
    redisServiceAccount: expect.stringMatching(/@.*\.iam\.gserviceaccount\.com$/),
    googlePredefinedRoles: expect.arrayContaining(["roles/cloudkms.viewer"]),
    googleCustomPermissions: expect.arrayContaining(["cloudkms.cryptoKeys.get"]),
    deletionGracePeriodOptions: expect.arrayContaining(["alerts-only"]),
  });
});

// Source: the example of schema Database, and schemas DynamicEndpoints and ReplicaAsSourceEndpoints.
test("a database shows its dynamic endpoints and those for replication", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const path = await activeDatabase(api, id, { name: "a", port: 12345 });
  const { dynamicEndpoints, replicaAsSourceEndpoints, ...database } = (await api.get(path)).body;
  expect(dynamicEndpoints.public).toMatch(/^[a-z0-9-]+\.db\.redis\.io:12345$/);
  expect(dynamicEndpoints.private).toMatch(/^[a-z0-9-]+\.db\.redis\.io:12345$/);
  expect(dynamicEndpoints.private).not.toBe(dynamicEndpoints.public);
  expect(replicaAsSourceEndpoints).toEqual({
    public: database.publicEndpoint,
    private: database.privateEndpoint,
  });
});

test("has no public endpoint of any kind when public access is off", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api, { publicEndpointAccess: false });
  const { dynamicEndpoints, replicaAsSourceEndpoints } = (
    await api.get(await activeDatabase(api, id, { name: "hidden" }))
  ).body;
  expect(Object.keys(dynamicEndpoints)).toEqual(["private"]);
  expect(Object.keys(replicaAsSourceEndpoints)).toEqual(["private"]);
});

test("a database shows its memory, shards and dates", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const throughputMeasurement = { by: "number-of-shards", value: 3 };
  const path = await activeDatabase(api, id, { name: "sharded", throughputMeasurement });
  const inSeconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
  const database = (await api.get(path)).body;
  expect(database).toMatchObject({
    memoryStorage: "ram",
    memoryUsedInMb: 12,
    clustering: { numberOfShards: 3 },
    activatedOn: expect.stringMatching(inSeconds),
    lastModified: expect.stringMatching(inSeconds),
  });
  await processed(api, await api.put(path, { replication: false }));
  await pass(50);
  const changed = (await api.get(path)).body;
  expect(changed.memoryUsedInMb).toBe(6);
  expect(changed.activatedOn).toBe(database.activatedOn);
  expect(Date.parse(changed.lastModified)).toBeGreaterThan(Date.parse(database.lastModified));
});
