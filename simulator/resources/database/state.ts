import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";
import type { DatabaseCreateRequest } from "./requests";

/** The provisioning states of a database, finer than those of the lifecycle page. */
export type DatabaseState =
  | "draft"
  | "pending"
  | "active"
  | "active-change-pending"
  | "active-upgrade-pending"
  | "import-pending"
  | "delete-pending"
  | "error";

/** A tag of a database. */
export interface DatabaseTag {
  key: string;
  value: string;
  createdAt: string;
  updatedAt: string;
}

/**
 * What an Active-Active database has of its own in one region. What is absent there follows the database's global
 * setting.
 */
export interface LocalDatabase {
  /** Where it listens in this region; the same object for as long as the region has it. */
  address: { port: number; portChosen: boolean; change: number; real: boolean };
  writeOperationsPerSecond: number;
  readOperationsPerSecond: number;
  respVersion?: "resp2" | "resp3";
  dataPersistence?: string;
  password?: string;
  enableDefaultUser?: boolean;
  sourceIps?: string[];
  alerts?: { name: string; value: number }[];
  remoteBackup?: DatabaseCreateRequest["remoteBackup"];
  lastBackup?: number;
  /** Why the latest backup failed. */
  backupFailure?: string | undefined;
}

/** A database. Sizes are kept as the memory limit, from which the dataset's size follows. */
export interface Database extends Resource<"database", DatabaseState> {
  id: number;
  subscriptionId: number;
  protocol: "redis" | "memcached";
  redisVersion: string;
  respVersion?: "resp2" | "resp3";
  autoMinorVersionUpgrade: boolean;
  memoryLimitInGb: number;
  supportOSSClusterApi: boolean;
  useExternalEndpointForOSSClusterApi: boolean;
  dataPersistence: string;
  dataEvictionPolicy: string;
  replication: boolean;
  throughputMeasurement: { by: "operations-per-second" | "number-of-shards"; value: number };
  replica?: DatabaseCreateRequest["replica"];
  remoteBackup?: DatabaseCreateRequest["remoteBackup"];
  password?: string;
  saslUsername?: string;
  saslPassword?: string;
  enableDefaultUser: boolean;
  enableTls: boolean;
  clientCertificates: string[];
  /** Absent: the default that goes with the subscription's public endpoint access. */
  sourceIps?: string[];
  alerts: { name: string; value: number }[];
  modules: { name: string; parameters?: Record<string, unknown> }[];
  queryPerformanceFactor: string;
  hashingPolicy: "standard" | "custom" | "oss";
  regexRules: string[];
  averageItemSizeInBytes?: number;
  ramPercentage?: number;
  port: number;
  /** Whether the request chose the port. */
  portChosen: boolean;
  /** Tags; absent until they are first written. */
  tags?: DatabaseTag[];
  activatedOn?: number;
  lastModified?: number;
  /** When the latest backup ends, or ended. */
  lastBackup?: number;
  /** Why the latest backup failed. */
  backupFailure?: string | undefined;
  /** When the latest import began. */
  lastImport?: number;
  /** Why the latest import failed; absent if it did not. */
  importFailure?: string | undefined;
  /** The database whose dynamic endpoints it has, after a redirection. @default its own */
  endpointName?: number;
  /** How often its data was deleted on request. @default 0 */
  flushes?: number;
  upgrade?: { targetRedisVersion: string; start: number; end: number; done: boolean };
  /** Whether a real Redis answers at its endpoint. */
  real: boolean;
  /** Of an Active-Active database, what it has in each region; its other fields are the global settings. */
  locals?: Record<string, LocalDatabase>;
}

/** Refers to the databases of an account. */
export const DATABASE: KindName<Database> = "database";
