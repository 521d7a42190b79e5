import type { CommonInputs } from "../sharedTypes";

/**
 * A peering of a subscription's network with a network of yours. API: `VpcPeeringCreateAwsRequest`,
 * `VpcPeeringCreateGcpRequest`, `ActiveActiveVpcPeeringCreateAwsRequest`, `ActiveActiveVpcPeeringCreateGcpRequest`.
 */
export interface SubscriptionPeeringInputs extends CommonInputs {
  /** ID of the Pro subscription: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /**
   * Required in an Active-Active subscription, and there only: the region of the subscription whose network is
   * peered, e.g. `us-east-1`. A change replaces.
   */
  sourceRegion?: string;
  /**
   * Required at AWS, for a subscription in one region: the region of your VPC, one of `getRegions()`, e.g. `us-east-1`. A
   * change replaces.
   */
  region?: string;
  /** Required at AWS, for an Active-Active subscription: the region of your VPC, e.g. `us-east-1`. A change replaces. */
  destinationRegion?: string;
  /** Required at AWS: the account of your VPC, 12 digits. A change replaces. */
  awsAccountId?: string;
  /** Required at AWS: your VPC, e.g. `vpc-0125be68a4625884a`. A change replaces. */
  vpcId?: string;
  /**
   * Required at AWS: the IPv4 networks of your VPC, in any order, e.g. `["10.10.10.0/24"]`. They must not overlap each other
   * or the subscription's network. The API changes them only while the peering is `active`. A change updates.
   */
  vpcCidrs?: string[];
  /** Required on Google Cloud: the ID of the project of your network. A change replaces. */
  vpcProjectUid?: string;
  /** Required on Google Cloud: the name of your network. A change replaces. */
  vpcNetworkName?: string;
}

/** What the API reports of a peering. */
export interface SubscriptionPeeringOutputs {
  /** ID of the peering in the API. */
  readonly vpcPeeringId: number;
  /**
   * State: `pending-acceptance` until you accept the request (AWS), `inactive` until you create a peering in the other
   * direction (Google Cloud), then `active`. An output dates from the last `pulumi up` that changed the resource, or
   * `pulumi refresh`.
   */
  readonly status: string;
  /** At AWS, the ID of the peering connection that you accept, e.g. `pcx-0123456789abcdef0`. */
  readonly awsPeeringUid: string | undefined;
  /** On Google Cloud, the project of the subscription's network. */
  readonly redisProjectUid: string | undefined;
  /** On Google Cloud, the name of the subscription's network. */
  readonly redisNetworkName: string | undefined;
  /** On Google Cloud, the name of the peering on the subscription's side. */
  readonly cloudPeeringId: string | undefined;
}
