import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";
import type { Database, DatabaseState, DatabaseTag } from "../database/state";

/** A database in an Essentials subscription, with the settings that it shares with Pro databases. */
export interface EssentialsDatabase
  extends Resource<"essentialsDatabase", DatabaseState>,
    Pick<
      Database,
      | "redisVersion"
      | "respVersion"
      | "supportOSSClusterApi"
      | "useExternalEndpointForOSSClusterApi"
      | "dataPersistence"
      | "dataEvictionPolicy"
      | "replication"
      | "replica"
      | "enableDefaultUser"
      | "enableTls"
      | "clientCertificates"
      | "sourceIps"
      | "alerts"
      | "modules"
      | "hashingPolicy"
      | "regexRules"
      | "port"
      | "activatedOn"
      | "lastModified"
      | "lastBackup"
      | "backupFailure"
      | "lastImport"
      | "importFailure"
      | "upgrade"
      | "real"
      | "endpointName"
    > {
  id: number;
  subscriptionId: number;
  /** `stack`: Redis with all modules. */
  protocol: "redis" | "memcached" | "stack";
  password: string;
  /** Where backups go every 24 hours; absent without backups. */
  backupPath?: string;
  /** Pay-as-you-go only: others share the memory of their plan. */
  memoryLimitInGb?: number;
  enableDatabaseClustering: boolean;
  numberOfShards: number;
  portChosen: false;
  tags?: DatabaseTag[];
}

/** Refers to the Essentials databases of an account. */
export const ESSENTIALS_DATABASE: KindName<EssentialsDatabase> = "essentialsDatabase";
