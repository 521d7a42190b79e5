import type {
  CommonInputs,
  DatabaseModule,
  DataPersistence,
  ShardingType,
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

/** Keys of your own that encrypt persistent storage. API: `CustomerManagedKeyProperties`. */
export interface PersistentStorageEncryptionKeys {
  /** One key, by its resource name. */
  customerManagedKeys: {
    /** Resource name of the key at the cloud provider. */
    resourceName: string;
    /** Region of the key; for Active-Active subscriptions. */
    region?: string;
  }[];
  /** How long after the key is out of reach the subscription is deleted. */
  deletionGracePeriod?:
    | "alerts-only"
    | "immediate"
    | "15-minutes"
    | "30-minutes"
    | "1-hour"
    | "4-hours"
    | "8-hours"
    | "12-hours"
    | "24-hours";
}

/** When Redis Cloud may do maintenance. API: `SubscriptionMaintenanceWindowsSpec`. */
export interface MaintenanceWindows {
  /** `manual` needs windows, `automatic` takes none. */
  mode: "manual" | "automatic";
  /** Up to 7, in the local time of the region. */
  windows?: {
    /** Hour at which it starts: 0–23. */
    startHour: number;
    /** Hours that it lasts: 4–24; 8–24 with `ram-and-flash`. */
    durationInHours: number;
    /** Days of the week, e.g. `Monday`. */
    days: ("Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")[];
  }[];
}

/** A Pro subscription. API: `SubscriptionCreateRequest`, `SubscriptionUpdateRequest`, and what has its own endpoint. */
export interface SubscriptionInputs extends CommonInputs {
  /**
   * Name; need not be unique. A change updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /** `single-region`. A change replaces. @default `single-region` */
  deploymentType?: "single-region";
  /**
   * How it is paid for. Leave it out, like `paymentMethodId`, where the account pays by contract. A change updates;
   * removed, it stays.
   *
   * @default chosen by the API: the account's credit card, or the invoice of its contract
   */
  paymentMethod?: "credit-card" | "marketplace";
  /**
   * One of `getPaymentMethods()`. A change updates; removed, it stays.
   *
   * @default chosen by the API: the account's default credit card, where one is set
   */
  paymentMethodId?: number;
  /** RAM only, or RAM and flash (Auto Tiering). A change replaces. @default `ram` */
  memoryStorage?: "ram" | "ram-and-flash";
  /** Whose keys encrypt persistent storage. A change replaces. @default `cloud-provider-managed-key` */
  persistentStorageEncryptionType?: "cloud-provider-managed-key" | "customer-managed-key";
  /**
   * Your keys. Needed with `customer-managed-key` in a cloud account of your own. In Redis' own, and so always on Google
   * Cloud, create the subscription without them: it comes to rest at `encryption_key_pending`; grant the principal in
   * `customerManagedKeyAccessDetails` access to your key, then give the keys by a second `pulumi up`. A change updates.
   */
  persistentStorageEncryptionKeys?: PersistentStorageEncryptionKeys;
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
  /** Let databases be reached from the internet. A change updates. @default true */
  publicEndpointAccess?: boolean;
  /** Maintenance windows. Set after creation. A change updates. @default `{ mode: "automatic" }` */
  maintenanceWindows?: MaintenanceWindows;
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
  /** Delete the subscription with all databases in it, declared or not, and their data. @default false */
  forceDestroy?: boolean;
}

/** One line of a price, e.g. 2 shards of type `micro` at 0.02 USD per hour each. API: `SubscriptionPricing`. */
export interface Pricing {
  /** What is paid for, e.g. `Shards`. */
  readonly type?: string;
  readonly typeDetails?: string;
  readonly quantity?: number;
  /** Unit of the quantity, e.g. `shards`. */
  readonly quantityMeasurement?: string;
  readonly pricePerUnit?: number;
  /** E.g. `USD`. */
  readonly priceCurrency?: string;
  /** E.g. `hour`. */
  readonly pricePeriod?: string;
  readonly region?: string;
}
