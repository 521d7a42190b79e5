import type { Subscription } from "../subscription/state";
import { isAtLeast, MODULES } from "./catalog";
import { endpointsOf } from "./endpoints";
import { datasetSizeInGb, numberOfShards, shardsInUse } from "./shards";
import type { Database } from "./state";

/** Default of the addresses that may connect: with public access off, only private ones. */
const PUBLIC_SOURCE_IPS = ["0.0.0.0/0"];
const PRIVATE_SOURCE_IPS = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/** Memory of a shard without data, in megabytes. Data of real servers is not counted. */
const EMPTY_SHARD_MB = 2;

/** A database as a list contains it: without its password. */
export function listedDatabaseAnswer(database: Database, subscription: Subscription) {
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
  const answer = listedDatabaseAnswer(database, subscription);
  const credentials = database.protocol === "redis" ? { password } : { saslUsername, saslPassword };
  return { ...answer, security: { ...answer.security, ...credentials } };
}

function times({ activatedOn, lastModified }: Database) {
  return {
    ...(activatedOn !== undefined && { activatedOn: inSeconds(activatedOn) }),
    ...(lastModified !== undefined && { lastModified: inSeconds(lastModified) }),
  };
}

/** Times of databases are in whole seconds, those of tasks in milliseconds. */
export function inSeconds(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

function securityAnswer(database: Database, subscription: Subscription) {
  const mutual = database.clientCertificates.length > 0;
  return {
    enableDefaultUser: database.enableDefaultUser,
    sslClientAuthentication: mutual,
    tlsClientAuthentication: mutual,
    enableTls: database.enableTls,
    sourceIps:
      database.sourceIps ?? (subscription.publicEndpointAccess ? PUBLIC_SOURCE_IPS : PRIVATE_SOURCE_IPS),
  };
}

/** From Redis 8 on all modules are part of Redis, as they are of `stack`, and listed. */
export function modulesAnswer({
  modules,
  redisVersion,
  id,
  protocol,
}: Pick<Database, "modules" | "redisVersion" | "id"> & { protocol: string }) {
  const included = protocol === "stack" || (protocol === "redis" && isAtLeast(redisVersion, "8.0"));
  const specs = included ? MODULES.map(({ name }) => ({ name, parameters: undefined })) : modules;
  return specs.map(({ name, parameters }, index) => {
    const known = MODULES.find((module) => module.name === name);
    return {
      id: id * 10 + index,
      name,
      capabilityName: known?.capabilityName,
      version: redisVersion,
      description: known?.description,
      parameters: Object.entries(parameters ?? {}).map(([key, value]) => ({ name: key, value })),
    };
  });
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

/** Answers do not contain the type of storage: recorded, and as the vendor's Go SDK expects it. */
function backupAnswer(remoteBackup: Database["remoteBackup"]) {
  if (!remoteBackup) return { enableRemoteBackup: false };
  const { interval, timeUTC, storagePath } = remoteBackup;
  return {
    enableRemoteBackup: true,
    interval,
    ...(timeUTC && { timeUTC: interval === "every-12-hours" ? inTheMorning(timeUTC) : timeUTC }),
    destination: storagePath,
  };
}

/** Of the two hours at which a backup every 12 hours starts, the answer contains the first. */
function inTheMorning(timeUTC: string): string {
  const hour = Number(timeUTC.slice(0, 2)) % 12;
  return `${String(hour).padStart(2, "0")}${timeUTC.slice(2)}`;
}
