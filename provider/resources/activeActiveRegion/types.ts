import type { CommonInputs } from "../sharedTypes";

/**
 * A region that is added to an Active-Active subscription after its creation, and removed with this resource. API:
 * `ActiveActiveRegionCreateRequest`, `ActiveActiveRegionDeleteRequest`.
 */
export interface ActiveActiveRegionInputs extends CommonInputs {
  /** ID of the Active-Active subscription: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /** One of `getRegions()`, and none that the subscription was created in, e.g. `us-west-2`. A change replaces. */
  region: string;
  /**
   * IPv4 network of 256 addresses, e.g. `10.0.2.0/24`; no other region of the subscription may have the same. A
   * change replaces.
   */
  deploymentCIDR: string;
  /** Use several availability zones. A change replaces; removed, it stays. @default true if the region has several */
  multipleAvailabilityZones?: boolean;
  /**
   * IDs of availability zones: three with several availability zones, otherwise one. A change replaces; removed, they
   * stay.
   *
   * @default chosen by Redis Cloud
   */
  preferredAvailabilityZones?: string[];
  /**
   * Resource name of your own key for the encryption of storage in this region, for a subscription with
   * `customer-managed-key`. A change replaces; removed, it stays.
   */
  customerManagedKeyResourceName?: string;
}

/** What the API reports of a region. */
export interface ActiveActiveRegionOutputs {
  /** Provisioning state: `active` when the region can be used. */
  readonly status: string;
  /** ID of the region in the API, as in `getRegions()`. */
  readonly regionId: number | undefined;
  /** VPC of the region, e.g. `vpc-0125be68a4625884a`. */
  readonly vpcId: string | undefined;
}
