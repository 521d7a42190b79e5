import type { Subscription } from "../subscription/state";
import {
  backupAnswer,
  EMPTY_SHARD_MB,
  modulesAnswer,
  securityAnswer,
  sourceIpsOf,
  times,
} from "./answerParts";
import { endpointsInRegion } from "./endpoints";
import { inRegion } from "./locals";
import { datasetSizeInGb, shardsInUse } from "./shards";
import type { Database, LocalDatabase } from "./state";

/**
 * An Active-Active database, without its passwords. As recorded, sizes, throughput and endpoints are told by region.
 */
export function activeActiveAnswer(database: Database, subscription: Subscription) {
  const modules = modulesAnswer(database);
  return {
    databaseId: database.id,
    name: database.name,
    protocol: database.protocol,
    redisVersion: database.redisVersion,
    ...(database.respVersion && { respVersion: database.respVersion }),
    autoMinorVersionUpgrade: database.autoMinorVersionUpgrade,
    status: database.status,
    memoryStorage: subscription.memoryStorage,
    activeActiveRedis: true,
    ...times(database),
    supportOSSClusterApi: database.supportOSSClusterApi,
    useExternalEndpointForOSSClusterApi: database.useExternalEndpointForOSSClusterApi,
    replication: database.replication,
    dataEvictionPolicy: database.dataEvictionPolicy,
    modules,
    globalDataPersistence: database.dataPersistence,
    globalSourceIp: sourceIpsOf(database, subscription),
    globalAlerts: database.alerts,
    globalModules: modules,
    globalEnableDefaultUser: database.enableDefaultUser,
    crdbDatabases: Object.entries(database.locals ?? {}).map(([region, local]) =>
      localAnswer(database, local, region, subscription),
    ),
  };
}

function localAnswer(database: Database, local: LocalDatabase, region: string, subscription: Subscription) {
  const there = inRegion(database, local);
  return {
    provider: subscription.provider,
    region,
    redisVersionCompliance: there.redisVersion,
    ...(there.respVersion && { respVersion: there.respVersion }),
    ...endpointsInRegion(there, subscription, region),
    memoryLimitInGb: there.memoryLimitInGb,
    datasetSizeInGb: datasetSizeInGb(there),
    memoryUsedInMb: EMPTY_SHARD_MB * shardsInUse(there),
    readOperationsPerSecond: local.readOperationsPerSecond,
    writeOperationsPerSecond: local.writeOperationsPerSecond,
    dataPersistence: there.dataPersistence,
    queryPerformanceFactor: there.queryPerformanceFactor,
    alerts: there.alerts.map(({ name, value }, index) => ({
      id: `${database.id}-${index + 1}`,
      name,
      value,
      defaultValue: value,
    })),
    security: securityAnswer(there, subscription),
    backup: backupAnswer(there.remoteBackup),
    links: [],
  };
}
