import * as pulumi from "@pulumi/pulumi";
import { contentsOf } from "../../cli/generate/contents";
import * as rediscloud from "../../provider";
import { openAccount } from "../../provider/lifecycle/openAccount";
import {
  ACTIVE_ACTIVE_PLACE,
  configOf,
  endSimulators,
  failureOf,
  inAnotherProcess,
  redisCloud,
  submitted,
  writes,
} from "./harness";
import { EXACT, GATEWAY, withGateway, withSubscription } from "./transitGateways";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Transit gateways: invitations, attachments, and the look-ups that find their IDs. The other side is the simulator's
 * peer.
 */

useVirtualTime();
endSimulators();

test("from a share to an attachment in one run: each step waits for the one before", async () => {
  const { stack, simulator, gateway, acceptor, subscriptionId, args, up } = await withGateway();
  expect(stack.state("shared").outputs).toMatchObject({
    status: "accepted",
    resourceShareUid: expect.stringMatching(/^arn:aws:ram:us-east-1:/),
  });
  expect(gateway).toEqual({
    id: expect.any(Number),
    ...GATEWAY,
    awsAccountId: "123456789012",
    status: "available",
    cidrs: [],
  });
  const { id, outputs } = await up();
  expect(id).toBe(`${subscriptionId}/${gateway?.id}`);
  expect(outputs).toMatchObject({
    status: "pendingAcceptance",
    attachmentUid: expect.stringMatching(/^tgw-attach-/),
    ...GATEWAY,
  });
  expect(await rediscloud.getTransitGateways({ subscriptionId })).toMatchObject([
    { status: "available", attachmentStatus: "pendingAcceptance", attachmentUid: outputs.attachmentUid },
  ]);
  await simulator.peer.accept("transitGatewayAttachment", String(outputs.attachmentUid));
  await seconds(120);
  expect((await stack.refresh("to-hub"))?.outputs).toMatchObject({ status: "available" });
  expect(await stack.preview("to-hub", args)).toBe("same");
  await stack.refresh("shared");
  expect(await stack.preview("shared", acceptor)).toBe("same");
  for (const name of ["to-hub", "shared", "main"]) await stack.destroy(name);
  expect(simulator.record.remaining()).toEqual([]);
});

test("the acceptor waits for its invitation, and no longer than its own timeout", async () => {
  const { stack, simulator, subscriptionId, share } = await withSubscription({
    durations: { ...EXACT, transitGatewayShare: [900, 900] },
  });
  await share();
  const tgwInvitationId = simulator.record
    .remaining()
    .find(({ kind }) => kind === "transitGatewayInvitation")?.id;
  const up = (timeouts: object) =>
    stack.up("TransitGatewayInvitationAcceptor", "shared", {
      subscriptionId,
      tgwInvitationId,
      action: "accept",
      timeouts,
    });
  const listed = rediscloud.getTransitGatewayInvitations({ subscriptionId, waitSeconds: 60 });
  expect((await failureOf(listed)).message).toMatch(
    /waited 1m, and there is none in subscription \d+\. Check/,
  );
  const { message } = await failureOf(up({ create: "5m" }));
  expect(message).toContain("waited 5m until the owner of the transit gateway shares it");
  expect((await up({ create: "30m" })).outputs).toMatchObject({ status: "accepted" });
});

test("networks wait for the owner's acceptance, and are updated in place", async () => {
  const { stack, simulator, tgwId, args, up } = await withGateway();
  const cidrs = ["10.10.20.0/24", "10.10.10.0/24"];
  const creation = up({ cidrs });
  await seconds(200);
  await simulator.peer.accept("transitGatewayAttachment", tgwId);
  expect((await creation).outputs).toMatchObject({ status: "available" });
  expect(submitted(simulator, "tgwUpdateCidrsRequest")).toHaveLength(1);
  expect(await stack.preview("to-hub", { ...args, cidrs: [...cidrs].reverse() })).toBe("same");
  const { id } = await up({ cidrs: cidrs.slice(1) });
  expect(await rediscloud.getTransitGateways({ subscriptionId: args.subscriptionId })).toMatchObject([
    { cidrs: [{ cidrAddress: "10.10.10.0/24", status: "active" }] },
  ]);
  expect((await up()).id).toBe(id);
  await stack.refresh("to-hub");
  expect(await stack.preview("to-hub", args)).toBe("same");
});

test("what another client changes is drift, and put back", async () => {
  const { stack, api, args, up, tgwId, subscriptionId } = await withGateway({ autoAccept: true });
  const cidrs = ["10.10.10.0/24"];
  await up({ cidrs });
  const path = `/subscriptions/${subscriptionId}/transitGateways/${tgwId}/attachment`;
  await api.send("PUT", path, { cidrs: ["10.99.0.0/24"] });
  await seconds(120);
  expect((await stack.refresh("to-hub"))?.inputs).toMatchObject({ cidrs: ["10.99.0.0/24"] });
  expect(await stack.preview("to-hub", { ...args, cidrs })).toBe("update");
  await up({ cidrs });
  await stack.refresh("to-hub");
  expect(await stack.preview("to-hub", { ...args, cidrs })).toBe("same");
});

test("cidrs of an attachment that nobody accepted yet: the error names the next step", async () => {
  const { up } = await withGateway();
  await up();
  expect((await failureOf(up({ cidrs: ["10.10.10.0/24"] }))).message).toMatch(
    /TGW_ATTACHMENT_IS_NOT_ACTIVE.*has to accept the attachment first/s,
  );
});

