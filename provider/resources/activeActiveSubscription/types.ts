import type { DatabaseModule, LocalThroughput, SubscriptionSettings } from "../sharedTypes";

/** A region of an Active-Active subscription. API: `SubscriptionRegionSpec`. */
export interface ActiveActiveSubscriptionRegion {
  /** One of `getRegions()`, e.g. `us-east-1`. */
  region: string;
  /** Network of the region. */
  networking: {
    /** IPv4 network of 256 addresses, e.g. `10.0.0.0/24`; no two regions may have the same. */
    deploymentCIDR: string;
  };
  /** Use several availability zones. @default true if the region has several */
  multipleAvailabilityZones?: boolean;
  /**
   * IDs of availability zones: three with several availability zones, otherwise one.
   *
   * @default chosen by Redis Cloud
   */
  preferredAvailabilityZones?: string[];
}

/** Cloud provider of an Active-Active subscription, always in Redis' own cloud account. API: `SubscriptionSpec`. */
export interface ActiveActiveCloudProvider {
  /** `AWS` or `GCP`. @default `AWS` */
  provider?: "AWS" | "GCP";
  /** The regions that the subscription is created in: at least two. */
  regions: ActiveActiveSubscriptionRegion[];
}

/** Databases that only determine the hardware. API: `SubscriptionDatabaseSpec`. */
export interface ActiveActiveCreationPlanDatabase {
  /** Maximum size of the dataset in GB, at least 0.1. */
  datasetSizeInGb: number;
  /** Number of such databases. @default 1 */
  quantity?: number;
  /** Support the OSS Cluster API. @default false */
  supportOSSClusterApi?: boolean;
  /** Throughput of regions. @default 1000 write and 1000 read operations per second in each */
  localThroughputMeasurement?: LocalThroughput[];
  /** Modules, before Redis 8. */
  modules?: DatabaseModule[];
  /** Redis version, e.g. `7.4`. @default the API's default version */
  redisVersion?: string;
}

/**
 * A Pro subscription in several regions, whose databases take writes in all of them. API: `SubscriptionCreateRequest`
 * with `deploymentType` `active-active`, `SubscriptionUpdateRequest`, and maintenance windows.
 */
export interface ActiveActiveSubscriptionInputs extends SubscriptionSettings {
  /**
   * Cloud provider, and the regions that the subscription is created in: exactly one provider, with at least two
   * regions. A change replaces; the list of regions itself cannot change: an `ActiveActiveRegion` adds another one.
   */
  cloudProviders: ActiveActiveCloudProvider[];
  /**
   * Databases that only determine the hardware and are removed as soon as the subscription is active. Used on
   * creation only.
   *
   * @default the smallest that the API accepts
   */
  creationPlan?: ActiveActiveCreationPlanDatabase[];
}
