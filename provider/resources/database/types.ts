import type {
  CommonInputs,
  DatabaseModule,
  DataPersistence,
  ShardingType,
  Tag,
  ThroughputMeasurement,
} from "../sharedTypes";

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

/** Where a database copies its data from. API: `ReplicaOfSpec`. */
export interface Replica {
  syncSources: {
    /** Redis URI of the source: `redis://user:password@host:port`; for Redis Cloud databases, host and port suffice. */
    endpoint: string;
    /** Whether to connect to the source with TLS. @default detected for Redis Cloud databases */
    encryption?: boolean;
    /** Certificate chain of the source in PEM form. @default detected for Redis Cloud databases */
    serverCert?: string;
  }[];
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

/** A database in a Pro subscription, with its tags. API: `DatabaseCreateRequest`, `DatabaseUpdateRequest`. */
export interface DatabaseInputs extends CommonInputs {
  /** ID of the subscription: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /**
   * Up to 40 letters, digits and hyphens; starts with a letter, ends with a letter or digit; unique within the
   * subscription. A database with this name that the subscription's `databases` created is taken over. A change
   * updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /** `redis`, or `memcached` for legacy applications. A change replaces. @default `redis` */
  protocol?: "redis" | "memcached";
  /** TCP port, 10000–19999. A change replaces; removed, it stays. @default chosen by the API */
  port?: number;
  /**
   * Maximum size of the dataset in GB, at least 0.1; replication doubles the memory. Either this or
   * `memoryLimitInGb`. A change updates.
   */
  datasetSizeInGb?: number;
  /**
   * Memory limit in GB, at least 0.1, including replication and overhead. Either this or `datasetSizeInGb`. Deprecated
   * by the API. A change updates.
   */
  memoryLimitInGb?: number;
  /**
   * Redis version, e.g. `7.4`. A change updates; removed, it stays. The API can only upgrade: downgrades are not
   * possible.
   *
   * @default the API's default version
   */
  redisVersion?: string;
  /** Upgrade automatically within the major version; requires Redis 8.4. A change updates. @default true */
  autoMinorVersionUpgrade?: boolean;
  /**
   * Version of the Redis serialization protocol. A change updates; removed, it stays.
   *
   * @default `resp3` from Redis 7.4
   */
  respVersion?: "resp2" | "resp3";
  /** Support the OSS Cluster API. A change updates. @default false */
  supportOSSClusterApi?: boolean;
  /**
   * Use the external endpoint for the OSS Cluster API; requires `supportOSSClusterApi`. A change updates.
   *
   * @default false
   */
  useExternalEndpointForOSSClusterApi?: boolean;
  /** Type and rate of data persistence. A change updates. @default `none` */
  dataPersistence?: DataPersistence;
  /** Which keys are evicted when the memory is full. A change updates. @default `volatile-lru` */
  dataEvictionPolicy?: DataEvictionPolicy;
  /** Keep a replica of the data. A change updates. @default true */
  replication?: boolean;
  /**
   * URIs of databases to replicate from. Deprecated by the API in favor of `replica`. Secret. A change updates.
   *
   * @default none
   */
  replicaOf?: string[];
  /** Databases to replicate from. Secret. A change updates. @default none */
  replica?: Replica;
  /**
   * Throughput to provision. A change updates; of `by`, it replaces; removed, it stays.
   *
   * @default chosen by the API from the size
   */
  throughputMeasurement?: ThroughputMeasurement;
  /** Average item size in bytes, with `ram-and-flash`. Deprecated by the API. A change replaces. @default 1000 */
  averageItemSizeInBytes?: number;
  /** Percentage of the data in RAM, with `ram-and-flash`: 10, 20, 30, 40 or 50. A change updates. @default 20 */
  ramPercentage?: number;
  /**
   * Path to which backups are written every 24 hours. Deprecated by the API in favor of `remoteBackup`. A change
   * updates.
   *
   * @default none
   */
  periodicBackupPath?: string;
  /** Backups to your own storage. A change updates. @default none */
  remoteBackup?: RemoteBackup;
  /**
   * Addresses that may connect: IP addresses or ranges such as `10.0.0.0/24`. A change updates.
   *
   * @default all; without the public endpoint, all private addresses
   */
  sourceIp?: string[];
  /** Client certificate in PEM form. Deprecated by the API. A change updates. @default none */
  clientSslCertificate?: string;
  /**
   * Client certificates in PEM form; only clients with one of them may connect. Requires `enableTls`. A change updates.
   *
   * @default none
   */
  clientTlsCertificates?: { publicCertificatePEMString: string }[];
  /** Accept only TLS connections. A change updates. @default false */
  enableTls?: boolean;
  /** Let the user `default` connect with `password`. Set after creation. A change updates. @default true */
  enableDefaultUser?: boolean;
  /**
   * Password of the user `default`; cannot be changed while that user is disabled. Secret. A change updates; removed,
   * it stays.
   *
   * @default 32 random characters
   */
  password?: string;
  /** SASL user name, with memcached. A change updates; removed, it stays. @default a random one */
  saslUsername?: string;
  /** SASL password, with memcached. Secret. A change updates; removed, it stays. @default a random one */
  saslPassword?: string;
  /** Alerts to send. A change updates. @default none */
  alerts?: DatabaseAlert[];
  /** Modules, before Redis 8. A change replaces; removed, they stay. @default none; from Redis 8, all are built in */
  modules?: DatabaseModule[];
  /** How keys are distributed over shards. A change replaces. @default `default-regex-rules` */
  shardingType?: ShardingType;
  /**
   * Regular expressions for the sharding type `custom-regex-rules`. Set after creation. A change updates; removed, they
   * stay.
   */
  regexRules?: string[];
  /** Extra compute for search and query: `Standard`, or a factor such as `2x`. A change updates. @default `Standard` */
  queryPerformanceFactor?: string;
  /** Tags; keys must be in lower case. Set after creation. A change updates. @default none */
  tags?: Tag[];
}
