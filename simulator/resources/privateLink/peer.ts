import { z } from "zod";
import type { Account } from "../../account";
import type { PeerRequest } from "../../description";
import { ApiError, notFound } from "../../http/errors";
import { type PeerActions, peerAction } from "../../peerAction";
import { privateLinkIn } from "./find";
import type { PrivateLink } from "./state";

const place = { subscriptionId: z.number(), regionId: z.number().optional() };

/** What a principal does in AWS: connects an endpoint in a VPC to the shared resource configuration, and removes it. */
export const privateLinkPeer: PeerActions = {
  connect: peerAction(z.strictObject({ ...place, ownerId: z.string() }), (account, { ownerId, ...at }) => {
    const link = activeLink(account, at);
    const isPrincipal = link.principals.some(({ principal }) => principal.includes(ownerId));
    if (!isPrincipal) throw new ApiError(409, `${ownerId} is no principal of the private link.`);
    const hex = () => account.random.uuid().replaceAll("-", "").slice(0, 17);
    const connection = { associationId: `rsa-${hex()}`, connectionId: `vpce-${hex()}` };
    link.connections.push({
      ...connection,
      type: "vpc_endpoint",
      ownerId,
      associationDate: new Date(account.now).toISOString(),
    });
    return connection;
  }),
  disconnect: peerAction(z.strictObject({ ...place, connectionId: z.string() }), (account, request) => {
    const { connectionId, ...at } = request;
    const link = privateLinkIn(account, at);
    if (link) link.connections = link.connections.filter((one) => one.connectionId !== connectionId);
    return {};
  }),
};

/** What the principals of a private link can do in its present state. */
export function privateLinkPeerRequests(link: PrivateLink): PeerRequest[] {
  const { subscriptionId, regionId, principals, connections, status } = link;
  const at = { subscriptionId, ...(regionId !== undefined && { regionId }) };
  const disconnect = connections.map(({ connectionId }) => ({
    action: "disconnect",
    request: { ...at, connectionId },
  }));
  if (status !== "active") return disconnect;
  const connect = principals.map(({ principal }) => ({
    action: "connect",
    request: { ...at, ownerId: /\d{12}/.exec(principal)?.[0] ?? principal },
  }));
  return [...connect, ...disconnect];
}

function activeLink(account: Account, at: { subscriptionId: number; regionId?: number }): PrivateLink {
  const link = privateLinkIn(account, at);
  if (link === undefined) throw notFound("Private link was not found.");
  if (link.status !== "active") throw new ApiError(409, `The private link is ${link.status}.`);
  return link;
}
