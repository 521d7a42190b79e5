import {
  ACTIVE_ACTIVE_ON_GCP,
  activeSubscription,
  type Client,
  errorOf,
  ON_GCP,
  pass,
  processed,
  simulate,
  stateOf,
  useVirtualTime,
} from "./client";

/*
 * Private Service Connect: its service, and endpoints that wait for their side in Google Cloud.
 */

useVirtualTime();

const ENDPOINT = {
  gcpProjectId: "my-gcp-project",
  gcpVpcName: "my-vpc",
  gcpVpcSubnetName: "my-vpc-subnet",
  endpointConnectionName: "redis",
};

/** A place whose service is active: its path, and the service's. */
async function withService(api: Client, request: object = ON_GCP, region = "") {
  const subscriptionId = await activeSubscription(api, request);
  const path = `/subscriptions/${subscriptionId}${region}/private-service-connect`;
  const { response } = await processed(api, await api.post(path));
  await pass(200);
  return { subscriptionId, path, service: `${path}/${response.resourceId}`, id: response.resourceId };
}

/** The same with an endpoint. */
async function withEndpoint(api: Client) {
  const there = await withService(api);
  const { response } = await processed(api, await api.post(there.service, ENDPOINT));
  const endpoint = `${there.service}/endpoints/${response.resourceId}`;
  const state = async () => {
    const { resource } = (await processed(api, await api.get(there.service))).response;
    return resource.endpoints[0]?.status;
  };
  return { ...there, endpoint, endpointId: response.resourceId, state };
}

/** What the owner of the endpoint does in Google Cloud. */
const inCloud = (simulator: Awaited<ReturnType<typeof simulate>>["simulator"], action: string, id: number) =>
  simulator.peer.act("privateServiceConnectEndpoint", action, { id });

// Source: answers that the vendor's Go SDK recorded.
test("the service is read by a task, whose resource ID is the subscription's", async () => {
  const { api } = await simulate();
  const { subscriptionId, path, id } = await withService(api);
  expect(await processed(api, await api.get(path))).toMatchObject({
    commandType: "pscServiceGetRequest",
    response: {
      resourceId: subscriptionId,
      resource: {
        id,
        connectionHostName: expect.stringMatching(/^psc\./),
        serviceAttachmentName: expect.stringMatching(/^service-attachment-/),
        status: "active",
      },
    },
  });
});

test("the subscription is pending while the service is created and while it is deleted", async () => {
  const { api } = await simulate();
  const subscriptionId = await activeSubscription(api, ON_GCP);
  const subscription = `/subscriptions/${subscriptionId}`;
  const path = `${subscription}/private-service-connect`;
  await processed(api, await api.post(path));
  expect(await stateOf(api, subscription)).toBe("pending");
  const state = async () => (await processed(api, await api.get(path))).response.resource.status;
  expect(await state()).toBe("create-queued");
  await pass(60);
  expect(await state()).toBe("initialized");
  await pass(200);
  expect(await state()).toBe("active");
  expect(await stateOf(api, subscription)).toBe("active");
  await processed(api, await api.delete(path));
  expect(await stateOf(api, subscription)).toBe("pending");
  await pass(100);
  expect(await stateOf(api, subscription)).toBe("active");
  expect(await errorOf(api, await api.get(path))).toMatchObject({
    type: "PSC_SERVICE_NOT_FOUND",
    status: "404 NOT_FOUND",
  });
});

test("a region of an Active-Active subscription has a service of its own", async () => {
  const { api } = await simulate();
  const { path, subscriptionId } = await withService(api, ACTIVE_ACTIVE_ON_GCP, "/regions/35");
  const read = await processed(api, await api.get(path));
  expect(read.commandType).toBe("activeActivePscServiceGetRequest");
  expect(read.response.resource.connectionHostName).toContain("europe-west1");
  const other = path.replace("/35/", "/32/");
  expect((await errorOf(api, await api.get(other))).type).toBe("PSC_SERVICE_NOT_FOUND");
  expect((await api.get(path.replace("/35/", "/1/"))).status).toBe(404);
  expect(
    (await errorOf(api, await api.post(`/subscriptions/${subscriptionId}/private-service-connect`))).type,
  ).toBe(
    "PSC_CREATING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
  );
});

test("a service is refused on AWS, in a region of a single-region subscription, and a second time", async () => {
  const { api } = await simulate();
  const aws = await activeSubscription(api);
  const code = async (path: string) => (await errorOf(api, await api.post(path))).type;
  expect(await code(`/subscriptions/${aws}/private-service-connect`)).toBe(
    "PSC_CLOUD_PROVIDER_IS_NOT_SUPPORTED",
  );
  const { path, subscriptionId } = await withService(api);
  expect(await code(path)).toBe("PSC_SERVICE_ALREADY_EXISTS");
  expect(await code(`/subscriptions/${subscriptionId}/regions/32/private-service-connect`)).toBe(
    "PSC_CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
  );
});

test("an endpoint waits for its side in Google Cloud, then to be accepted", async () => {
  const { api, simulator } = await simulate();
  const { endpoint, endpointId, state } = await withEndpoint(api);
  await pass(3600);
  expect(await state()).toBe("initialized");
  const early = await errorOf(api, await api.put(endpoint, { action: "accept" }));
  expect(early.type).toBe("PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_UPDATE_INITIALIZED_ENDPOINT");
  await inCloud(simulator, "create", endpointId);
  expect(await state()).toBe("processing");
  await pass(40);
  expect(await state()).toBe("pending");
  const accepted = await processed(api, await api.put(endpoint, { action: "accept" }));
  expect(accepted).toMatchObject({
    commandType: "pscEndpointUpdateRequest",
    response: { resourceId: endpointId },
  });
  await pass(20);
  expect(await state()).toBe("active");
});

