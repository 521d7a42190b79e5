import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";

/** The invitation to a transit gateway that its owner shares by AWS Resource Access Manager. */
export interface TransitGatewayInvitation
  extends Resource<"transitGatewayInvitation", "pending" | "accepted" | "rejected" | "failed"> {
  id: number;
  subscriptionId: number;
  regionId?: number;
  /** ARN of the resource share. */
  resourceShareUid: string;
  /** The AWS account that shares it. */
  awsAccountId: string;
  /** In ISO 8601. */
  sharedDate: string;
  /** The shared gateway. */
  awsTgwUid: string;
  isAutoAccepting: boolean;
}

/** Refers to the invitations of an account. */
export const TRANSIT_GATEWAY_INVITATION: KindName<TransitGatewayInvitation> = "transitGatewayInvitation";
