import type {
  DatabaseModule,
  DataPersistence,
  ShardingType,
  SubscriptionSettings,
  Tag,
  ThroughputMeasurement,
} from "../sharedTypes";

/** Network of a region. API: `SubscriptionRegionNetworkingSpec`. */
export interface Networking {
  /** IPv4 network of 256 addresses, e.g. `10.0.0.0/24`. @default 192.168.0.0/24 in Redis' own cloud account */
  deploymentCIDR?: string;
  /** VPC in your own cloud account to deploy in, e.g. `vpc-0125be68a4625884a`. @default a new one */
  vpcId?: string;
  /** Subnets of the VPC. */
  subnetIds?: string[];
  /** Security group of the VPC, e.g. `sg-0125be68a4625884a`. */
  securityGroupId?: string;
}

/** Where a subscription is deployed. API: `SubscriptionRegionSpec`. */
export interface Region {
  /** One of `getRegions()`, e.g. `us-east-1`. */
  region: string;
  /** Deploy in several availability zones. @default false */
  multipleAvailabilityZones?: boolean;
  /** Zone IDs: three with several availability zones, otherwise one. @default chosen by Redis Cloud */
  preferredAvailabilityZones?: string[];
  /** Network of the region. */
  networking?: Networking;
}

/** Cloud provider of a subscription. API: `SubscriptionSpec`. */
export interface CloudProvider {
  /** `AWS` or `GCP`. @default `AWS` */
  provider?: "AWS" | "GCP";
  /** ID of your own cloud account: `cloudAccount.id`. @default Redis' own, ID 1 */
  cloudAccountId?: number;
  /** The region: exactly one. */
  regions: Region[];
  /** Up to 30 tags for the cloud resources, in your own cloud account. A change updates. */
  resourceTags?: Tag[];
}

/** Specification of databases that determines the hardware. API: `SubscriptionDatabaseSpec`. */
export interface CreationPlanDatabase {
  /** `redis`, or `memcached` for legacy applications. @default `redis` */
  protocol?: "redis" | "memcached";
  /** Maximum size of the dataset in GB, at least 0.1. Either this or `memoryLimitInGb`. */
  datasetSizeInGb?: number;
  /** Memory limit in GB, at least 0.1, including replication and overhead. Deprecated by the API. */
  memoryLimitInGb?: number;
  /** Number of such databases. @default 1 */
  quantity?: number;
  /** TCP port, 10000–19999. @default chosen by the API */
  port?: number;
  /** Support the OSS Cluster API. @default false */
  supportOSSClusterApi?: boolean;
  /** Type and rate of data persistence. @default `none` */
  dataPersistence?: DataPersistence;
  /** Keep a replica of the data. @default true */
  replication?: boolean;
  /** Throughput to provision. @default chosen by the API from the size */
  throughputMeasurement?: ThroughputMeasurement;
  /** Modules, before Redis 8. */
  modules?: DatabaseModule[];
  /** Average item size in bytes, with `ram-and-flash`. Deprecated by the API. */
  averageItemSizeInBytes?: number;
  /** Percentage of the data in RAM, with `ram-and-flash`: 10, 20, 30, 40 or 50. @default 20 */
  ramPercentage?: number;
  /** Version of the Redis serialization protocol. */
  respVersion?: "resp2" | "resp3";
  /** Redis version, e.g. `7.4`. @default the API's default version */
  redisVersion?: string;
  /** Upgrade automatically within the major version; requires Redis 8.4. @default true */
  autoMinorVersionUpgrade?: boolean;
  /** How keys are distributed over shards. */
  shardingType?: ShardingType;
  /** Extra compute for search and query, e.g. `2x`. */
  queryPerformanceFactor?: string;
}

/** A database that is created with its subscription. */
export interface SubscriptionDatabase extends CreationPlanDatabase {
  /**
   * Up to 40 letters, digits and hyphens; starts with a letter, ends with a letter or digit. With a quantity of n, the
   * names are `name-1` to `name-n`.
   */
  name: string;
}

/** A Pro subscription. API: `SubscriptionCreateRequest`, `SubscriptionUpdateRequest`, and separate endpoints. */
export interface SubscriptionInputs extends SubscriptionSettings {
  /** `single-region`. A change replaces. @default `single-region` */
  deploymentType?: "single-region";
  /** RAM only, or RAM and flash (Auto Tiering). A change replaces. @default `ram` */
  memoryStorage?: "ram" | "ram-and-flash";
  /** Cloud provider, region and network: exactly one. A change replaces; of `resourceTags`, it updates. */
  cloudProviders: CloudProvider[];
  /**
   * Databases that are created with the subscription. A `Database` with the same name in this subscription takes the
   * database over; those that are not taken over are deleted with the subscription. Used on creation only.
   */
  databases?: SubscriptionDatabase[];
  /**
   * Databases that only determine the hardware and are removed as soon as the subscription is active; instead of
   * `databases`. Used on creation only.
   *
   * @default the smallest that the API accepts
   */
  creationPlan?: CreationPlanDatabase[];
  /** Redis version of the databases created with the subscription. Deprecated by the API. Used on creation only. */
  redisVersion?: string;
  /**
   * Addresses that may access the subscription, in your own cloud account. Set after creation. A change updates.
   *
   * @default none
   */
  cidrIps?: string[];
  /**
   * AWS security groups that may access the subscription, in your own cloud account. Set after creation. A change
   * updates.
   *
   * @default none
   */
  securityGroupIds?: string[];
}
