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
  /** VPC of your own cloud account to deploy in, e.g. `vpc-0125be68a4625884a`. @default a new one */
  vpcId?: string;
  /** Subnets of it. */
  subnetIds?: string[];
  /** Security group of it, e.g. `sg-0125be68a4625884a`. */
  securityGroupId?: string;
}

/** Where a subscription is deployed. API: `SubscriptionRegionSpec`. */
export interface Region {
  /** One of `getRegions()`, e.g. `us-east-1`. */
  region: string;
  /** Spread over several availability zones. @default false */
  multipleAvailabilityZones?: boolean;
  /** Zone IDs: three with several availability zones, else one. @default chosen by Redis Cloud */
  preferredAvailabilityZones?: string[];
  /** Network of the region. */
  networking?: Networking;
}

/** Cloud provider of a subscription. API: `SubscriptionSpec`. */
export interface CloudProvider {
  /** `AWS` or `GCP`. @default `AWS` */
  provider?: "AWS" | "GCP";
  /** Your own cloud account: `cloudAccount.id`. @default Redis' own, ID 1 */
  cloudAccountId?: number;
  /** The region: exactly one. */
  regions: Region[];
  /** Up to 30 tags on the cloud resources, in a cloud account of your own. A change updates. */
  resourceTags?: Tag[];
}

/** Specification of databases by which hardware is chosen. API: `SubscriptionDatabaseSpec`. */
export interface CreationPlanDatabase {
  /** `redis`, or `memcached` for old applications. @default `redis` */
  protocol?: "redis" | "memcached";
  /** Most data that it may hold, in GB, from 0.1. Either this or `memoryLimitInGb`. */
  datasetSizeInGb?: number;
  /** Memory in GB, from 0.1, with replication and overhead. The API deprecates it. */
  memoryLimitInGb?: number;
  /** How many such databases. @default 1 */
  quantity?: number;
  /** TCP port, 10000–19999. @default one that the API chooses */
  port?: number;
  /** Serve the OSS Cluster API. @default false */
  supportOSSClusterApi?: boolean;
  /** Kind and rate of data persistence. @default `none` */
  dataPersistence?: DataPersistence;
  /** Keep a replica of the data. @default true */
  replication?: boolean;
  /** Throughput to be provided for. @default chosen by size */
  throughputMeasurement?: ThroughputMeasurement;
  /** Modules, before Redis 8. */
  modules?: DatabaseModule[];
  /** Bytes of an average item, with `ram-and-flash`. The API deprecates it. */
  averageItemSizeInBytes?: number;
  /** Percent of the data in RAM, with `ram-and-flash`: 10, 20, 30, 40 or 50. @default 20 */
  ramPercentage?: number;
  /** Version of the Redis serialization protocol. */
  respVersion?: "resp2" | "resp3";
  /** Redis version, e.g. `7.4`. @default the API's default version */
  redisVersion?: string;
  /** Upgrade by itself within the major version; from Redis 8.4. @default true */
  autoMinorVersionUpgrade?: boolean;
  /** How keys are spread over shards. */
  shardingType?: ShardingType;
  /** Extra compute for search and query, e.g. `2x`. */
  queryPerformanceFactor?: string;
}

/** A database that is created with its subscription. */
export interface SubscriptionDatabase extends CreationPlanDatabase {
  /**
   * Up to 40 letters, digits and hyphens, first a letter, last a letter or digit. With a quantity of n, names are
   * `name-1` to `name-n`.
   */
  name: string;
}

/** A Pro subscription. API: `SubscriptionCreateRequest`, `SubscriptionUpdateRequest`, and what has its own endpoint. */
export interface SubscriptionInputs extends SubscriptionSettings {
  /** `single-region`. A change replaces. @default `single-region` */
  deploymentType?: "single-region";
  /** RAM only, or RAM and flash (Auto Tiering). A change replaces. @default `ram` */
  memoryStorage?: "ram" | "ram-and-flash";
  /** Cloud provider, region and network: exactly one. A change replaces; of `resourceTags`, it updates. */
  cloudProviders: CloudProvider[];
  /**
   * Databases that are created with it. A `Database` of the same name in this subscription takes its database over;
   * those that nobody takes over are removed with the subscription. Used on creation only.
   */
  databases?: SubscriptionDatabase[];
  /**
   * Databases by which hardware is chosen, removed as soon as the subscription is active; instead of `databases`.
   * Used on creation only.
   *
   * @default the smallest that the API accepts
   */
  creationPlan?: CreationPlanDatabase[];
  /** Redis version of the databases created with it. The API deprecates it. Used on creation only. */
  redisVersion?: string;
  /**
   * Addresses that may use the subscription, in a cloud account of your own. Set after creation. A change updates.
   *
   * @default none
   */
  cidrIps?: string[];
  /**
   * AWS security groups that may use it, in a cloud account of your own. Set after creation. A change updates.
   *
   * @default none
   */
  securityGroupIds?: string[];
}
