import type { ResourceKind } from "../../kind";
import { privateLinkCommands } from "./commands";
import { privateLinkCopy } from "./copy";
import { privateLinkDurations } from "./durations";
import { privateLinkPeer, privateLinkPeerRequests } from "./peer";
import { privateLinkRoutes } from "./routes";
import { PRIVATE_LINK, type PrivateLink } from "./state";
import { forgetSubscription, reachPrivateLinkState } from "./states";

export const privateLink: ResourceKind<PrivateLink> = {
  name: PRIVATE_LINK,
  path: "/subscriptions/:subscriptionId/private-link",
  routes: privateLinkRoutes,
  commands: privateLinkCommands,
  durations: privateLinkDurations,
  copy: privateLinkCopy,
  peer: privateLinkPeer,
  describe: (_, link) => ({
    facts: [`${link.principals.length} principals`, `${link.connections.length} connections`],
    peerRequests: privateLinkPeerRequests(link),
  }),
  reach: reachPrivateLinkState,
  observe: forgetSubscription,
};