test("an accepted endpoint can be rejected, and a rejected one accepted", async () => {
  const { api, simulator } = await simulate();
  const { endpoint, endpointId, state } = await withEndpoint(api);
  await inCloud(simulator, "create", endpointId);
  await pass(40);
  for (const [action, reached] of [
    ["reject", "rejected"],
    ["accept", "active"],
    ["reject", "rejected"],
  ]) {
    await processed(api, await api.put(endpoint, { action }));
    await pass(20);
    expect(await state()).toBe(reached);
  }
});

test("an endpoint with resources in Google Cloud goes when these are gone, and not by a request", async () => {
  const { api, simulator } = await simulate();
  const { path, endpoint, endpointId, state } = await withEndpoint(api);
  await inCloud(simulator, "create", endpointId);
  await pass(40);
  expect((await errorOf(api, await api.delete(endpoint))).type).toBe(
    "PSC_ENDPOINT_CANNOT_BE_DELETED_WITHOUT_DELETION_SCRIPT",
  );
  expect((await errorOf(api, await api.delete(path))).type).toBe(
    "PSC_SERVICE_CANNOT_DELETE_SERVICE_WITH_ACTIVE_ENDPOINTS",
  );
  await inCloud(simulator, "delete", endpointId);
  await pass(40);
  expect(await state()).toBe("deleted");
  await pass(10);
  expect(await state()).toBeUndefined();
});

test("an endpoint without resources in Google Cloud is deleted by a request", async () => {
  const { api } = await simulate();
  const { subscriptionId, endpoint, state } = await withEndpoint(api);
  const task = await processed(api, await api.delete(endpoint));
  expect(task.response.resourceId).toBe(subscriptionId);
  await pass(10);
  expect(await state()).toBeUndefined();
});

test("the creation script tells the names in Google Cloud, until the endpoint is rejected", async () => {
  const { api, simulator } = await simulate();
  const { endpoint, endpointId } = await withEndpoint(api);
  const script = async (query = "") =>
    (await processed(api, await api.get(`${endpoint}/creationScripts${query}`))).response;
  const { bash, powershell, terraformGcp } = (await script("?includeTerraformGcpScript=true")).resource
    .script;
  expect(bash).toContain("--project=my-gcp-project");
  expect(powershell).toContain("--network=my-vpc");
  expect(terraformGcp.serviceAttachments).toHaveLength(40);
  expect(terraformGcp.serviceAttachments[0]).toMatchObject({
    name: expect.stringMatching(/^projects\/.*\/serviceAttachments\/service-attachment1-/),
    dnsRecord: expect.stringMatching(/^psc1\..*\.$/),
    ipAddressName: "redis-psc-static-ip1",
    forwardingRuleName: "redis1",
  });
  expect((await script()).resource.script).not.toHaveProperty("terraformGcp");
  expect((await errorOf(api, await api.get(`${endpoint}/deletionScripts`))).type).toBe(
    "PSC_ENDPOINT_NOT_CREATED_OR_DELETED",
  );
  await inCloud(simulator, "create", endpointId);
  await pass(40);
  await processed(api, await api.put(endpoint, { action: "reject" }));
  await pass(20);
  expect((await script()).error.type).toBe("PSC_ENDPOINT_NOT_CREATED_OR_DELETED");
  const deletion = await processed(api, await api.get(`${endpoint}/deletionScripts`));
  expect(deletion.response.resource.script.bash).toContain("forwarding-rules delete redis1 ");
});

test.each([
  ["gcpProjectId", "x", "PSC_ENDPOINT_INVALID_GCP_PROJECT_ID"],
  ["gcpVpcName", "My VPC", "PSC_ENDPOINT_INVALID_VPC_NAME"],
  ["gcpVpcSubnetName", "-subnet", "PSC_ENDPOINT_INVALID_VPC_SUBNET_NAME"],
  ["endpointConnectionName", "redis_", "PSC_ENDPOINT_INVALID_CONNECTION_NAME"],
])("an endpoint with %s '%s' is refused", async (field, value, code) => {
  const { api } = await simulate();
  const { service } = await withService(api);
  expect((await errorOf(api, await api.post(service, { ...ENDPOINT, [field]: value }))).type).toBe(code);
});

test("a second endpoint of the same connection name in the project is refused", async () => {
  const { api } = await simulate();
  const { service } = await withEndpoint(api);
  expect((await errorOf(api, await api.post(service, ENDPOINT))).type).toBe("PSC_ENDPOINT_ALREADY_EXISTS");
  const other = { ...ENDPOINT, endpointConnectionName: "other" };
  expect(await errorOf(api, await api.post(service, other))).toBeUndefined();
});

test("an update has an action or names, not both", async () => {
  const { api } = await simulate();
  const { endpoint } = await withEndpoint(api);
  const code = async (body: object) => (await errorOf(api, await api.put(endpoint, body))).type;
  expect(await code({ action: "accept", gcpVpcName: "other" })).toBe(
    "PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_HAVE_BOTH_ACTION_AND_OTHER_FIELDS",
  );
  expect(await code({ action: "ignore" })).toBe("PSC_UPDATE_ENDPOINT_REQUEST_ACTION_INVALID_VALUE");
});
