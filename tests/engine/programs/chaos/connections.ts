import * as rediscloud from "pulumi-redis-cloud";
import type { DeclaredOther } from "./program";
import type { References } from "./references";

/*
 * Connections of subscriptions to other networks.
 */

export function createPeering({ logicalName, parent, value }: DeclaredOther, references: References): void {
  new rediscloud.SubscriptionPeering(logicalName, {
    subscriptionId: references.subscriptionId(parent),
    region: "us-east-1",
    awsAccountId: "123456789012",
    vpcId: `vpc-${Buffer.from(logicalName).toString("hex")}`,
    vpcCidrs: [`172.16.${value}.0/24`],
  });
}

export function createPrivateLink(
  { logicalName, parent, value }: DeclaredOther,
  references: References,
): void {
  new rediscloud.PrivateLink(logicalName, {
    subscriptionId: references.subscriptionId(parent),
    regionId: 1,
    shareName: `${logicalName}-named0`,
    principals: [value, value + 1].map((number) => ({
      principal: String(100_000_000_000 + number),
      type: "aws_account",
    })),
  });
}

export function createService({ logicalName, parent }: DeclaredOther, references: References): void {
  const subscriptionId = references.subscriptionId(parent);
  const { pscServiceId } = new rediscloud.PrivateServiceConnect(logicalName, { subscriptionId });
  references.connections.set(logicalName, { subscriptionId, id: pscServiceId });
}

/** Another name in Google Cloud replaces it. */
export function createEndpoint({ logicalName, parent, value }: DeclaredOther, references: References): void {
  const { subscriptionId, id } = references.connection(parent);
  const endpoint = new rediscloud.PrivateServiceConnectEndpoint(logicalName, {
    subscriptionId,
    pscServiceId: id,
    gcpProjectId: "my-gcp-project",
    gcpVpcName: "my-vpc",
    gcpVpcSubnetName: "my-vpc-subnet",
    endpointConnectionName: `${logicalName}-named${value}`,
  });
  references.endpoints.set(logicalName, endpoint);
}

/** Accepts the endpoint with an odd value, and rejects it with an even one. */
export function createAccepter({ logicalName, parent, value }: DeclaredOther, references: References): void {
  const { subscriptionId, pscServiceId, endpointId } = references.endpoint(parent);
  new rediscloud.PrivateServiceConnectEndpointAccepter(logicalName, {
    subscriptionId,
    pscServiceId,
    endpointId,
    action: value % 2 === 1 ? "accept" : "reject",
  });
}

/** More seconds than the owner of a gateway takes to share it. */
const WAIT_SECONDS = 60;

export function createAcceptor({ logicalName, parent }: DeclaredOther, references: References): void {
  const subscriptionId = references.subscriptionId(parent);
  const place = { subscriptionId, waitSeconds: WAIT_SECONDS };
  const invitations = rediscloud.getTransitGatewayInvitationsOutput(place);
  const acceptor = new rediscloud.TransitGatewayInvitationAcceptor(logicalName, {
    subscriptionId,
    tgwInvitationId: invitations.apply(([invitation]) => invitation?.id ?? 0),
    action: "accept",
  });
  const gateways = rediscloud.getTransitGatewaysOutput({ ...place, subscriptionId: acceptor.subscriptionId });
  const id = gateways.apply(([gateway]) => gateway?.id ?? 0);
  references.connections.set(logicalName, { subscriptionId, id });
}

export function createAttachment({ logicalName, parent }: DeclaredOther, references: References): void {
  const { subscriptionId, id } = references.connection(parent);
  const { tgwId } = new rediscloud.TransitGatewayAttachment(logicalName, { subscriptionId, tgwId: id });
  references.connections.set(logicalName, { subscriptionId, id: tgwId });
}

export function createRoutes({ logicalName, parent, value }: DeclaredOther, references: References): void {
  const { subscriptionId, id } = references.connection(parent);
  new rediscloud.TransitGatewayRoutes(logicalName, {
    subscriptionId,
    tgwId: id,
    cidrs: [value, value + 1].map((number) => `10.3.${number}.0/24`),
  });
}
