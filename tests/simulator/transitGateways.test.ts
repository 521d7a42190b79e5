import { type Client, errorOf, pass, processed, simulate, useVirtualTime } from "./client";

/*
 * Transit gateways: their owners share them in AWS, and accept attachments.
 */

useVirtualTime();

const SUBSCRIPTION = {
  name: "main",
  paymentMethodId: 2,
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  databases: [{ name: "first", datasetSizeInGb: 1 }],
};
const GATEWAY = { awsTgwUid: "tgw-0b92afdae97faaef8", awsAccountId: "620187402834" };

/** ID of an active subscription. */
async function active(api: Client, request: object = SUBSCRIPTION): Promise<number> {
  const { response } = await processed(api, await api.post("/subscriptions", request));
  await pass(1000);
  return response.resourceId;
}

/** What the task of a read tells. */
const read = async (api: Client, path: string) =>
  (await processed(api, await api.get(path))).response.resource;

/** A subscription with a gateway whose invitation is accepted. */
async function shared(more: object = {}) {
  const { api, simulator } = await simulate();
  const subscriptionId = await active(api);
  const path = `/subscriptions/${subscriptionId}/transitGateways`;
  const share = { subscriptionId, ...GATEWAY, ...more };
  const learned = await simulator.peer.act("transitGatewayInvitation", "share", share);
  await pass(30);
  const { resources } = await read(api, `${path}/invitations`);
  const [{ id: invitation }] = resources;
  const accepted = await processed(api, await api.put(`${path}/invitations/${invitation}/accept`));
  await pass(20);
  const { tgws } = await read(api, path);
  return {
    api,
    simulator,
    path,
    learned,
    resources,
    accepted,
    tgws,
    attachment: `${path}/${tgws[0].id}/attachment`,
  };
}

test("a gateway that is shared is an invitation, and listed once that is accepted", async () => {
  const { api, path, learned, resources, accepted, tgws } = await shared();
  expect(resources).toEqual([
    {
      id: accepted.response.resourceId,
      name: "transit-gateway",
      ...learned,
      awsTgwUid: undefined,
      awsAccountId: GATEWAY.awsAccountId,
      status: "pending",
      sharedDate: expect.any(String),
    },
  ]);
  // As recorded.
  expect(tgws).toEqual([{ id: expect.any(Number), ...GATEWAY, status: "available", cidrs: [] }]);
  expect(await read(api, `${path}/invitations`)).toMatchObject({ resources: [{ status: "accepted" }] });
  const reject = `${path}/invitations/${accepted.response.resourceId}/reject`;
  expect((await errorOf(api, await api.put(reject))).type).toBe("TGW_RESOURCE_SHARE_DOES_NOT_EXIST");
});

test("an attachment waits for the owner of the gateway, and takes CIDRs only then", async () => {
  const { api, simulator, path, tgws, attachment } = await shared();
  const { response } = await processed(api, await api.post(attachment));
  expect(response.resourceId).toBe(tgws[0].id);
  await pass(60);
  const [{ attachmentUid, ...waiting }] = (await read(api, path)).tgws;
  expect(attachmentUid).toMatch(/^tgw-attach-[0-9a-f]{17}$/);
  expect(waiting).toMatchObject({ status: "available", attachmentStatus: "pendingAcceptance" });
  const cidrs = ["10.0.24.0/24", "10.0.25.0/24"];
  const put = async (body: object) => (await errorOf(api, await api.put(attachment, body)))?.type;
  expect(await put({ cidrs })).toBe("TGW_ATTACHMENT_IS_NOT_ACTIVE");
  await simulator.peer.accept("transitGatewayAttachment", attachmentUid);
  await pass(10);
  expect(await put({ cidrs: [cidrs[0], cidrs[0]] })).toBe("TGW_ATTACHMENT_CIDRS_REQUEST_CONTAINS_DUPLICATES");
  expect(await put({ cidrs: ["10.0.24.0/40"] })).toBe("TGW_ATTACHMENT_CIDRS_INVALID_LENGTH");
  expect(await put({ cidrs })).toBeUndefined();
  await pass(15);
  // The form of the schema, and that of the example.
  expect(await put({ cidrs: cidrs.map((cidrAddress) => ({ cidrAddress })) })).toBe(
    "TGW_ATTACHMENT_CIDRS_ARE_THE_SAME_AS_EXISTING_ONES",
  );
  expect((await read(api, path)).tgws[0].cidrs).toEqual(
    cidrs.map((cidrAddress) => ({ cidrAddress, status: "active" })),
  );
  expect((await errorOf(api, await api.post(attachment))).type).toBe("GENERAL_ERROR");
  await processed(api, await api.delete(attachment));
  await pass(40);
  expect((await read(api, path)).tgws[0]).not.toHaveProperty("attachmentStatus");
  expect((await errorOf(api, await api.delete(attachment))).type).toBe("TGW_ATTACHMENT_DOES_NOT_EXIST");
});

test("a gateway that accepts by itself, one that rejects, and a private link beside it", async () => {
  const { api, path, attachment } = await shared({ autoAccept: true });
  await processed(api, await api.post(attachment));
  await pass(60);
  expect((await read(api, path)).tgws[0].attachmentStatus).toBe("available");
  const link = { shareName: "redis", principal: "123456789012", type: "aws_account" };
  const beside = await errorOf(api, await api.post(path.replace("transitGateways", "private-link"), link));
  expect(beside).toMatchObject({
    type: "PRIVATE_LINK_IS_NOT_SUPPORTED",
    description: "Private link is not supported with transit gateways.",
  });
  const other = await shared();
  await processed(other.api, await other.api.post(other.attachment));
  await pass(60);
  await other.simulator.peer.reject("transitGatewayAttachment", other.tgws[0].id);
  await pass(10);
  expect((await read(other.api, other.path)).tgws[0].attachmentStatus).toBe("rejected");
});

test("each form is refused in a subscription of the other type, and a region that there is not", async () => {
  const { api } = await simulate();
  const single = `/subscriptions/${await active(api)}`;
  const region = (name: string, third: number) => ({
    region: name,
    networking: { deploymentCIDR: `10.0.${third}.0/24` },
  });
  const localThroughputMeasurement = [{ region: "us-east-1" }, { region: "eu-west-1" }];
  const global = `/subscriptions/${await active(api, {
    ...SUBSCRIPTION,
    deploymentType: "active-active",
    cloudProviders: [{ provider: "AWS", regions: [region("us-east-1", 0), region("eu-west-1", 1)] }],
    databases: [{ name: "first", datasetSizeInGb: 1, localThroughputMeasurement }],
  })}`;
  const requests: [keyof Client, string][] = [
    ["get", ""],
    ["get", "/invitations"],
    ["put", "/invitations/1/accept"],
    ["put", "/invitations/1/reject"],
    ["post", "/1/attachment"],
    ["put", "/1/attachment"],
    ["delete", "/1/attachment"],
  ];
  for (const [method, below] of requests) {
    const codes = [];
    for (const place of [`${single}/regions/1`, global, `${global}/regions/99`])
      codes.push((await errorOf(api, await api[method](`${place}/transitGateways${below}`))).type);
    expect(codes).toEqual([
      expect.stringMatching(/^TGW_.*_WITH_(A_FLEXIBLE|SINGLE_REGION)_SUBSCRIPTION$/),
      expect.stringMatching(/^TGW_.*_WITH_(AN_)?ACTIVE_ACTIVE_SUBSCRIPTION$/),
      "TGW_REGION_DOES_NOT_EXIST",
    ]);
  }
});
