import { replicaAnswer } from "../database/answer";
import { inSeconds, modulesAnswer } from "../database/answerParts";
import { endpointsOf } from "../database/endpoints";
import { planOf } from "../essentialsSubscription/find";
import { isPayAsYouGo, type Plan } from "../essentialsSubscription/plans";
import type { EssentialsSubscription } from "../essentialsSubscription/state";
import type { EssentialsDatabase } from "./state";

/** Megabytes that a database without data uses. */
const EMPTY_MB = 2;

/** The alert that every database has where its plan supports it, and its value unless a request sets another. */
export const DEFAULT_ALERT = { name: "connections-limit", value: 80 };

/**
 * A database as a list contains it: without its password. The answers of Pro databases have other names for the default
 * user and for backups.
 */
export function listedEssentialsDatabaseAnswer(
  database: EssentialsDatabase,
  subscription: EssentialsSubscription,
) {
  const plan = planOf(subscription);
  const { provider, region } = plan;
  const mutual = database.clientCertificates.length > 0;
  return {
    databaseId: database.id,
    name: database.name,
    protocol: database.protocol,
    provider,
    region,
    redisVersion: database.redisVersion,
    redisVersionCompliance: database.redisVersion,
    ...(database.respVersion && { respVersion: database.respVersion }),
    status: database.status,
    ...sizeAnswer(database, plan),
    memoryUsedInMb: EMPTY_MB * (database.replication ? 2 : 1),
    networkMonthlyUsageInByte: 0,
    memoryStorage: plan.redisFlex ? "ram-and-flash" : "ram",
    redisFlex: plan.redisFlex,
    supportOSSClusterApi: database.supportOSSClusterApi,
    useExternalEndpointForOSSClusterApi: database.useExternalEndpointForOSSClusterApi,
    dataPersistence: database.dataPersistence,
    replication: database.replication,
    dataEvictionPolicy: database.dataEvictionPolicy,
    ...(database.activatedOn !== undefined && { activatedOn: inSeconds(database.activatedOn) }),
    ...(database.lastModified !== undefined && { lastModified: inSeconds(database.lastModified) }),
    ...endpointsOf(database, { id: subscription.id, provider, region, publicEndpointAccess: true }),
    ...(database.replica && replicaAnswer(database.replica)),
    clustering: {
      enabled: database.enableDatabaseClustering,
      numberOfShards: database.numberOfShards,
      regexRules: database.regexRules.map((pattern, ordinal) => ({ ordinal, pattern })).reverse(),
      hashingPolicy: database.hashingPolicy,
    },
    security: {
      defaultUserEnabled: database.enableDefaultUser,
      sslClientAuthentication: mutual,
      tlsClientAuthentication: mutual,
      enableTls: database.enableTls,
      sourceIps: database.sourceIps ?? ["0.0.0.0/0"],
    },
    modules: modulesAnswer(database),
    alerts: alertsAnswer(database, plan),
    backup: {
      remoteBackupEnabled: database.backupPath !== undefined,
      ...(database.backupPath !== undefined && {
        status: "success",
        interval: "every-24-hours",
        destination: database.backupPath,
      }),
    },
  };
}

/** A database as `GET …/databases/{databaseId}` returns it: the only answer with its password. */
export function essentialsDatabaseAnswer(database: EssentialsDatabase, subscription: EssentialsSubscription) {
  const answer = listedEssentialsDatabaseAnswer(database, subscription);
  return { ...answer, security: { ...answer.security, password: database.password } };
}

function sizeAnswer({ memoryLimitInGb, replication }: EssentialsDatabase, plan: Plan) {
  if (!isPayAsYouGo(plan) || memoryLimitInGb === undefined)
    return {
      planMemoryLimit: plan.size,
      planDatasetSize: plan.datasetSize,
      memoryLimitMeasurementUnit: plan.sizeMeasurementUnit,
    };
  return { memoryLimitInGb, datasetSizeInGb: replication ? memoryLimitInGb / 2 : memoryLimitInGb };
}

function alertsAnswer({ alerts }: EssentialsDatabase, { supportedAlerts }: Plan) {
  const isSet = alerts.some(({ name }) => name === DEFAULT_ALERT.name);
  const hasDefault = supportedAlerts.includes(DEFAULT_ALERT.name) && !isSet;
  return [...alerts, ...(hasDefault ? [DEFAULT_ALERT] : [])].map((alert) => ({
    ...alert,
    ...(alert.name === DEFAULT_ALERT.name && { defaultValue: DEFAULT_ALERT.value }),
  }));
}
