import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";

/** A transit gateway of the customer's that is shared with a subscription, or with one region of it. */
export interface TransitGateway extends Resource<"transitGateway", "available" | "failed"> {
  id: number;
  subscriptionId: number;
  regionId?: number;
  /** Such as `tgw-0b92afdae97faaef8`. */
  awsTgwUid: string;
  /** The AWS account that owns it. */
  awsAccountId: string;
  /** Whether its owner lets it accept attachments by itself. */
  isAutoAccepting: boolean;
}

/** Refers to the transit gateways of an account. */
export const TRANSIT_GATEWAY: KindName<TransitGateway> = "transitGateway";
