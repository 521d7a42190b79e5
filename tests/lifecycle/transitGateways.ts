import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "../../provider";
import type { SimulatorOptions } from "../../simulator";
import { configOf, PLACE, redisCloud } from "./harness";

export const EXACT = { transitGatewayAttachmentCreate: [60, 60], taskProcessing: [5, 5] } as const;
export const GATEWAY = { awsTgwUid: "tgw-0b92afdae97faaef8" };

export async function withSubscription(options: SimulatorOptions = {}) {
  const cloud = await redisCloud({ durations: EXACT, ...options });
  pulumi.runtime.setAllConfig(configOf(cloud.simulator));
  const { id: subscriptionId } = await cloud.stack.subscription("main", PLACE);
  const share = (more: object = {}) =>
    cloud.simulator.peer.act("transitGatewayInvitation", "share", {
      subscriptionId: Number(subscriptionId),
      ...GATEWAY,
      ...more,
    }) as Promise<{ resourceShareUid: string }>;
  return { ...cloud, subscriptionId, share };
}

/** A gateway that is shared, and whose invitation this program accepted. */
export async function withGateway(more: object = {}, options: SimulatorOptions = {}) {
  const cloud = await withSubscription(options);
  const { subscriptionId, stack, share } = cloud;
  const { resourceShareUid } = await share(more);
  const [invitation] = await rediscloud.getTransitGatewayInvitations({
    subscriptionId,
    resourceShareUid,
    waitSeconds: 600,
  });
  const acceptor = { subscriptionId, tgwInvitationId: invitation?.id, action: "accept" };
  await stack.up("TransitGatewayInvitationAcceptor", "shared", acceptor);
  const [gateway] = await rediscloud.getTransitGateways({ subscriptionId, ...GATEWAY, waitSeconds: 600 });
  const tgwId = gateway?.id ?? 0;
  const args = { subscriptionId, tgwId };
  const up = (declared: object = {}, name = "to-hub") =>
    stack.up("TransitGatewayAttachment", name, { ...args, ...declared });
  return { ...cloud, acceptor, gateway, tgwId, args, up };
}