test("an attachment that is rejected has failed, and is replaced; one that is gone is created again", async () => {
  const { stack, simulator, tgwId, args, up } = await withGateway();
  await up();
  await simulator.peer.reject("transitGatewayAttachment", tgwId);
  await seconds(120);
  expect((await stack.refresh("to-hub"))?.outputs).toMatchObject({ status: "rejected" });
  expect(await stack.preview("to-hub", args)).toBe("replace");
  await up();
  await simulator.peer.act("transitGatewayAttachment", "delete", { id: tgwId });
  await seconds(200);
  expect(await stack.refresh("to-hub")).toBeUndefined();
});

test("a region of an Active-Active subscription has gateways of its own, by the same declarations", async () => {
  const { stack, simulator } = await redisCloud({ durations: EXACT });
  pulumi.runtime.setAllConfig(configOf(simulator));
  const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", ACTIVE_ACTIVE_PLACE);
  const [region] = (await rediscloud.getActiveActiveRegions({ subscriptionId })).filter(
    (one) => one.region === "eu-west-1",
  );
  const place = { subscriptionId, regionId: region?.regionId };
  await simulator.peer.act("transitGatewayInvitation", "share", {
    subscriptionId: Number(subscriptionId),
    regionId: place.regionId,
    autoAccept: true,
  });
  const [invitation] = await rediscloud.getTransitGatewayInvitations({ ...place, waitSeconds: 600 });
  const acceptor = { ...place, tgwInvitationId: invitation?.id, action: "accept" };
  await stack.up("TransitGatewayInvitationAcceptor", "shared", acceptor);
  const [gateway] = await rediscloud.getTransitGateways({ ...place, waitSeconds: 600 });
  const args = { ...place, tgwId: gateway?.id, cidrs: ["10.10.10.0/24"] };
  const { id } = await stack.up("TransitGatewayAttachment", "to-hub", args);
  expect(id).toBe(`${subscriptionId}/${place.regionId}/${gateway?.id}`);
  expect(submitted(simulator, "activeActiveTgwUpdateCidrsRequest")).toHaveLength(1);
  for (const name of ["to-hub", "shared", "global"]) await stack.destroy(name);
  expect(simulator.record.remaining()).toEqual([]);
});

test.each<readonly [string, object, string]>([
  ["a region in a single region", { regionId: 1 }, "regionId: omit it"],
  ["a network twice", { cidrs: ["10.1.0.0/16", "10.1.0.0/16"] }, "cidrs[1]: is a duplicate"],
  ["an address in place of a network", { cidrs: ["10.1.0.0"] }, "cidrs[0]: must be an IPv4 network"],
])("%s: the preview refuses it", async (_, args, message) => {
  const { stack, simulator, subscriptionId } = await withSubscription();
  const before = writes(simulator);
  const preview = stack.previewNew("TransitGatewayAttachment", "to-hub", {
    subscriptionId,
    tgwId: 1,
    ...args,
  });
  expect((await failureOf(preview)).message).toContain(message);
  expect(writes(simulator)).toEqual(before);
});

test("a private link beside an attachment is refused by the preview", async () => {
  const { stack, subscriptionId, up } = await withGateway({ autoAccept: true });
  await up();
  const link = {
    subscriptionId,
    shareName: "redis",
    principals: [{ principal: "210987654321", type: "aws_account" }],
  };
  expect((await failureOf(stack.previewNew("PrivateLink", "link", link))).message).toMatch(
    /subscriptionId: \d+ is attached to transit gateways, which PrivateLink excludes: \d+\./,
  );
});

test("a creation whose answer was lost, and whose run was killed, is taken up by the next run", async () => {
  const path = "/subscriptions/*/transitGateways/*/attachment";
  const faults = [{ fault: "reset-connection", when: "after", method: "POST", path, times: 1 }] as const;
  const { simulator, args, up } = await withGateway({}, { faults: [...faults] });
  const { id } = await up();
  const next = inAnotherProcess(simulator);
  expect((await next.up("TransitGatewayAttachment", "to-hub", args)).id).toBe(id);
  expect(submitted(simulator, "tgwAttachmentCreateRequest")).toHaveLength(1);
});

test("an attachment that another program made is not taken over, and can be adopted", async () => {
  const { simulator, args, up } = await withGateway({ autoAccept: true });
  const { id } = await up({ cidrs: ["10.10.10.0/24"] });
  const another = inAnotherProcess(simulator);
  const { message } = await failureOf(another.up("TransitGatewayAttachment", "ours", args));
  expect(message).toContain("attached to this transit gateway already");
  const adopted = await another.up("TransitGatewayAttachment", "ours", {
    ...args,
    cidrs: ["10.10.10.0/24"],
    adopt: id,
  });
  expect(adopted.id).toBe(id);
  const [{ apiKey = "", apiSecretKey = "" } = {}] = simulator.accounts;
  const contents = await contentsOf(openAccount({ apiKey, apiSecretKey, baseUrl: simulator.url }));
  const generated = contents.declarable.filter(({ target }) => target.kind.name.startsWith("transitGateway"));
  expect(generated.map(({ args }) => args)).toEqual([{ tgwId: args.tgwId, cidrs: ["10.10.10.0/24"] }]);
});
