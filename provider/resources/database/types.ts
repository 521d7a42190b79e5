import type {
  DatabaseAlert,
  DatabaseSettings,
  DataPersistence,
  RemoteBackup,
  ShardingType,
  ThroughputMeasurement,
} from "../sharedTypes";

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

/** A database in a Pro subscription, with its tags. API: `DatabaseCreateRequest`, `DatabaseUpdateRequest`. */
export interface DatabaseInputs extends DatabaseSettings {
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
  /**
   * Version of the Redis serialization protocol. A change updates; removed, it stays.
   *
   * @default `resp3` from Redis 7.4
   */
  respVersion?: "resp2" | "resp3";
  /** Type and rate of data persistence. A change updates. @default `none` */
  dataPersistence?: DataPersistence;
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
  /** How keys are distributed over shards. A change replaces. @default `default-regex-rules` */
  shardingType?: ShardingType;
  /**
   * Regular expressions for the sharding type `custom-regex-rules`. Set after creation. A change updates; removed, they
   * stay.
   */
  regexRules?: string[];
  /** Extra compute for search and query: `Standard`, or a factor such as `2x`. A change updates. @default `Standard` */
  queryPerformanceFactor?: string;
}
