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
 * A database in an Essentials subscription, whose plan decides what it may have. API: `FixedDatabaseCreateRequest`,
 * `FixedDatabaseUpdateRequest`, and its tags.
 */
export interface EssentialsDatabaseInputs extends CommonInputs {
  /** The Essentials subscription that it is in: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /**
   * Up to 40 letters, digits and hyphens, first a letter, last a letter or digit; unique in the subscription. A change
   * updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /**
   * `stack` is Redis with all modules; `redis` is for pay-as-you-go and Redis Flex, and for `modules`; `memcached` for old
   * applications. A change replaces; removed, it stays.
   *
   * @default `stack`; `redis` with pay-as-you-go and Redis Flex
   */
  protocol?: "redis" | "memcached" | "stack";
  /**
   * Redis version, one of `getEssentialsRedisVersions()`. A change updates; removed, it stays. The API only upgrades: there
   * is no way back.
   *
   * @default the API's default version
   */
  redisVersion?: string;
  /** Version of the Redis serialization protocol. A change updates; removed, it stays. @default `resp3` from Redis 7.4 */
  respVersion?: "resp2" | "resp3";
  /** Kind and rate of data persistence, if the plan supports it. A change updates. @default `none` */
  dataPersistence?: DataPersistence;
  /** What goes when memory is full. A change updates; removed, it stays. @default chosen by the API */
  dataEvictionPolicy?: DataEvictionPolicy;
  /** Keep a replica of the data, if the plan supports it. A change updates; removed, it stays. @default chosen by plan */
  replication?: boolean;
  /** Sources to copy from, as URIs. The API deprecates it for `replica`. Secret. A change updates. @default none */
  replicaOf?: string[];
  /** Sources to copy from; not on a free plan. Secret. A change updates. @default none */
  replica?: Replica;
  /** Where backups go, every 24 hours, if the plan supports them. A change updates. @default none */
  periodicBackupPath?: string;
  /**
   * Addresses that may connect, each an IP address or a range such as `10.0.0.0/24`; as many as the plan's
   * `cidrAllowRules`. A change updates.
   *
   * @default all
   */
  sourceIps?: string[];
  /** Certificate of clients, in PEM form. The API deprecates it. A change updates. @default none */
  clientSslCertificate?: string;
  /** Certificates of clients, in PEM form: only they may connect. Needs `enableTls`. A change updates. @default none */
  clientTlsCertificates?: { publicCertificatePEMString: string }[];
  /** Accept connections with TLS only, if the plan supports it. A change updates. @default false */
  enableTls?: boolean;
  /** Let the user `default` connect with `password`. Set after creation. A change updates. @default true */
  enableDefaultUser?: boolean;
  /**
   * Password of the user `default`; it cannot change while that is disabled. Secret. A change updates; removed, it stays.
   *
   * @default 32 random characters
   */
  password?: string;
  /** Alerts to be sent, of those that the plan supports. A change updates. @default those that the API sets */
  alerts?: DatabaseAlert[];
  /** Modules, with the protocol `redis` before Redis 8. A change replaces; removed, they stay. @default none */
  modules?: DatabaseModule[];
  /**
   * Pay-as-you-go only: most data that it may hold, in GB, from 0.1. Either this or `memoryLimitInGb`. A change updates.
   */
  datasetSizeInGb?: number;
  /**
   * Pay-as-you-go only: memory in GB, from 0.1, with replication and overhead. Either this or `datasetSizeInGb`. The API
   * deprecates it. A change updates.
   */
  memoryLimitInGb?: number;
  /** Pay-as-you-go only: serve the OSS Cluster API. A change updates. @default false */
  supportOSSClusterApi?: boolean;
  /** Pay-as-you-go only: use the external endpoint for the OSS Cluster API, which it needs. A change updates. @default false */
  useExternalEndpointForOSSClusterApi?: boolean;
  /** Pay-as-you-go only: spread the data over shards. A change updates. @default false */
  enableDatabaseClustering?: boolean;
  /** Pay-as-you-go only: how many shards, not counting replicas, from 1. A change updates; removed, it stays. @default 1 */
  numberOfShards?: number;
  /** Pay-as-you-go only: regular expressions by which keys are spread over shards. A change updates; removed, they stay. */
  regexRules?: string[];
  /** Tags, with keys in lower case. Set after creation. A change updates. @default none */
  tags?: Tag[];
}
