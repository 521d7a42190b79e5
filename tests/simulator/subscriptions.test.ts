import {
  activeCloudAccount,
  activeSubscription,
  CLOUD_ACCOUNT,
  type Client,
  pass,
  processed,
  simulate,
  subscriptionRequest,
  useVirtualTime,
} from "./client";

useVirtualTime();

/** Creates a cloud account, and returns the location of a subscription in it. */
async function ownCloud(api: Client) {
  return [{ cloudAccountId: await activeCloudAccount(api), regions: [{ region: "us-east-1" }] }];
}

test("a subscription has the server's defaults", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  expect((await api.get(`/subscriptions/${id}`)).body).toMatchObject({
    id,
    name: "shop",
    status: "active",
    deploymentType: "single-region",
    paymentMethodType: "credit-card",
    paymentMethodId: 2,
    memoryStorage: "ram",
    storageEncryption: false,
    numberOfDatabases: 1,
    publicEndpointAccess: true,
    persistentStorageEncryptionType: "cloud-provider-managed-key",
    cloudDetails: [
      {
        provider: "AWS",
        cloudAccountId: 1,
        totalSizeInGb: 2,
        regions: [
          {
            region: "us-east-1",
            networking: [{ deploymentCIDR: "192.168.0.0/24", subnetId: expect.any(String) }],
            preferredAvailabilityZones: ["us-east-1a"],
            multipleAvailabilityZones: false,
          },
        ],
      },
    ],
  });
});

test("a subscription is pending while its name and payment method change", async () => {
  const { api } = await simulate();
  const path = `/subscriptions/${await activeSubscription(api)}`;
  await processed(api, await api.put(path, { name: "renamed", paymentMethodId: 3 }));
  expect((await api.get(path)).body.status).toBe("pending");
  await pass(60);
  expect((await api.get(path)).body).toMatchObject({ status: "active", name: "renamed", paymentMethodId: 3 });
});

test("a subscription waits for its customer managed key", async () => {
  const { api, simulator } = await simulate();
  const request = subscriptionRequest({ persistentStorageEncryptionType: "customer-managed-key" });
  const created = await processed(api, await api.post("/subscriptions", request));
  const path = `/subscriptions/${created.response.resourceId}`;
  await pass(600);
  expect((await api.get(path)).body).toMatchObject({
    status: "encryption_key_pending",
    customerManagedKeyAccessDetails: { redisIamRole: expect.any(String) },
  });
  const [resourceName, { body }] = ["arn:aws:kms:us-east-1:1:key/a", await api.get(path)];
  await simulator.peer.grantKey(body.customerManagedKeyAccessDetails.redisIamRole, resourceName);
  const customerManagedKeys = [{ resourceName }];
  await processed(api, await api.put(path, { customerManagedKeys, deletionGracePeriod: "1-hour" }));
  await pass(60);
  const active = { status: "active", numberOfDatabases: 1, deletionGracePeriod: "1-hour" };
  expect((await api.get(path)).body).toMatchObject(active);
});

test("the CIDR list is the resource of a task, in snake case", async () => {
  const { api } = await simulate();
  const path = `/subscriptions/${await activeSubscription(api, { cloudProviders: await ownCloud(api) })}/cidr`;
  await processed(api, await api.put(path, { cidrIps: ["10.1.1.0/32"], securityGroupIds: ["sg-1"] }));
  const { response } = await processed(api, await api.get(path));
  expect(response.resource).toMatchObject({ cidr_ips: ["10.1.1.0/32"], security_group_ids: ["sg-1"] });
});

test.each([
  ["CIDR_WHITELIST_INVALID_CIDRS", { cidrIps: ["10.1.1.0/99"] }],
  ["CIDR_WHITELIST_DUPLICATE_CIDRS", { cidrIps: ["10.1.1.0/32", "10.1.1.0/32"] }],
  ["CIDR_WHITELIST_INVALID_SG", { securityGroupIds: ["group-1"] }],
  ["CIDR_WHITELIST_DUPLICATE_SG", { securityGroupIds: ["sg-1", "sg-1"] }],
])("ends the task that sets the CIDR list with %s for %j", async (code, request) => {
  const { api } = await simulate();
  const path = `/subscriptions/${await activeSubscription(api, { cloudProviders: await ownCloud(api) })}/cidr`;
  expect((await processed(api, await api.put(path, request))).response.error.type).toBe(code);
});

test("only a subscription in the customer's own cloud account has a CIDR list", async () => {
  const { api } = await simulate();
  const path = `/subscriptions/${await activeSubscription(api)}/cidr`;
  for (const answer of [await api.get(path), await api.put(path, { cidrIps: ["10.1.1.0/32"] })]) {
    expect((await processed(api, answer)).response.error.type).toBe("CIDR_WHITELIST_NOT_ALLOWED");
  }
});

