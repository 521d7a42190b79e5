import { Hono } from "hono";
import type { Account } from "../../account";
import { acceptorOf, type Environment, idInPath, type RouteContext } from "../../http/environment";
import type { ResourceKind } from "../../kind";
import { isTask, type Stateful } from "../../resource";
import { CONNECTIVITY_PATHS, commandIn } from "../connectivity";
import { gatewayPlaceInPath } from "../transitGateway/find";
import { type InvitationInPath, transitGatewayInvitationCommands } from "./commands";
import { transitGatewayInvitationCopy } from "./copy";
import { transitGatewayInvitationDurations } from "./durations";
import { transitGatewayInvitationPeer } from "./peer";
import { TRANSIT_GATEWAY_INVITATION, type TransitGatewayInvitation } from "./state";

const accept = acceptorOf(transitGatewayInvitationCommands);

const invitationInPath = (context: RouteContext): InvitationInPath => ({
  ...gatewayPlaceInPath(context),
  tgwInvitationId: idInPath(context, "tgwInvitationId"),
});

const routes = new Hono<Environment>({ strict: false });
for (const place of CONNECTIVITY_PATHS) {
  const path = `${place}/transitGateways/invitations`;
  routes
    .get(path, (context) => {
      const at = gatewayPlaceInPath(context);
      return accept(context, commandIn(at, "tgwInvitationsGetRequest"), at);
    })
    .put(`${path}/:tgwInvitationId/accept`, (context) => {
      const at = invitationInPath(context);
      return accept(context, commandIn(at, "tgwAcceptInvitationRequest"), at);
    })
    .put(`${path}/:tgwInvitationId/reject`, (context) => {
      const at = invitationInPath(context);
      return accept(context, commandIn(at, "tgwRejectInvitationRequest"), at);
    });
}

/** Removes the invitations of a subscription that is gone. */
function forgetSubscription(account: Account, item: Stateful, state: string): void {
  if (state !== "gone" || isTask(item) || item.kind !== "subscription") return;
  const invitations = account.collection(TRANSIT_GATEWAY_INVITATION).inSubscription(Number(item.id));
  for (const invitation of invitations) account.remove(invitation);
}

export const transitGatewayInvitation: ResourceKind<TransitGatewayInvitation> = {
  name: TRANSIT_GATEWAY_INVITATION,
  path: "/subscriptions/:subscriptionId/transitGateways/invitations/:tgwInvitationId",
  routes,
  commands: transitGatewayInvitationCommands,
  durations: transitGatewayInvitationDurations,
  peer: transitGatewayInvitationPeer,
  describe: (_, { awsTgwUid, awsAccountId }) => ({ facts: [awsTgwUid, awsAccountId] }),
  // Invitations wait for requests only.
  reach: (account, invitation) => account.transition(invitation, "failed"),
  observe: forgetSubscription,
  copy: transitGatewayInvitationCopy,
};
