import type { KindCopy } from "../../copy/kindCopy";
import { listedGateways } from "../transitGateway/copy";
import type { TransitGatewayAttachment } from "./state";

/** AWS has another spelling of these states, and the API has been seen with both. */
const SPELLINGS: Readonly<Record<string, TransitGatewayAttachment["status"]>> = {
  initiatingRequest: "initiating-request",
  pending: "initiating-request",
  "pending-acceptance": "pendingAcceptance",
};

/** Attachments are in the list of the gateways: that of their kind is read for it. */
export const transitGatewayAttachmentCopy: KindCopy<TransitGatewayAttachment> = {
  reads: () => [],
  resources: (answers, context) =>
    listedGateways(answers, context).flatMap(({ place, gateway }) => {
      const { id, awsTgwUid, attachmentUid, cidrs } = gateway;
      // Recorded: a gateway without an attachment has none of its fields.
      const status = gateway.attachmentStatus ?? (attachmentUid === undefined ? undefined : gateway.status);
      if (status === undefined) return [];
      return {
        kind: "transitGatewayAttachment",
        ...place,
        ...{ id, name: awsTgwUid, status: SPELLINGS[status] ?? status },
        ...(attachmentUid !== undefined && { attachmentUid }),
        cidrs: cidrs.map(({ cidrAddress }) => cidrAddress),
        isAutoAccepted: false,
      };
    }),
  states: {
    "initiating-request": { to: "pendingAcceptance", duration: "transitGatewayAttachmentCreate" },
    pendingAcceptance: "rests",
    available: "rests",
    modifying: { to: "available", duration: "transitGatewayAttachmentUpdate" },
    rejecting: { to: "rejected", duration: "transitGatewayAttachmentAccept" },
    rejected: "rests",
    deleting: { to: "gone", duration: "transitGatewayAttachmentDelete" },
    failed: "rests",
  },
  otherwise: "failed",
};
