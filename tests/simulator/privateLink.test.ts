import {
  ACTIVE_ACTIVE,
  activeDatabase,
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
 * AWS PrivateLink: one link of a subscription or region, shared with principals, which connect endpoints to it.
 */

useVirtualTime();

const ACCOUNT = { principal: "123456789012", type: "aws_account" };
const LINK = { shareName: "my-redis-share", ...ACCOUNT, alias: "Production Account" };

const linkAt = (subscriptionId: number, region = "") =>
  `/subscriptions/${subscriptionId}${region}/private-link`;

async function withLink(api: Client) {
  const subscriptionId = await activeSubscription(api);
  const path = linkAt(subscriptionId);
  await processed(api, await api.post(path, LINK));
  await pass(200);
  const read = async () => (await processed(api, await api.get(path))).response;
  return { subscriptionId, path, read };
}

const codeOf = async (api: Client, answer: ReturnType<Client["post"]>) =>
  (await errorOf(api, await answer))?.type;

// Source: answers that the vendor's Go SDK recorded.
test("a link is read by a task, whose resource ID is the subscription's", async () => {
  const { api } = await simulate();
  const { subscriptionId, path } = await withLink(api);
  await activeDatabase(api, subscriptionId, { name: "sessions" });
  expect(await processed(api, await api.get(path))).toMatchObject({
    commandType: "privateLinkGetRequest",
    response: {
      resourceId: subscriptionId,
      resource: {
        status: "active",
        principals: [{ ...ACCOUNT, alias: "Production Account", status: "associated" }],
        resourceConfigurationId: expect.stringMatching(/^rcfg-/),
        resourceConfigurationArn: expect.stringMatching(/^arn:aws:vpc-lattice:us-east-1:/),
        shareArn: expect.stringMatching(/^arn:aws:ram:us-east-1:/),
        shareName: "my-redis-share",
        connections: [],
        databases: [expect.objectContaining({ port: expect.any(Number) }), expect.anything()],
        subscriptionId,
      },
    },
  });
});

// Source: the vendor's Terraform provider waits through both.
test("a link that is being created is not shown at first, and its subscription is pending", async () => {
  const { api } = await simulate();
  const subscriptionId = await activeSubscription(api);
  const path = linkAt(subscriptionId);
  const read = async () => (await processed(api, await api.get(path))).response.resource;
  expect(await read()).toEqual({ links: [] });
  await processed(api, await api.post(path, LINK));
  expect(await read()).toEqual({ links: [] });
  expect(await stateOf(api, `/subscriptions/${subscriptionId}`)).toBe("pending");
  await pass(100);
  expect(await read()).toMatchObject({ status: "initializing", principals: [{ status: "initializing" }] });
  await pass(100);
  expect((await read()).status).toBe("active");
  expect(await stateOf(api, `/subscriptions/${subscriptionId}`)).toBe("active");
});

test("principals are added and removed while the link stays active", async () => {
  const { api } = await simulate();
  const { path, read } = await withLink(api);
  const role = { principal: "arn:aws:iam::210987654321:role/app", type: "iam_role" };
  await processed(api, await api.post(`${path}/principals`, role));
  expect((await read()).resource).toMatchObject({
    status: "active",
    principals: [{ status: "associated" }, { ...role, status: "associating" }],
  });
  await pass(20);
  await processed(api, await api.delete(`${path}/principals`, { principal: ACCOUNT.principal }));
  expect((await read()).resource.principals).toEqual([{ ...role, status: "associated" }]);
});

test.each([
  ["aws_account", "123", "PRIVATE_LINK_PRINCIPAL_INVALID_PRINCIPLE"],
  ["iam_role", "123456789012", "PRIVATE_LINK_PRINCIPAL_INVALID_PRINCIPLE"],
  [
    "organization",
    "arn:aws:organizations::123456789012:ou/o-a/ou-b",
    "PRIVATE_LINK_PRINCIPAL_INVALID_PRINCIPLE",
  ],
  ["aws_account", ACCOUNT.principal, "PRIVATE_LINK_PRINCIPAL_ALREADY_EXISTS"],
  ["aws_account", "000000000000", "PRIVATE_LINK_PRINCIPAL_CANNOT_BE_OWNER_ACCOUNT"],
])("%s %s is refused as a principal: %s", async (type, principal, code) => {
  const { api } = await simulate();
  const { path } = await withLink(api);
  expect(await codeOf(api, api.post(`${path}/principals`, { type, principal }))).toBe(code);
});

test("what does not exist cannot be removed", async () => {
  const { api } = await simulate();
  const { path, subscriptionId } = await withLink(api);
  expect(await codeOf(api, api.delete(`${path}/principals`, { principal: "x" }))).toBe(
    "PRIVATE_LINK_PRINCIPAL_NOT_FOUND",
  );
  await processed(api, await api.delete(path));
  await pass(100);
  expect(await codeOf(api, api.delete(path))).toBe("PRIVATE_LINK_NOT_FOUND");
  expect(await stateOf(api, `/subscriptions/${subscriptionId}`)).toBe("active");
});

test("a link is refused a second time, on Google Cloud, and beside databases with the OSS Cluster API", async () => {
  const { api } = await simulate();
  const { path } = await withLink(api);
  expect(await codeOf(api, api.post(path, LINK))).toBe("PRIVATE_LINK_ALREADY_EXISTS");
  const gcp = await activeSubscription(api, ON_GCP);
  expect(await codeOf(api, api.post(linkAt(gcp), LINK))).toBe("PRIVATE_LINK_CLOUD_PROVIDER_NOT_SUPPORTED");
  const oss = await activeSubscription(api, {
    databases: [{ name: "oss", protocol: "redis", datasetSizeInGb: 1, supportOSSClusterApi: true }],
  });
  expect(await codeOf(api, api.post(linkAt(oss), LINK))).toBe("PRIVATE_LINK_IS_NOT_SUPPORTED");
});

test("a region of an Active-Active subscription has a link of its own", async () => {
  const { api } = await simulate();
  const subscriptionId = await activeSubscription(api, ACTIVE_ACTIVE);
  const path = linkAt(subscriptionId, "/regions/4");
  await processed(api, await api.post(path, LINK));
  await pass(200);
  const { commandType, response } = await processed(api, await api.get(path));
  expect(commandType).toBe("activeActivePrivateLinkGetRequest");
  expect(response.resource).toMatchObject({ regionId: 4, shareArn: expect.stringContaining(":eu-west-1:") });
  const other = await processed(api, await api.get(linkAt(subscriptionId, "/regions/1")));
  expect(other.response.resource).toEqual({ links: [] });
  expect(await codeOf(api, api.post(linkAt(subscriptionId), LINK))).toBe(
    "PRIVATE_LINK_CREATE_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
  );
});

test("a principal connects an endpoint, which can be disassociated", async () => {
  const { api, simulator } = await simulate();
  const { path, read, subscriptionId } = await withLink(api);
  const made = await simulator.peer.act("privateLink", "connect", {
    subscriptionId,
    ownerId: ACCOUNT.principal,
  });
  const [connection] = (await read()).resource.connections;
  expect(connection).toMatchObject({ ...made, ownerId: ACCOUNT.principal, type: "vpc_endpoint" });
  const { associationId, connectionId, type } = connection;
  const body = { connections: [{ associationId, connectionId, type, principalId: ACCOUNT.principal }] };
  await processed(api, await api.post(`${path}/connections/disassociate`, body));
  expect((await read()).resource.connections).toEqual([]);
  expect(await codeOf(api, api.post(`${path}/connections/disassociate`, body))).toBe(
    "PRIVATE_LINK_SERVICE_ERROR",
  );
});

test("only principals can connect endpoints", async () => {
  const { api, simulator } = await simulate();
  const { subscriptionId } = await withLink(api);
  const request = { subscriptionId, ownerId: "999999999999" };
  await expect(simulator.peer.act("privateLink", "connect", request)).rejects.toThrow("no principal");
});

test("the endpoint script names the share and, if asked, what Terraform needs", async () => {
  const { api } = await simulate();
  const { path, read } = await withLink(api);
  const { shareArn, resourceConfigurationArn } = (await read()).resource;
  const script = async (query: string) =>
    (await processed(api, await api.get(`${path}/endpoint-script${query}`))).response.resource;
  const { resourceEndpointScript, terraformAwsScript } = await script("?includeTerraformAwsScript=true");
  expect(resourceEndpointScript).toContain(shareArn);
  expect(terraformAwsScript).toContain(resourceConfigurationArn);
  expect(await script("")).not.toHaveProperty("terraformAwsScript");
});
