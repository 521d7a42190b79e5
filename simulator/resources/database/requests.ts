import { z } from "zod";
import { int32, readOnly } from "../../http/requestFields";

/** What clients may send with a request; the IDs in the path count. */
export const ignored = { subscriptionId: readOnly, databaseId: readOnly, commandType: readOnly };

const dataPersistence = z.enum([
  "none",
  "aof-every-1-second",
  "aof-every-write",
  "snapshot-every-1-hour",
  "snapshot-every-6-hours",
  "snapshot-every-12-hours",
]);

const dataEvictionPolicy = z.enum([
  "allkeys-lru",
  "allkeys-lfu",
  "allkeys-lrm",
  "allkeys-random",
  "volatile-lru",
  "volatile-lfu",
  "volatile-lrm",
  "volatile-random",
  "volatile-ttl",
  "noeviction",
]);

export const throughputMeasurement = z.strictObject({
  by: z.enum(["operations-per-second", "number-of-shards"]),
  value: z.int(),
});

export const localThroughput = z.strictObject({
  region: z.string().optional(),
  writeOperationsPerSecond: z.int().optional(),
  readOperationsPerSecond: z.int().optional(),
});

const localThroughputMeasurement = z.array(localThroughput);

export const moduleSpec = z.strictObject({
  name: z.string(),
  parameters: z.record(z.string(), z.unknown()).optional(),
});

const replica = z.strictObject({
  syncSources: z.array(
    z.strictObject({
      endpoint: z.string(),
      encryption: z.boolean().optional(),
      serverCert: z.string().optional(),
    }),
  ),
});

const remoteBackup = z.strictObject({
  active: z.boolean().optional(),
  interval: z.string().optional(),
  timeUTC: z.string().optional(),
  storageType: z.string().optional(),
  storagePath: z.string().optional(),
  backupInterval: readOnly,
  databaseBackupTimeUTC: readOnly,
  backupStorageType: readOnly,
});

const alert = z.strictObject({
  name: z.enum([
    "dataset-size",
    "datasets-size",
    "throughput-higher-than",
    "throughput-lower-than",
    "latency",
    "syncsource-error",
    "syncsource-lag",
    "connections-limit",
  ]),
  value: int32,
});

/** The document has objects; the vendor's Go SDK, and with it Terraform, sends plain strings. */
const clientTlsCertificate = z.union([
  z.strictObject({ publicCertificatePEMString: z.string() }),
  z.string().transform((publicCertificatePEMString) => ({ publicCertificatePEMString })),
]);

/** The fields that creations and updates have in common. */
const settings = {
  dryRun: z.boolean().optional(),
  memoryLimitInGb: z.number().optional(),
  datasetSizeInGb: z.number().optional(),
  respVersion: z.enum(["resp2", "resp3"]).optional(),
  throughputMeasurement: throughputMeasurement.optional(),
  dataPersistence: dataPersistence.optional(),
  dataEvictionPolicy: dataEvictionPolicy.optional(),
  replication: z.boolean().optional(),
  replicaOf: z.array(z.string()).optional(),
  replica: replica.optional(),
  supportOSSClusterApi: z.boolean().optional(),
  useExternalEndpointForOSSClusterApi: z.boolean().optional(),
  password: z.string().optional(),
  saslUsername: z.string().optional(),
  saslPassword: z.string().optional(),
  sourceIp: z.array(z.string()).optional(),
  clientSslCertificate: z.string().optional(),
  clientTlsCertificates: z.array(clientTlsCertificate).optional(),
  enableTls: z.boolean().optional(),
  periodicBackupPath: z.string().optional(),
  remoteBackup: remoteBackup.optional(),
  alerts: z.array(alert).optional(),
  ramPercentage: int32.optional(),
  autoMinorVersionUpgrade: z.boolean().optional(),
  queryPerformanceFactor: z.string().optional(),
};

