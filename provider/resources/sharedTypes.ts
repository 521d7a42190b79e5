import type { Timeouts } from "../operations/timeouts";

export type { Timeouts };

/** Arguments that every resource takes. */
export interface CommonInputs {
  /**
   * The account to use: a name in the config value `redis-cloud:accounts`. A change replaces.
   *
   * @default the account of `redis-cloud:apiKey`, or of the environment
   */
  account?: string;
  /**
   * Takes what exists already into the stack, by its ID (`subscription.id`, `<subscriptionId>/<databaseId>` of a
   * database), instead of creating it: as it is, nothing is changed. What differs from the other arguments shows in the
   * preview after, and is changed by the `pulumi up` after it. Used on creation only.
   *
   * @default a new one is created
   */
  adopt?: string;
  /**
   * How long each operation may take, counted from its submission, as durations: `90s`, `45m`, `1h30m`. Waiting for
   * other changes of the account is not counted. When the time is over, the resource stays in the state, and the
   * next `pulumi up` waits on.
   *
   * @default generous for what the API takes: `2h` to create a subscription, `1h` for nearly everything else
   */
  timeouts?: Timeouts;
}

/** How throughput is measured. API: `DatabaseThroughputSpec`. */
export interface ThroughputMeasurement {
  /** What is counted; `operations-per-second` for new databases. */
  by: "operations-per-second" | "number-of-shards";
  /** How many of it: a whole number above 0. */
  value: number;
}

/** Throughput of an Active-Active database in one region. API: `LocalThroughput`. */
export interface LocalThroughput {
  /** Name of the region, e.g. `us-east-1`. */
  region: string;
  /** Multiple of 500. @default 1000 */
  writeOperationsPerSecond?: number;
  /** Multiple of 500. @default 1000 */
  readOperationsPerSecond?: number;
}

/** A module (advanced capability) of a database before Redis 8. API: `DatabaseModuleSpec`. */
export interface DatabaseModule {
  /** One of `getDatabaseModules()`, e.g. `RedisJSON`. */
  name: string;
  /** The module's own parameters, by name. */
  parameters?: Record<string, unknown>;
}

/** Type and rate of data persistence; `getDataPersistenceOptions()` describes them. */
export type DataPersistence =
  | "none"
  | "aof-every-1-second"
  | "aof-every-write"
  | "snapshot-every-1-hour"
  | "snapshot-every-6-hours"
  | "snapshot-every-12-hours";

/** How keys are spread over shards. */
export type ShardingType = "default-regex-rules" | "custom-regex-rules" | "redis-oss-hashing";

/** A key and its value. */
export interface Tag {
  key: string;
  value: string;
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

/** Arguments of every subscription, whatever its deployment type. */
export interface SubscriptionSettings extends CommonInputs {
  /**
   * Name; need not be unique. A change updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
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
  /** Whose keys encrypt persistent storage. A change replaces. @default `cloud-provider-managed-key` */
  persistentStorageEncryptionType?: "cloud-provider-managed-key" | "customer-managed-key";
  /**
   * Your keys. Needed with `customer-managed-key` in a cloud account of your own. In Redis' own, and so always on Google
   * Cloud, create the subscription without them: it comes to rest at `encryption_key_pending`; grant the principal in
   * `customerManagedKeyAccessDetails` access to your key, then give the keys by a second `pulumi up`. A change updates.
   */
  persistentStorageEncryptionKeys?: PersistentStorageEncryptionKeys;
  /** Let databases be reached from the internet. A change updates. @default true */
  publicEndpointAccess?: boolean;
  /** Maintenance windows. Set after creation. A change updates. @default `{ mode: "automatic" }` */
  maintenanceWindows?: MaintenanceWindows;
  /** Delete the subscription with all databases in it, declared or not, and their data. @default false */
  forceDestroy?: boolean;
}

/** What happens when the memory limit is reached. */
export type DataEvictionPolicy =
  | "allkeys-lru"
  | "allkeys-lfu"
  | "allkeys-lrm"
  | "allkeys-random"
  | "volatile-lru"
  | "volatile-lfu"
  | "volatile-lrm"
  | "volatile-random"
  | "volatile-ttl"
  | "noeviction";

/** An alert that Redis Cloud sends. API: `DatabaseAlertSpec`. */
export interface DatabaseAlert {
  /** What is watched; which are available depends on the subscription's plan. */
  name:
    | "dataset-size"
    | "datasets-size"
    | "throughput-higher-than"
    | "throughput-lower-than"
    | "latency"
    | "syncsource-error"
    | "syncsource-lag"
    | "connections-limit";
  /** The value above (or below) which the alert is sent, in the alert's own unit: percent, operations, ms, s. */
  value: number;
}

/** Backups to a place of your own. API: `DatabaseBackupConfig`. */
export interface RemoteBackup {
  /** Whether backups are made. */
  active?: boolean;
  /** Hours between backups. Needed when active. */
  interval?:
    | "every-24-hours"
    | "every-12-hours"
    | "every-6-hours"
    | "every-4-hours"
    | "every-2-hours"
    | "every-1-hours";
  /** Hour at which a backup starts, in UTC, e.g. `14:00`. For every 12 and every 24 hours only. */
  timeUTC?: string;
  /** Kind of storage. Needed when active. */
  storageType?: "aws-s3" | "google-blob-storage" | "azure-blob-storage" | "ftp";
  /** Where in it. Needed when active. */
  storagePath?: string;
}

/** Arguments of every database, whatever the deployment type of its subscription. */
export interface DatabaseSettings extends CommonInputs {
  /** TCP port, 10000–19999. A change replaces; removed, it stays. @default one that the API chooses */
  port?: number;
  /** Upgrade by itself within the major version; from Redis 8.4. A change updates. @default true */
  autoMinorVersionUpgrade?: boolean;
  /** Serve the OSS Cluster API. A change updates. @default false */
  supportOSSClusterApi?: boolean;
  /** Use the external endpoint for the OSS Cluster API, which it needs. A change updates. @default false */
  useExternalEndpointForOSSClusterApi?: boolean;
  /** What goes when memory is full. A change updates. @default `volatile-lru` */
  dataEvictionPolicy?: DataEvictionPolicy;
  /** Certificates of clients, in PEM form: only they may connect. Needs `enableTls`. A change updates. @default none */
  clientTlsCertificates?: { publicCertificatePEMString: string }[];
  /** Accept connections with TLS only. A change updates. @default false */
  enableTls?: boolean;
  /** Modules, before Redis 8. A change replaces; removed, they stay. @default none; all, from Redis 8 */
  modules?: DatabaseModule[];
  /** Tags, with keys in lower case. Set after creation. A change updates. @default none */
  tags?: Tag[];
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
