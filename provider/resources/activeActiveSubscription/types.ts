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
  /** Spread over several availability zones. @default whether the region has them */
  multipleAvailabilityZones?: boolean;
  /** Zone IDs: three with several availability zones, else one. @default chosen by Redis Cloud */
  preferredAvailabilityZones?: string[];
}

/** Cloud provider of an Active-Active subscription, always in Redis' own cloud account. API: `SubscriptionSpec`. */
export interface ActiveActiveCloudProvider {
  /** `AWS` or `GCP`. @default `AWS` */
  provider?: "AWS" | "GCP";
  /** The regions that the subscription is created in: at least two. */
  regions: ActiveActiveSubscriptionRegion[];
}

/** Specification of databases by which hardware is chosen. API: `SubscriptionDatabaseSpec`. */
export interface ActiveActiveCreationPlanDatabase {
  /** Most data that it may hold, in GB, from 0.1. */
  datasetSizeInGb: number;
  /** How many such databases. @default 1 */
  quantity?: number;
  /** Serve the OSS Cluster API. @default false */
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
   * Cloud provider, and the regions that the subscription is created in: exactly one provider, with at least two regions.
   * A change replaces; the list of regions itself cannot change: an `ActiveActiveRegion` adds another one.
   */
  cloudProviders: ActiveActiveCloudProvider[];
  /**
   * Databases by which hardware is chosen, removed as soon as the subscription is active. Used on creation only.
   *
   * @default the smallest that the API accepts
   */
  creationPlan?: ActiveActiveCreationPlanDatabase[];
}
