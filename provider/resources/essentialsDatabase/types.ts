import type { Replica } from "../database/types";
import type {
  CommonInputs,
  DatabaseAlert,
  DatabaseModule,
  DataEvictionPolicy,
  DataPersistence,
  Tag,
} from "../sharedTypes";

/**
 * A database in an Essentials subscription, whose plan determines what the database supports. API:
 * `FixedDatabaseCreateRequest`, `FixedDatabaseUpdateRequest`, and its tags.
 */
export interface EssentialsDatabaseInputs extends CommonInputs {
  /** ID of the Essentials subscription: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /**
   * Up to 40 letters, digits and hyphens; starts with a letter, ends with a letter or digit; unique within the
   * subscription. A change updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /**
   * `stack` is Redis with all modules; `redis` is for pay-as-you-go and Redis Flex, and for `modules`; `memcached` is
   * for legacy applications. A change replaces; removed, it stays.
   *
   * @default `stack`; `redis` with pay-as-you-go and Redis Flex
   */
  protocol?: "redis" | "memcached" | "stack";
  /**
   * Redis version, one of `getEssentialsRedisVersions()`. The API can only upgrade: downgrades are not possible. A
   * change updates; removed, it stays.
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
  /** Type and rate of data persistence, if the plan supports it. A change updates. @default `none` */
  dataPersistence?: DataPersistence;
  /**
   * Which keys are evicted when the memory is full. A change updates; removed, it stays.
   *
   * @default chosen by the API
   */
  dataEvictionPolicy?: DataEvictionPolicy;
  /**
   * Keep a replica of the data, if the plan supports it. A change updates; removed, it stays.
   *
   * @default chosen by the API from the plan
   */
  replication?: boolean;
  /**
   * URIs of databases to replicate from. Deprecated by the API in favor of `replica`. Secret. A change updates.
   *
   * @default none
   */
  replicaOf?: string[];
  /** Databases to replicate from; not on a free plan. Secret. A change updates. @default none */
  replica?: Replica;
  /**
   * Path to which backups are written every 24 hours, if the plan supports backups. A change updates.
   *
   * @default none
   */
  periodicBackupPath?: string;
  /**
   * Addresses that may connect: IP addresses or ranges such as `10.0.0.0/24`; at most `cidrAllowRules` of the plan. A
   * change updates.
   *
   * @default all
   */
  sourceIps?: string[];
  /** Client certificate in PEM form. Deprecated by the API. A change updates. @default none */
  clientSslCertificate?: string;
  /**
   * Client certificates in PEM form; only clients with one may connect. Requires `enableTls`. A change updates.
   *
   * @default none
   */
  clientTlsCertificates?: { publicCertificatePEMString: string }[];
  /** Accept only TLS connections, if the plan supports TLS. A change updates. @default false */
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
  /** Alerts to send, of those that the plan supports. A change updates. @default those that the API sets */
  alerts?: DatabaseAlert[];
  /** Modules, with the protocol `redis` before Redis 8. A change replaces; removed, they stay. @default none */
  modules?: DatabaseModule[];
  /**
   * Pay-as-you-go only: maximum size of the dataset in GB, at least 0.1. Either this or `memoryLimitInGb`. A change
   * updates.
   */
  datasetSizeInGb?: number;
  /**
   * Pay-as-you-go only: memory limit in GB, at least 0.1, including replication and overhead. Either this or
   * `datasetSizeInGb`. Deprecated by the API. A change updates.
   */
  memoryLimitInGb?: number;
  /** Pay-as-you-go only: support the OSS Cluster API. A change updates. @default false */
  supportOSSClusterApi?: boolean;
  /** Pay-as-you-go only: use the external endpoint for the OSS Cluster API. A change updates. @default false */
  useExternalEndpointForOSSClusterApi?: boolean;
  /** Pay-as-you-go only: distribute the data over shards. A change updates. @default false */
  enableDatabaseClustering?: boolean;
  /**
   * Pay-as-you-go only: number of shards, not counting replicas, at least 1. A change updates; removed, it stays.
   *
   * @default 1
   */
  numberOfShards?: number;
  /**
   * Pay-as-you-go only: regular expressions that distribute keys over shards. A change updates; removed, they stay.
   */
  regexRules?: string[];
  /** Tags; keys must be in lower case. Set after creation. A change updates. @default none */
  tags?: Tag[];
}