test("a subscription has automatic maintenance windows until manual ones are set", async () => {
  const { api } = await simulate();
  const path = `/subscriptions/${await activeSubscription(api)}/maintenance-windows`;
  expect((await api.get(path)).body).toMatchObject({ mode: "automatic", timeZone: "UTC" });
  const windows = [{ startHour: 12, durationInHours: 8, days: ["Monday"] }];
  await processed(api, await api.put(path, { mode: "manual", windows }));
  expect((await api.get(path)).body).toMatchObject({ mode: "manual", windows });
  const none = await processed(api, await api.put(path, { mode: "manual" }));
  expect(none.response.error.type).toBe("MAINTENANCE_WINDOW_MANUAL_MODE_WITH_NO_MAINTENANCE_WINDOWS");
  const both = await processed(api, await api.put(path, { mode: "automatic", windows }));
  expect(both.response.error.type).toBe("MAINTENANCE_WINDOW_AUTOMATIC_MODE_WITH_MAINTENANCE_WINDOWS");
});

test("a subscription costs nothing without databases, and at least the minimum with them", async () => {
  const { api } = await simulate();
  const id = await activeSubscription(api);
  const { pricing } = (await api.get(`/subscriptions/${id}/pricing`)).body;
  expect(pricing.map((line: { type: string }) => line.type)).toEqual(["Shards", "MinimumPrice"]);
  const [{ databaseId }] = (await api.get(`/subscriptions/${id}/databases`)).body.subscription[0].databases;
  await processed(api, await api.delete(`/subscriptions/${id}/databases/${databaseId}`));
  await pass(40);
  expect((await api.get(`/subscriptions/${id}/pricing`)).body.pricing).toEqual([]);
});

test("a cloud account passes through its states, and never shows its secrets", async () => {
  const { api } = await simulate();
  const created = await processed(api, await api.post("/cloud-accounts", CLOUD_ACCOUNT));
  const path = `/cloud-accounts/${created.response.resourceId}`;
  expect((await api.get(path)).body.status).toBe("draft");
  await pass(100);
  const { name, provider, accessKeyId } = CLOUD_ACCOUNT;
  const account = (await api.get(path)).body;
  expect(account).toMatchObject({ status: "active", name, provider, accessKeyId });
  expect(JSON.stringify(account)).not.toMatch(/top-secret|hidden/);
  await processed(api, await api.put(path, { ...CLOUD_ACCOUNT, provider: undefined, name: "theirs" }));
  expect((await api.get(path)).body).toMatchObject({ status: "change-draft", name: "theirs" });
  await pass(30);
  await processed(api, await api.delete(path));
  await pass(30);
  expect((await api.get(path)).status).toBe(404);
});

test("a subscription has cloud details once its infrastructure exists, with a VPC only if it was requested", async () => {
  const { api } = await simulate();
  const { resourceId: cloudAccountId } = (
    await processed(api, await api.post("/cloud-accounts", CLOUD_ACCOUNT))
  ).response;
  await pass(100);
  const networking = { deploymentCIDR: "10.0.0.0/24", vpcId: "vpc-1" };
  const cloudProviders = [{ cloudAccountId, regions: [{ region: "us-east-1", networking }] }];
  const created = await api.post("/subscriptions", subscriptionRequest({ cloudProviders }));
  const path = `/subscriptions/${(await processed(api, created)).response.resourceId}`;
  expect((await api.get(path)).body.cloudDetails).toEqual([]);
  await pass(600);
  const [detail] = (await api.get(path)).body.cloudDetails;
  expect(detail).toMatchObject({ cloudAccountId, awsAccountId: "123456789012" });
  expect(detail.regions[0].networking).toEqual([{ ...networking, subnetId: expect.any(String) }]);
  const internal = await activeSubscription(api);
  const [other] = (await api.get(`/subscriptions/${internal}`)).body.cloudDetails;
  expect(other.regions[0].networking[0]).not.toHaveProperty("vpcId");
});

test("deletes a cloud account only when no subscription uses it", async () => {
  const { api } = await simulate();
  const cloudProviders = await ownCloud(api);
  const cloudAccountId = cloudProviders[0]?.cloudAccountId;
  await activeSubscription(api, { cloudProviders });
  const refused = await processed(api, await api.delete(`/cloud-accounts/${cloudAccountId}`));
  expect(refused.response.error.type).toBe("CLOUD_ACCOUNT_USED");
});

test("resource tags are accepted only in the customer's own cloud account", async () => {
  const { api } = await simulate();
  const path = `/subscriptions/${await activeSubscription(api)}/resource-tags`;
  const refused = await processed(api, await api.put(path, { resourceTags: [{ key: "a", value: "b" }] }));
  expect(refused.response.error.type).toBe("RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT");
});
