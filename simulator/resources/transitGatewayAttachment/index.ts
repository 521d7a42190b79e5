import { Hono } from "hono";
import type { Account } from "../../account";
import { bodyOf } from "../../http/body";
import { acceptorOf, type Environment, idInPath, type RouteContext } from "../../http/environment";
import type { ResourceKind } from "../../kind";
import { isTask, type Stateful } from "../../resource";
import { CONNECTIVITY_PATHS, commandIn } from "../connectivity";
import { type GatewayInPath, gatewayPlaceInPath } from "../transitGateway/find";
import { transitGatewayAttachmentCommands } from "./commands";
import { transitGatewayAttachmentCopy } from "./copy";
import { transitGatewayAttachmentDurations } from "./durations";
import { transitGatewayAttachmentPeer } from "./peer";
import { attachmentUpdateRequest } from "./requests";
import { TRANSIT_GATEWAY_ATTACHMENT, type TransitGatewayAttachment } from "./state";

const accept = acceptorOf(transitGatewayAttachmentCommands);

const gatewayInPath = (context: RouteContext): GatewayInPath => ({
  ...gatewayPlaceInPath(context),
  tgwId: idInPath(context, "tgwId"),
});

const routes = new Hono<Environment>({ strict: false });
for (const place of CONNECTIVITY_PATHS) {
  const path = `${place}/transitGateways/:tgwId/attachment`;
  routes
    .post(path, (context) => {
      const at = gatewayInPath(context);
      return accept(context, commandIn(at, "tgwAttachmentCreateRequest"), at);
    })
    .put(path, async (context) => {
      const at = gatewayInPath(context);
      const body = await bodyOf(context, attachmentUpdateRequest);
      return accept(context, commandIn(at, "tgwUpdateCidrsRequest"), { ...at, body });
    })
    .delete(path, (context) => {
      const at = gatewayInPath(context);
      return accept(context, commandIn(at, "tgwAttachmentDeleteRequest"), at);
    });
}

/** Called when an attachment reaches the state it was scheduled for. */
function reachAttachmentState(account: Account, attachment: TransitGatewayAttachment, state: string): void {
  switch (state) {
    case "gone":
      account.remove(attachment);
      return;
    case "pendingAcceptance":
    case "available":
      attachment.attachmentUid ??= `tgw-attach-${account.random.uuid().replaceAll("-", "").slice(0, 17)}`;
      account.transition(attachment, state);
      return;
    default:
      account.transition(attachment, state === "rejected" ? "rejected" : "failed");
  }
}

/** Removes the attachments of a subscription that is gone. */
function forgetSubscription(account: Account, item: Stateful, state: string): void {
  if (state !== "gone" || isTask(item) || item.kind !== "subscription") return;
  const attachments = account.collection(TRANSIT_GATEWAY_ATTACHMENT).inSubscription(Number(item.id));
  for (const attachment of attachments) account.remove(attachment);
}

export const transitGatewayAttachment: ResourceKind<TransitGatewayAttachment> = {
  name: TRANSIT_GATEWAY_ATTACHMENT,
  path: "/subscriptions/:subscriptionId/transitGateways/:tgwId",
  routes,
  commands: transitGatewayAttachmentCommands,
  durations: transitGatewayAttachmentDurations,
  peer: transitGatewayAttachmentPeer,
  describe: (_, { id, status, name, cidrs }) => ({
    facts: [name, ...cidrs],
    peerRequests:
      status === "pendingAcceptance"
        ? ["accept", "reject", "delete"].map((action) => ({ action, request: { id } }))
        : status === "available"
          ? [{ action: "delete", request: { id } }]
          : [],
  }),
  reach: reachAttachmentState,
  observe: forgetSubscription,
  copy: transitGatewayAttachmentCopy,
};
