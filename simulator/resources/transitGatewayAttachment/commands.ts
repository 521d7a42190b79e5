import ipaddr from "ipaddr.js";
import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import { type FormCodes, inBothForms, requireForm, requireVendorVpc } from "../connectivity";
import { activeSubscription, subscriptionOf } from "../subscription/find";
import { existingGateway, type GatewayInPath, requireRegion } from "../transitGateway/find";
import type { AttachmentUpdateRequest } from "./requests";
import { TRANSIT_GATEWAY_ATTACHMENT, type TransitGatewayAttachment } from "./state";

/** The effects of tasks of attachments, when they are processed. Recorded: `resourceId` is the gateway's ID. */
export const transitGatewayAttachmentCommands = inBothForms({
  tgwAttachmentCreateRequest: createAttachment,
  tgwUpdateCidrsRequest: updateCidrs,
  tgwAttachmentDeleteRequest: deleteAttachment,
}) satisfies CommandHandlers;

const CREATE: FormCodes = {
  inRegion:
    "TGW_CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
  inSubscription:
    "TGW_CREATING_A_FLEXIBLE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
};
const UPDATE: FormCodes = {
  inRegion: "TGW_UPDATING_AN_ACTIVE_ACTIVE_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
  inSubscription:
    "TGW_UPDATING_A_FLEXIBLE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
};
const DELETE: FormCodes = {
  inRegion:
    "TGW_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
  inSubscription:
    "TGW_DELETING_A_FLEXIBLE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
};

/** The API has no code for a gateway that is attached already; that it refuses a second attachment is assumed. */
function createAttachment(account: Account, path: GatewayInPath, taskId: string): TaskResponse {
  const subscription = activeSubscription(account, path.subscriptionId);
  requireForm(subscription, path, CREATE);
  requireRegion(subscription, path);
  requireThat(subscription.provider === "AWS", "TGW_CLOUD_PROVIDER_IS_NOT_SUPPORTED");
  requireVendorVpc(subscription);
  const gateway = existingGateway(account, path);
  const isFree = account.collection(TRANSIT_GATEWAY_ATTACHMENT).get(gateway.id) === undefined;
  requireThat(isFree, "GENERAL_ERROR", "The subscription is attached to this transit gateway already.");
  const { subscriptionId, regionId } = path;
  const attachment: TransitGatewayAttachment = {
    kind: "transitGatewayAttachment",
    id: gateway.id,
    name: gateway.awsTgwUid,
    status: "initiating-request",
    subscriptionId,
    ...(regionId !== undefined && { regionId }),
    cidrs: [],
    isAutoAccepted: gateway.isAutoAccepting,
    visibleAt: account.now,
    change: 0,
  };
  account.add(attachment, taskId);
  const next = gateway.isAutoAccepting ? "available" : "pendingAcceptance";
  account.schedule(attachment, next, account.duration("transitGatewayAttachmentCreate"));
  return { resourceId: gateway.id };
}

/** Replaces all networks. Which ones have an invalid length is not documented: those that are no networks. */
function updateCidrs(
  account: Account,
  { body, ...path }: GatewayInPath & { body: AttachmentUpdateRequest },
  taskId: string,
): TaskResponse {
  const attachment = requireAttachment(account, path, UPDATE);
  requireThat(attachment.status === "available", "TGW_ATTACHMENT_IS_NOT_ACTIVE");
  const cidrs = (body.cidrs ?? []).map((one) => (typeof one === "string" ? one : one.cidrAddress));
  requireThat(
    cidrs.every((cidr) => ipaddr.IPv4.isValidCIDR(cidr)),
    "TGW_ATTACHMENT_CIDRS_INVALID_LENGTH",
  );
  requireThat(new Set(cidrs).size === cidrs.length, "TGW_ATTACHMENT_CIDRS_REQUEST_CONTAINS_DUPLICATES");
  const isSame = [...cidrs].sort().join() === [...attachment.cidrs].sort().join();
  requireThat(!isSame, "TGW_ATTACHMENT_CIDRS_ARE_THE_SAME_AS_EXISTING_ONES");
  attachment.cidrs = cidrs;
  account.transition(attachment, "modifying", taskId);
  account.schedule(attachment, "available", account.duration("transitGatewayAttachmentUpdate"));
  return { resourceId: attachment.id };
}

function deleteAttachment(account: Account, path: GatewayInPath, taskId: string): TaskResponse {
  const attachment = requireAttachment(account, path, DELETE);
  account.transition(attachment, "deleting", taskId);
  account.schedule(attachment, "gone", account.duration("transitGatewayAttachmentDelete"));
  return { resourceId: attachment.id };
}

/** The attachment that a task works on. One that is being deleted counts as absent. */
function requireAttachment(
  account: Account,
  path: GatewayInPath,
  codes: FormCodes,
): TransitGatewayAttachment {
  const subscription = subscriptionOf(account, path.subscriptionId);
  requireForm(subscription, path, codes);
  requireRegion(subscription, path);
  const { id } = existingGateway(account, path);
  const attachment = account.collection(TRANSIT_GATEWAY_ATTACHMENT).get(id);
  requireThat(attachment && attachment.status !== "deleting", "TGW_ATTACHMENT_DOES_NOT_EXIST");
  return attachment;
}
