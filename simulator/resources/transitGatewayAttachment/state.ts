import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";

/** The states that the vendor's Terraform provider names, as far as the simulator has them. */
export type TransitGatewayAttachmentState =
  | "initiating-request"
  | "pendingAcceptance"
  | "available"
  | "modifying"
  | "rejecting"
  | "rejected"
  | "deleting"
  | "failed";

/** The attachment of a subscription's network to a transit gateway. Its ID is the gateway's. */
export interface TransitGatewayAttachment
  extends Resource<"transitGatewayAttachment", TransitGatewayAttachmentState> {
  id: number;
  subscriptionId: number;
  regionId?: number;
  /** Such as `tgw-attach-0123456789abcdef0`; once AWS has the request. */
  attachmentUid?: string;
  /** The networks that the subscription reaches through the gateway. */
  cidrs: string[];
  isAutoAccepted: boolean;
}

/** Refers to the attachments of an account. */
export const TRANSIT_GATEWAY_ATTACHMENT: KindName<TransitGatewayAttachment> = "transitGatewayAttachment";
