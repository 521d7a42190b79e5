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
    /** Redis URI of the source: `redis://user:password@host:port`; for Redis Cloud databases host and port. */
    endpoint: string;
    /** Whether the source is reached with TLS. @default detected for Redis Cloud databases */
    encryption?: boolean;
    /** Certificate chain of the source in PEM form. @default detected for Redis Cloud databases */
    serverCert?: string;
  }[];
}

/** A database in a Pro subscription. API: `DatabaseCreateRequest`, `DatabaseUpdateRequest`, and its tags. */
export interface DatabaseInputs extends DatabaseSettings {
  /** The subscription that it is in: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /**
   * Up to 40 letters, digits and hyphens, first a letter, last a letter or digit; unique in the subscription. A
   * database of this name that the subscription's own `databases` made is taken over. A change updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /** `redis`, or `memcached` for old applications. A change replaces. @default `redis` */
  protocol?: "redis" | "memcached";
  /**
   * Most data that it may hold, in GB, from 0.1; with replication it takes twice the memory. Either this or
   * `memoryLimitInGb`. A change updates.
   */
  datasetSizeInGb?: number;
  /**
   * Memory in GB, from 0.1, with replication and overhead. Either this or `datasetSizeInGb`. The API deprecates it. A
   * change updates.
   */
  memoryLimitInGb?: number;
  /**
   * Redis version, e.g. `7.4`. A change updates; removed, it stays. The API only upgrades: there is no way back.
   *
   * @default the API's default version
   */
  redisVersion?: string;
  /** Version of the Redis serialization protocol. A change updates; removed, it stays. @default `resp3` from Redis 7.4 */
  respVersion?: "resp2" | "resp3";
  /** Kind and rate of data persistence. A change updates. @default `none` */
  dataPersistence?: DataPersistence;
  /** Keep a replica of the data. A change updates. @default true */
  replication?: boolean;
  /** Sources to copy from, as URIs. The API deprecates it for `replica`. Secret. A change updates. @default none */
  replicaOf?: string[];
  /** Sources to copy from. Secret. A change updates. @default none */
  replica?: Replica;
  /**
   * Throughput to be provided for. A change updates; of `by`, it replaces; removed, it stays.
   *
   * @default chosen by size
   */
  throughputMeasurement?: ThroughputMeasurement;
  /** Bytes of an average item, with `ram-and-flash`. The API deprecates it. A change replaces. @default 1000 */
  averageItemSizeInBytes?: number;
  /** Percent of the data in RAM, with `ram-and-flash`: 10, 20, 30, 40 or 50. A change updates. @default 20 */
  ramPercentage?: number;
  /** Where backups go, every 24 hours. The API deprecates it for `remoteBackup`. A change updates. @default none */
  periodicBackupPath?: string;
  /** Backups to a place of your own. A change updates. @default none */
  remoteBackup?: RemoteBackup;
  /**
   * Addresses that may connect, each an IP address or a range such as `10.0.0.0/24`. A change updates.
   *
   * @default all; with the public endpoint off, all private ones
   */
  sourceIp?: string[];
  /** Certificate of clients, in PEM form. The API deprecates it. A change updates. @default none */
  clientSslCertificate?: string;
  /** Let the user `default` connect with `password`. Set after creation. A change updates. @default true */
  enableDefaultUser?: boolean;
  /**
   * Password of the user `default`; it cannot change while that is disabled. Secret. A change updates; removed, it stays.
   *
   * @default 32 random characters
   */
  password?: string;
  /** SASL user name, with memcached. A change updates; removed, it stays. @default a random one */
  saslUsername?: string;
  /** SASL password, with memcached. Secret. A change updates; removed, it stays. @default a random one */
  saslPassword?: string;
  /** Alerts to be sent. A change updates. @default none */
  alerts?: DatabaseAlert[];
  /** How keys are spread over shards. A change replaces. @default `default-regex-rules` */
  shardingType?: ShardingType;
  /** Regular expressions of `custom-regex-rules`. Set after creation. A change updates; removed, they stay. */
  regexRules?: string[];
  /** Extra compute for search and query: `Standard`, or a factor such as `2x`. A change updates. @default `Standard` */
  queryPerformanceFactor?: string;
}
