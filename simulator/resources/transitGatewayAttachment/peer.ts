import { z } from "zod";
import type { Account } from "../../account";
import { ApiError, notFound } from "../../http/errors";
import { type PeerActions, peerAction } from "../../peerAction";
import { TRANSIT_GATEWAY_ATTACHMENT, type TransitGatewayAttachment } from "./state";

const which = z.strictObject({
  /** The API's ID of the gateway, or the ID of the attachment in AWS: `tgw-attach-…`. */
  id: z.union([z.number(), z.string()]),
});

/** What the owner of the transit gateway does in AWS. It shows after a moment. */
export const transitGatewayAttachmentPeer: PeerActions = {
  accept: peerAction(which, (account, { id }) => {
    const attachment = attachmentOf(account, id, ["pendingAcceptance"]);
    account.schedule(attachment, "available", account.duration("transitGatewayAttachmentAccept"));
    return { id: attachment.id, attachmentUid: attachment.attachmentUid };
  }),
  reject: peerAction(which, (account, { id }) => {
    const attachment = attachmentOf(account, id, ["pendingAcceptance"]);
    account.transition(attachment, "rejecting");
    account.schedule(attachment, "rejected", account.duration("transitGatewayAttachmentAccept"));
    return { id: attachment.id, attachmentUid: attachment.attachmentUid };
  }),
  delete: peerAction(which, (account, { id }) => {
    const attachment = attachmentOf(account, id, ["pendingAcceptance", "available", "rejected", "failed"]);
    account.transition(attachment, "deleting");
    account.schedule(attachment, "gone", account.duration("transitGatewayAttachmentDelete"));
    return {};
  }),
};

function attachmentOf(
  account: Account,
  id: number | string,
  states: readonly TransitGatewayAttachment["status"][],
): TransitGatewayAttachment {
  const attachment = [...account.collection(TRANSIT_GATEWAY_ATTACHMENT).values()].find((one) =>
    [String(one.id), one.attachmentUid].includes(String(id)),
  );
  if (attachment === undefined) throw notFound(`There is no attachment ${id}.`);
  if (!states.includes(attachment.status)) throw new ApiError(409, `The attachment is ${attachment.status}.`);
  return attachment;
}