/** `POST /subscriptions/{subscriptionId}/databases` */
export const databaseCreateRequest = z.strictObject({
  ...ignored,
  ...settings,
  name: z.string(),
  protocol: z.enum(["redis", "memcached"]).optional(),
  port: int32.optional(),
  redisVersion: z.string().optional(),
  localThroughputMeasurement: localThroughputMeasurement.optional(),
  averageItemSizeInBytes: z.int().optional(),
  modules: z.array(moduleSpec).optional(),
  shardingType: z.enum(["default-regex-rules", "custom-regex-rules", "redis-oss-hashing"]).optional(),
});
export type DatabaseCreateRequest = z.infer<typeof databaseCreateRequest>;

/** `PUT /subscriptions/{subscriptionId}/databases/{databaseId}`: what is absent stays. */
export const databaseUpdateRequest = z.strictObject({
  ...ignored,
  ...settings,
  name: z.string().optional(),
  regexRules: z.array(z.string()).optional(),
  enableDefaultUser: z.boolean().optional(),
});
export type DatabaseUpdateRequest = z.infer<typeof databaseUpdateRequest>;

const localRegionProperties = z.strictObject({
  region: z.string(),
  remoteBackup: remoteBackup.optional(),
  localThroughputMeasurement: localThroughput.optional(),
  dataPersistence: dataPersistence.optional(),
  password: z.string().optional(),
  sourceIp: z.array(z.string()).optional(),
  alerts: z.array(alert).optional(),
  respVersion: z.enum(["resp2", "resp3"]).optional(),
  enableDefaultUser: z.boolean().optional(),
});
export type LocalRegionProperties = z.infer<typeof localRegionProperties>;

/** `PUT …/databases/{databaseId}/regions`: of an Active-Active database, the global settings and those of regions. */
export const crdbUpdatePropertiesRequest = z.strictObject({
  ...ignored,
  name: z.string().optional(),
  dryRun: z.boolean().optional(),
  memoryLimitInGb: z.number().optional(),
  datasetSizeInGb: z.number().optional(),
  supportOSSClusterApi: z.boolean().optional(),
  useExternalEndpointForOSSClusterApi: z.boolean().optional(),
  clientSslCertificate: z.string().optional(),
  clientTlsCertificates: z.array(clientTlsCertificate).optional(),
  enableTls: z.boolean().optional(),
  globalDataPersistence: dataPersistence.optional(),
  globalPassword: z.string().optional(),
  globalEnableDefaultUser: z.boolean().optional(),
  globalSourceIp: z.array(z.string()).optional(),
  globalAlerts: z.array(alert).optional(),
  regions: z.array(localRegionProperties).optional(),
  dataEvictionPolicy: dataEvictionPolicy.optional(),
  autoMinorVersionUpgrade: z.boolean().optional(),
  // Not in the document; the vendor's Go SDK sends it.
  queryPerformanceFactor: z.string().optional(),
});
export type CrdbUpdatePropertiesRequest = z.infer<typeof crdbUpdatePropertiesRequest>;

/** `POST …/databases/{databaseId}/upgrade` */
export const databaseUpgradeRequest = z.strictObject({ ...ignored, targetRedisVersion: z.string() });
export type DatabaseUpgradeRequest = z.infer<typeof databaseUpgradeRequest>;

/** `POST …/databases/{databaseId}/backup`; the body may be absent. */
export const databaseBackupRequest = z.strictObject({
  ...ignored,
  regionName: z.string().optional(),
  adhocBackupPath: z.string().optional(),
});
export type DatabaseBackupRequest = z.infer<typeof databaseBackupRequest>;

/** `PUT …/databases/{databaseId}/flush`: says nothing beyond the path. */
export const crdbFlushRequest = z.strictObject(ignored);

/** `POST …/databases/{databaseId}/import` */
export const databaseImportRequest = z.strictObject({
  ...ignored,
  sourceType: z.enum(["http", "redis", "ftp", "aws-s3", "azure-blob-storage", "google-blob-storage"]),
  importFromUri: z.array(z.string()),
});
export type DatabaseImportRequest = z.infer<typeof databaseImportRequest>;
