import { type Client, clientOf, pass, processed, simulate, useVirtualTime } from "./client";

/*
 * Peerings of subscriptions with other networks, whose owners accept or reject them.
 */

useVirtualTime();

const SUBSCRIPTION = {
  name: "main",
  paymentMethodId: 2,
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  databases: [{ name: "first", datasetSizeInGb: 1 }],
};
const region = (name: string, third: number) => ({
  region: name,
  networking: { deploymentCIDR: `10.0.${third}.0/24` },
});
const GLOBAL = {
  ...SUBSCRIPTION,
  deploymentType: "active-active",
  cloudProviders: [{ provider: "AWS", regions: [region("us-east-1", 0), region("eu-west-1", 1)] }],
  databases: [
    {
      name: "first",
      datasetSizeInGb: 1,
      localThroughputMeasurement: [{ region: "us-east-1" }, { region: "eu-west-1" }],
    },
  ],
};
const AWS = { region: "us-east-1", awsAccountId: "123456789012", vpcId: "vpc-1a", vpcCidr: "10.10.10.0/24" };
const { region: destinationRegion, ...OTHER } = AWS;
const FROM_EAST = { ...OTHER, destinationRegion, sourceRegion: "us-east-1" };

/** Path of an active subscription. */
async function active(api: Client, request: object = SUBSCRIPTION): Promise<string> {
  const { response } = await processed(api, await api.post("/subscriptions", request));
  await pass(1000);
  return `/subscriptions/${response.resourceId}`;
}

/** The peerings, as the task of the list tells them. */
const listed = async (api: Client, path: string) =>
  (await processed(api, await api.get(path))).response.resource;

const codeOf = async (api: Client, path: string, body: object) =>
  (await processed(api, await api.post(path, body))).response.error?.type;

test("at AWS it waits for acceptance, and is active a moment after it", async () => {
  const { api, simulator } = await simulate();
  const path = `${await active(api)}/peerings`;
  const { response } = await processed(api, await api.post(path, AWS));
  expect(await listed(api, path)).toMatchObject({ peerings: [{ status: "initiating-request" }] });
  await pass(60);
  const { peerings } = await listed(api, path);
  expect(peerings).toEqual([
    {
      vpcPeeringId: response.resourceId,
      awsAccountId: "123456789012",
      vpcUid: "vpc-1a",
      vpcCidr: "10.10.10.0/24",
      regionName: "us-east-1",
      awsPeeringUid: expect.stringMatching(/^pcx-[0-9a-f]{17}$/),
      status: "pending-acceptance",
    },
  ]);
  await simulator.peer.accept("subscriptionPeering", peerings[0].awsPeeringUid);
  await pass(10);
  expect(await listed(api, path)).toMatchObject({ peerings: [{ status: "active" }] });
});

test("a request that nobody accepts for seven days fails", async () => {
  const { api } = await simulate();
  const path = `${await active(api)}/peerings`;
  await processed(api, await api.post(path, AWS));
  await pass(7 * 24 * 3600 + 120);
  expect(await listed(api, path)).toMatchObject({ peerings: [{ status: "failed" }] });
});

test("on Google Cloud it is inactive until there is a peering in the other direction", async () => {
  const { api, simulator } = await simulate();
  const cloudProviders = [{ provider: "GCP", regions: [{ region: "us-east1" }] }];
  const path = `${await active(api, { ...SUBSCRIPTION, cloudProviders })}/peerings`;
  const body = { provider: "gcp", vpcProjectUid: "our-project", vpcNetworkName: "ours" };
  const { response } = await processed(api, await api.post(path, body));
  await pass(60);
  expect(await listed(api, path)).toMatchObject({
    peerings: [{ projectUid: "our-project", networkName: "ours", status: "inactive" }],
  });
  await expect(simulator.peer.reject("subscriptionPeering", response.resourceId)).rejects.toThrow("inactive");
  await simulator.peer.accept("subscriptionPeering", response.resourceId);
  await pass(10);
  expect(await listed(api, path)).toMatchObject({ peerings: [{ status: "active" }] });
});

