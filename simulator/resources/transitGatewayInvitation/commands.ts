import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import { type ConnectivityPlace, type FormCodes, inBothForms, isIn, requireForm } from "../connectivity";
import { subscriptionOf } from "../subscription/find";
import { requireRegion } from "../transitGateway/find";
import type { TransitGateway } from "../transitGateway/state";
import { TRANSIT_GATEWAY_INVITATION, type TransitGatewayInvitation } from "./state";

/** The invitation in the path of a request. */
export interface InvitationInPath extends ConnectivityPlace {
  tgwInvitationId: number;
}

/** The effects of tasks of invitations, when they are processed. */
export const transitGatewayInvitationCommands = inBothForms({
  tgwInvitationsGetRequest: getInvitations,
  tgwAcceptInvitationRequest: acceptInvitation,
  tgwRejectInvitationRequest: rejectInvitation,
}) satisfies CommandHandlers;

const READ: FormCodes = {
  inRegion:
    "TGW_GETTING_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_INVITATIONS_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
  inSubscription: "TGW_GETTING_SINGLE_REGION_TGW_INVITATIONS_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
};
const ACCEPT: FormCodes = {
  inRegion: "TGW_ACCEPTING_AN_ACTIVE_ACTIVE_TGW_RESOURCE_SHARE_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
  inSubscription:
    "TGW_ACCEPTING_A_FLEXIBLE_SUBSCRIPTION_TGW_RESOURCE_SHARE_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
};
const REJECT: FormCodes = {
  inRegion: "TGW_REJECTING_AN_ACTIVE_ACTIVE_TGW_RESOURCE_SHARE_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
  inSubscription:
    "TGW_REJECTING_A_FLEXIBLE_SUBSCRIPTION_TGW_RESOURCE_SHARE_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
};

/** Recorded: the list is called `resources`. */
function getInvitations(account: Account, place: ConnectivityPlace): TaskResponse {
  requirePlace(account, place, READ);
  const resources = invitationsIn(account, place).map(
    ({ id, name, resourceShareUid, awsAccountId, status, sharedDate }) => ({
      id,
      name,
      resourceShareUid,
      awsAccountId,
      status,
      sharedDate,
    }),
  );
  return { resourceId: place.subscriptionId, resource: { resources } };
}

/** Accepts an invitation: its gateway shows a while later. */
function acceptInvitation(account: Account, path: InvitationInPath, taskId: string): TaskResponse {
  requirePlace(account, path, ACCEPT);
  const invitation = invitationFor(account, path, "accepted");
  if (invitation.status === "pending") {
    account.transition(invitation, "accepted", taskId);
    account.add(gatewayOf(account, invitation), taskId);
  }
  return { resourceId: invitation.id };
}

function rejectInvitation(account: Account, path: InvitationInPath, taskId: string): TaskResponse {
  requirePlace(account, path, REJECT);
  const invitation = invitationFor(account, path, "rejected");
  if (invitation.status === "pending") account.transition(invitation, "rejected", taskId);
  return { resourceId: invitation.id };
}

function requirePlace(account: Account, place: ConnectivityPlace, codes: FormCodes): void {
  const subscription = subscriptionOf(account, place.subscriptionId);
  requireForm(subscription, place, codes);
  requireRegion(subscription, place);
  requireThat(subscription.provider === "AWS", "TGW_CLOUD_PROVIDER_IS_NOT_SUPPORTED");
}

const invitationsIn = (account: Account, place: ConnectivityPlace): TransitGatewayInvitation[] =>
  account
    .collection(TRANSIT_GATEWAY_INVITATION)
    .inSubscription(place.subscriptionId)
    .filter(isIn(place))
    .filter(({ visibleAt }) => visibleAt <= account.now);

/**
 * An invitation that can be accepted or rejected. No source tells what a second decision does: the same one again is
 * accepted, and for the opposite one there is no invitation any more, as in AWS.
 */
function invitationFor(
  account: Account,
  path: InvitationInPath,
  decided: TransitGatewayInvitation["status"],
): TransitGatewayInvitation {
  const invitation = invitationsIn(account, path).find(({ id }) => id === path.tgwInvitationId);
  const isOpen = invitation?.status === "pending" || invitation?.status === decided;
  requireThat(invitation && isOpen, "TGW_RESOURCE_SHARE_DOES_NOT_EXIST");
  return invitation;
}

const gatewayOf = (account: Account, invitation: TransitGatewayInvitation): TransitGateway => ({
  kind: "transitGateway",
  id: account.newId(),
  name: invitation.name,
  status: "available",
  subscriptionId: invitation.subscriptionId,
  ...(invitation.regionId !== undefined && { regionId: invitation.regionId }),
  awsTgwUid: invitation.awsTgwUid,
  awsAccountId: invitation.awsAccountId,
  isAutoAccepting: invitation.isAutoAccepting,
  visibleAt: account.now + account.duration("transitGatewayAccept"),
  change: 0,
});
