import type { Subscription } from "../subscription/state";
import { activeActiveAnswer } from "./activeActiveAnswer";
import { backupAnswer, EMPTY_SHARD_MB, modulesAnswer, securityAnswer, times } from "./answerParts";
import { endpointsOf } from "./endpoints";
import { datasetSizeInGb, numberOfShards, shardsInUse } from "./shards";
import type { Database } from "./state";

/** A database as a list contains it: without its password. */
export function listedDatabaseAnswer(database: Database, subscription: Subscription) {
  return database.locals
    ? activeActiveAnswer(database, subscription)
    : singleRegionAnswer(database, subscription);
}

function singleRegionAnswer(database: Database, subscription: Subscription) {
  return {
    databaseId: database.id,
    name: database.name,
    protocol: database.protocol,
    provider: subscription.provider,
    region: subscription.region,
    redisVersion: database.redisVersion,
    redisVersionCompliance: database.redisVersion,
    ...(database.respVersion && { respVersion: database.respVersion }),
    autoMinorVersionUpgrade: database.autoMinorVersionUpgrade,
    status: database.status,
    datasetSizeInGb: datasetSizeInGb(database),
    memoryLimitInGb: database.memoryLimitInGb,
    memoryUsedInMb: EMPTY_SHARD_MB * shardsInUse(database),
    memoryStorage: subscription.memoryStorage,
    ...(database.ramPercentage !== undefined && { ramPercentage: database.ramPercentage }),
    supportOSSClusterApi: database.supportOSSClusterApi,
    useExternalEndpointForOSSClusterApi: database.useExternalEndpointForOSSClusterApi,
    dataPersistence: database.dataPersistence,
    replication: database.replication,
    dataEvictionPolicy: database.dataEvictionPolicy,
    throughputMeasurement: database.throughputMeasurement,
    ...times(database),
    ...endpointsOf(database, subscription),
    ...(database.replica && replicaAnswer(database.replica)),
    clustering: {
      numberOfShards: numberOfShards(database),
      // Recorded with the last rule first: what counts is the ordinal.
      regexRules: database.regexRules.map((pattern, ordinal) => ({ ordinal, pattern })).reverse(),
      hashingPolicy: database.hashingPolicy,
    },
    security: securityAnswer(database, subscription),
    modules: modulesAnswer(database),
    alerts: database.alerts,
    backup: backupAnswer(database.remoteBackup),
    queryPerformanceFactor: database.queryPerformanceFactor,
  };
}

/** A database as `GET …/databases/{databaseId}` returns it: the only answer with its password. */
export function databaseAnswer(database: Database, subscription: Subscription) {
  const { password, saslUsername, saslPassword } = database;
  // Nothing is known of an answer that has the passwords of regions: the vendor's clients read none.
  if (database.locals) return { ...activeActiveAnswer(database, subscription), globalPassword: password };
  const answer = singleRegionAnswer(database, subscription);
  const credentials = database.protocol === "redis" ? { password } : { saslUsername, saslPassword };
  return { ...answer, security: { ...answer.security, ...credentials } };
}

export function replicaAnswer({ syncSources }: NonNullable<Database["replica"]>) {
  return {
    replicaOf: { endpoints: syncSources.map(({ endpoint }) => endpoint) },
    replica: {
      syncSources: syncSources.map(({ endpoint, encryption, serverCert }) => ({
        endpoint,
        encryption: encryption ?? endpoint.startsWith("rediss:"),
        ...(serverCert && { serverCert }),
      })),
    },
  };
}
