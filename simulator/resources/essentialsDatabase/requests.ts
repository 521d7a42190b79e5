import { z } from "zod";
import { int32 } from "../../http/requestFields";
import { databaseCreateRequest, ignored, moduleSpec } from "../database/requests";

const pro = databaseCreateRequest.shape;

/** The fields that creations and updates have in common; most are those of Pro databases. */
const settings = {
  respVersion: pro.respVersion,
  dataPersistence: pro.dataPersistence,
  dataEvictionPolicy: pro.dataEvictionPolicy,
  replication: pro.replication,
  periodicBackupPath: pro.periodicBackupPath,
  sourceIps: z.array(z.string()).optional(),
  replicaOf: pro.replicaOf,
  replica: pro.replica,
  clientSslCertificate: pro.clientSslCertificate,
  clientTlsCertificates: pro.clientTlsCertificates,
  enableTls: pro.enableTls,
  password: pro.password,
  alerts: pro.alerts,
  memoryLimitInGb: pro.memoryLimitInGb,
  datasetSizeInGb: pro.datasetSizeInGb,
  supportOSSClusterApi: pro.supportOSSClusterApi,
  useExternalEndpointForOSSClusterApi: pro.useExternalEndpointForOSSClusterApi,
  enableDatabaseClustering: z.boolean().optional(),
  numberOfShards: int32.optional(),
  regexRules: z.array(z.string()).optional(),
};

/** `POST /fixed/subscriptions/{subscriptionId}/databases` */
export const essentialsDatabaseCreateRequest = z.strictObject({
  ...ignored,
  ...settings,
  name: z.string(),
  protocol: z.enum(["redis", "memcached", "stack"]).optional(),
  redisVersion: z.string().optional(),
  modules: z.array(moduleSpec).optional(),
});
export type EssentialsDatabaseCreateRequest = z.infer<typeof essentialsDatabaseCreateRequest>;

/** `PUT /fixed/subscriptions/{subscriptionId}/databases/{databaseId}`: what is absent stays. */
export const essentialsDatabaseUpdateRequest = z.strictObject({
  ...ignored,
  ...settings,
  name: z.string().optional(),
  enableDefaultUser: z.boolean().optional(),
});
export type EssentialsDatabaseUpdateRequest = z.infer<typeof essentialsDatabaseUpdateRequest>;

/** `POST …/databases/{databaseId}/backup`; the body may be absent. */
export const essentialsBackupRequest = z.strictObject({
  ...ignored,
  adhocBackupPath: z.string().optional(),
});
export type EssentialsBackupRequest = z.infer<typeof essentialsBackupRequest>;
