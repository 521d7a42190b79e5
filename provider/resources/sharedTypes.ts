import type { Timeouts } from "../operations/timeouts";

export type { Timeouts };

/** Arguments that every resource accepts. */
export interface CommonInputs {
  /**
   * The account to use: a name in the config value `redis-cloud:accounts`. A change replaces.
   *
   * @default the account of `redis-cloud:apiKey`, or of the environment
   */
  account?: string;
  /**
   * ID of an existing resource to import into the stack instead of creating a new one (for a database
   * `<subscriptionId>/<databaseId>`). Adoption changes nothing: the next preview shows what differs from the other
   * arguments, and the `pulumi up` after it updates it. Used on creation only.
   *
   * @default a new resource is created
   */
  adopt?: string;
  /**
   * Maximum duration of each operation from its submission: `90s`, `45m`, `1h30m`. The time spent waiting for other
   * changes to the account is not counted. After a timeout, the resource stays in the state, and the next `pulumi up`
   * resumes waiting.
   *
   * @default `2h` to create a subscription, `1h` for nearly everything else
   */
  timeouts?: Timeouts;
}

/** Throughput to provision. API: `DatabaseThroughputSpec`. */
export interface ThroughputMeasurement {
  /** Unit of the value; `operations-per-second` for new databases. */
  by: "operations-per-second" | "number-of-shards";
  /** A whole number above 0. */
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

/** How keys are distributed over shards. */
export type ShardingType = "default-regex-rules" | "custom-regex-rules" | "redis-oss-hashing";

/** A key and its value. */
export interface Tag {
  key: string;
  value: string;
}

/** A key of your own at the cloud provider. API: `CustomerManagedKey`. */
export interface CustomerManagedKey {
  /**
   * Its resource name: on AWS an ARN, on Google Cloud e.g.
   * `projects/p/locations/us-central1/keyRings/r/cryptoKeys/k`.
   */
  resourceName: string;
  /** The region that it encrypts; for Active-Active subscriptions. */
  region?: string;
}

/** How long a subscription outlives the access to its key; with `alerts-only`, it is never deleted. */
export type DeletionGracePeriod =
  | "alerts-only"
  | "immediate"
  | "15-minutes"
  | "30-minutes"
  | "1-hour"
  | "4-hours"
  | "8-hours"
  | "12-hours"
  | "24-hours";

/** Your own keys for the encryption of persistent storage. API: `CustomerManagedKeyProperties`. */
export interface PersistentStorageEncryptionKeys {
  /** One key, or for an Active-Active subscription one for each region. */
  customerManagedKeys: CustomerManagedKey[];
  /** Time after which the subscription is deleted when the key is not accessible. */
  deletionGracePeriod?: DeletionGracePeriod;
}

/** When Redis Cloud may do maintenance. API: `SubscriptionMaintenanceWindowsSpec`. */
export interface MaintenanceWindows {
  /** `manual` requires windows, `automatic` allows none. */
  mode: "manual" | "automatic";
  /** Up to 7, in the local time of the region. */
  windows?: {
    /** Start of the window: hour 0–23. */
    startHour: number;
    /** Duration in hours: 4–24; 8–24 with `ram-and-flash`. */
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
   * Type of payment. Omit it, like `paymentMethodId`, if the account pays by contract. A change updates;
   * removed, it stays.
   *
   * @default chosen by the API: the account's credit card, or the invoice of its contract
   */
  paymentMethod?: "credit-card" | "marketplace";
  /**
   * ID of one of `getPaymentMethods()`. A change updates; removed, it stays.
   *
   * @default chosen by the API: the account's default credit card, if there is one
   */
  paymentMethodId?: number;
  /** Whose keys encrypt persistent storage. A change replaces. @default `cloud-provider-managed-key` */
  persistentStorageEncryptionType?: "cloud-provider-managed-key" | "customer-managed-key";
  /**
   * Your keys. Required with `customer-managed-key` in your own cloud account. In Redis' own cloud account, and so
   * always on Google Cloud, create the subscription without keys: its state becomes `encryption_key_pending`. Then
   * grant the principal in `customerManagedKeyAccessDetails` access to your key, and hand the key over with
   * `SubscriptionEncryptionKeys`, all in one `pulumi up`; or declare the keys here in a second `pulumi up`. A change
   * updates.
   */
  persistentStorageEncryptionKeys?: PersistentStorageEncryptionKeys;
  /** Give databases endpoints on the internet. A change updates. @default true */
  publicEndpointAccess?: boolean;
  /** Maintenance windows. Set after creation. A change updates. @default `{ mode: "automatic" }` */
  maintenanceWindows?: MaintenanceWindows;
  /** Delete the subscription together with all its databases, declared or not, and their data. @default false */
  forceDestroy?: boolean;
}

/** Which keys are evicted when the memory limit is reached. */
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
  /** Metric to watch; which ones are available depends on the subscription's plan. */
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

/** Backups to your own storage. API: `DatabaseBackupConfig`. */
export interface RemoteBackup {
  /** Whether backups are enabled. */
  active?: boolean;
  /** Interval between backups. Required when active. */
  interval?:
    | "every-24-hours"
    | "every-12-hours"
    | "every-6-hours"
    | "every-4-hours"
    | "every-2-hours"
    | "every-1-hours";
  /** Start of backups in UTC, on the hour, e.g. `14:00`. Only for backups every 12 or every 24 hours. */
  timeUTC?: string;
  /** Type of storage. Required when active. */
  storageType?: "aws-s3" | "google-blob-storage" | "azure-blob-storage" | "ftp";
  /** Path in the storage. Required when active. */
  storagePath?: string;
}

/** Arguments of every database, whatever the deployment type of its subscription. */
export interface DatabaseSettings extends CommonInputs {
  /** TCP port, 10000–19999. A change replaces; removed, it stays. @default chosen by the API */
  port?: number;
  /** Upgrade automatically within the major version; requires Redis 8.4. A change updates. @default true */
  autoMinorVersionUpgrade?: boolean;
  /** Support the OSS Cluster API. A change updates. @default false */
  supportOSSClusterApi?: boolean;
  /**
   * Use the external endpoint for the OSS Cluster API; requires `supportOSSClusterApi`. A change updates.
   *
   * @default false
   */
  useExternalEndpointForOSSClusterApi?: boolean;
  /** Which keys are evicted when the memory is full. A change updates. @default `volatile-lru` */
  dataEvictionPolicy?: DataEvictionPolicy;
  /**
   * Client certificates in PEM form; only clients with one of them may connect. Requires `enableTls`. A change updates.
   *
   * @default none
   */
  clientTlsCertificates?: { publicCertificatePEMString: string }[];
  /** Accept only TLS connections. A change updates. @default false */
  enableTls?: boolean;
  /** Modules, before Redis 8. A change replaces; removed, they stay. @default none; from Redis 8, all are built in */
  modules?: DatabaseModule[];
  /** Tags; keys must be in lower case. Set after creation. A change updates. @default none */
  tags?: Tag[];
}
