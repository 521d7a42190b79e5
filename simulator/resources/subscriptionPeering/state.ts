import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";

/**
 * `initiating-request`, then until the other side acts `pending-acceptance` (AWS) or `inactive` (Google Cloud), `active`;
 * `failed` when it is rejected, or not accepted in time.
 */
export type PeeringState = "initiating-request" | "pending-acceptance" | "inactive" | "active" | "failed";

/** A peering of the network of a subscription, or of one of its regions, with a network of the customer's. */
export interface SubscriptionPeering extends Resource<"subscriptionPeering", PeeringState> {
  id: number;
  subscriptionId: number;
  /** The region of an Active-Active subscription; absent in a single-region one. */
  sourceRegion?: string;
  /** AWS. */
  aws?: { awsAccountId: string; vpcId: string; region: string; vpcCidrs: string[]; awsPeeringUid?: string };
  /** Google Cloud. */
  gcp?: { projectUid: string; networkName: string; cloudPeeringId?: string };
}

/** Refers to the peerings of an account. */
export const SUBSCRIPTION_PEERING: KindName<SubscriptionPeering> = "subscriptionPeering";