test("those of an Active-Active subscription are listed by region", async () => {
  const { api } = await simulate();
  const path = `${await active(api, GLOBAL)}/regions/peerings`;
  await processed(api, await api.post(path, FROM_EAST));
  const { regions } = await listed(api, path);
  expect(regions).toMatchObject([
    { region: "us-east-1", vpcPeerings: [{ sourceRegion: "us-east-1", destinationRegion: "us-east-1" }] },
    { region: "eu-west-1", vpcPeerings: [] },
  ]);
});

test("each operation refuses a subscription of the other deployment type", async () => {
  const { api } = await simulate();
  const [single, global] = [await active(api), await active(api, GLOBAL)];
  const forms = [
    [single, "regions/peerings", FROM_EAST],
    [global, "peerings", AWS],
  ] as const;
  for (const [subscription, form, body] of forms) {
    const path = `${subscription}/${form}`;
    const answers = [
      await api.get(path),
      await api.post(path, body),
      await api.put(`${path}/1`, { vpcCidr: AWS.vpcCidr }),
      await api.delete(`${path}/1`),
    ];
    const codes = [];
    for (const answer of answers) codes.push((await processed(api, answer)).response.error?.type);
    expect(codes).toEqual(
      ["GETTING", "CREATING", "UPDATING", "DELETING"].map((verb) => expect.stringMatching(`^${verb}_A?`)),
    );
  }
});

test("what does not fit is refused with the API's codes", async () => {
  const { api } = await simulate();
  const subscription = await active(api);
  const path = `${subscription}/peerings`;
  const { vpcCidr, ...bare } = AWS;
  const refusals = [
    ["VPC_PEERING_CIDR_IS_MISSING", bare],
    ["VPC_PEERING_TOO_MANY_CIDR_SPECIFICATIONS", { ...AWS, vpcCidrs: [vpcCidr] }],
    ["VPC_PEERING_CIDR_OVERLAP", { ...AWS, vpcCidr: "192.168.0.0/16" }],
    [
      "VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER",
      { vpcProjectUid: "our-project", vpcNetworkName: "x" },
    ],
  ] as const;
  for (const [code, body] of refusals) expect(await codeOf(api, path, body)).toBe(code);
  const { response } = await processed(api, await api.post(path, AWS));
  expect(await codeOf(api, path, AWS)).toBe("VPC_PEERING_ALREADY_EXIST");
  const one = `${path}/${response.resourceId}`;
  const update = await processed(api, await api.put(one, { vpcCidrs: ["10.20.0.0/16"] }));
  expect(update.response.error?.type).toBe("VPC_PEERING_NOT_ACTIVE");
  await processed(api, await api.delete(one));
  expect(await listed(api, path)).toEqual({ peerings: [] });
  expect((await processed(api, await api.delete(one))).response.error?.type).toBe("VPC_PEERING_NOT_FOUND");
});

test("the other side can act over HTTP, with the keys of the account, and says what it cannot do", async () => {
  const { api, simulator } = await simulate();
  const path = `${await active(api)}/peerings`;
  const { response } = await processed(api, await api.post(path, AWS));
  const { origin } = new URL(simulator.url);
  const peer = clientOf({ ...simulator, url: `${origin}/simulator/peer` });
  const body = { id: response.resourceId };
  expect(await peer.post("/subscriptionPeering/accept", body)).toMatchObject({
    status: 409,
    body: { message: expect.stringContaining("is initiating-request") },
  });
  await pass(60);
  expect(await peer.post("/subscriptionPeering/accept", {})).toMatchObject({ status: 400 });
  expect(await peer.post("/subscriptionPeering/share", body)).toMatchObject({
    status: 404,
    body: { message: expect.stringContaining("subscriptionPeering/accept") },
  });
  expect(await peer.post("/subscriptionPeering/accept", body)).toMatchObject({ status: 200, body });
  await pass(10);
  expect(await listed(api, path)).toMatchObject({ peerings: [{ status: "active" }] });
  const stranger = clientOf({ ...simulator, url: `${origin}/simulator/peer`, accounts: [] });
  expect(await stranger.post("/subscriptionPeering/accept", body)).toMatchObject({ status: 401 });
});
