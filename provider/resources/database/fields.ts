import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { commonFields, replacesUnlessDefault } from "../common";
import type { Declaration } from "../declaration";
import {
  cidr,
  DATA_PERSISTENCE,
  databaseName,
  modules,
  oneOf,
  port,
  queryPerformanceFactor,
  ramPercentage,
  redisVersion,
  resourceId,
  SHARDING_TYPES,
  sizeInGb,
  text,
  throughputMeasurement,
} from "../schemas";
import type { ObservedDatabase } from "./observed";
import type { DatabaseInputs } from "./types";

const flag = z.boolean().optional();
const list = <T extends z.ZodType>(item: T) => z.array(item).optional();

/** The API keeps keys of tags in lower case. */
const tag = z.strictObject({
  key: text.refine((key) => key === key.toLowerCase(), "must be in lower case, as the API keeps it"),
  value: z.string(),
});

const EVICTION_POLICIES = [
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
] as const;

const ALERTS = [
  "dataset-size",
  "datasets-size",
  "throughput-higher-than",
  "throughput-lower-than",
  "latency",
  "syncsource-error",
  "syncsource-lag",
  "connections-limit",
] as const;

/** Names are all that answers tell as requests do; from Redis 8 on they list what is part of Redis. */
function observedModules({ database }: ObservedDatabase, declared: DatabaseInputs["modules"] = []) {
  const names = (modules: DatabaseInputs["modules"] = []) => modules.map(({ name }) => name).sort();
  const builtIn = Number.parseInt(database.redisVersion ?? "", 10) >= 8;
  return builtIn || isDeepStrictEqual(names(declared), names(database.modules))
    ? declared
    : database.modules?.map(({ name }) => ({ name }));
}

/** Redis Cloud upgrades within the major version by itself, and there is no way back: that is no drift. */
function withoutMinorUpgrade(held: string | undefined, declared: string | undefined): string | undefined {
  const [[heldMajor, heldMinor = 0] = [], [major, minor = 0] = []] = [held, declared].map((version) =>
    version?.split(".").map(Number),
  );
  return heldMajor === major && heldMinor > minor ? declared : held;
}

/** The arguments of a database: what is valid, what a change asks for, and how the server shows it. */
export const fields: Declaration<DatabaseInputs, ObservedDatabase>["fields"] = {
  ...commonFields,
  subscriptionId: { schema: resourceId, change: "replace", reference: (id) => id },
  name: { schema: databaseName.optional(), change: "update", observed: ({ database }) => database.name },
  protocol: {
    schema: oneOf(["redis", "memcached"]).optional(),
    change: replacesUnlessDefault("redis"),
    observed: ({ database }) => database.protocol,
  },
  port: { schema: port.optional(), change: "replace", observed: ({ port }) => port },
  datasetSizeInGb: {
    schema: sizeInGb.optional(),
    change: "update",
    observed: ({ database }) => database.datasetSizeInGb,
  },
  memoryLimitInGb: {
    schema: sizeInGb.optional(),
    change: "update",
    observed: ({ database }) => database.memoryLimitInGb,
  },
  redisVersion: {
    schema: redisVersion.optional(),
    change: "update",
    observed: ({ database }, declared) => withoutMinorUpgrade(database.redisVersion, declared),
  },
  autoMinorVersionUpgrade: {
    schema: flag,
    change: "update",
    removed: true,
    observed: ({ database }) => database.autoMinorVersionUpgrade,
  },
  respVersion: {
    schema: oneOf(["resp2", "resp3"]).optional(),
    change: "update",
    observed: ({ database }) => database.respVersion,
  },
  supportOSSClusterApi: {
    schema: flag,
    change: "update",
    removed: false,
    observed: ({ database }) => database.supportOSSClusterApi,
  },
  useExternalEndpointForOSSClusterApi: {
    schema: flag,
    change: "update",
    removed: false,
    observed: ({ database }) => database.useExternalEndpointForOSSClusterApi,
  },
  dataPersistence: {
    schema: oneOf(DATA_PERSISTENCE).optional(),
    change: "update",
    removed: "none",
    observed: ({ database }) => database.dataPersistence,
  },
  dataEvictionPolicy: {
    schema: oneOf(EVICTION_POLICIES).optional(),
    change: "update",
    removed: "volatile-lru",
    observed: ({ database }) => database.dataEvictionPolicy,
  },
  replication: {
    schema: flag,
    change: "update",
    removed: true,
    observed: ({ database }) => database.replication,
  },
  replicaOf: { schema: list(text), change: "update", removed: [], secret: true },
  replica: {
    schema: z
      .strictObject({
        syncSources: z.array(
          z.strictObject({ endpoint: text, encryption: flag, serverCert: text.optional() }),
        ),
      })
      .optional(),
    change: "update",
    removed: { syncSources: [] },
    secret: true,
  },
  throughputMeasurement: {
    schema: throughputMeasurement.optional(),
    change: "update",
    observed: ({ database }) => database.throughputMeasurement,
  },
  averageItemSizeInBytes: { schema: z.number().int().positive().optional(), change: "replace" },
  ramPercentage: {
    schema: ramPercentage.optional(),
    change: "update",
    removed: 20,
    observed: ({ database }) => database.ramPercentage,
  },
  periodicBackupPath: { schema: z.string().optional(), change: "update", removed: "" },
  remoteBackup: {
    schema: z
      .strictObject({
        active: flag,
        interval: oneOf([
          "every-24-hours",
          "every-12-hours",
          "every-6-hours",
          "every-4-hours",
          "every-2-hours",
          "every-1-hours",
        ]).optional(),
        timeUTC: z
          .string()
          .regex(/^([01]\d|2[0-3]):00$/, "must be an hour of the day such as 14:00")
          .optional(),
        storageType: oneOf(["aws-s3", "google-blob-storage", "azure-blob-storage", "ftp"]).optional(),
        storagePath: text.optional(),
      })
      .optional(),
    change: "update",
    removed: { active: false },
  },
  sourceIp: {
    schema: list(cidr),
    change: "update",
    removed: [],
    observed: ({ security }) => security.sourceIps,
  },
  clientSslCertificate: { schema: z.string().optional(), change: "update", removed: "" },
  clientTlsCertificates: {
    schema: list(z.strictObject({ publicCertificatePEMString: text })),
    change: "update",
    removed: [],
  },
  enableTls: {
    schema: flag,
    change: "update",
    removed: false,
    observed: ({ security }) => security.enableTls,
  },
  enableDefaultUser: {
    schema: flag,
    change: "update",
    removed: true,
    afterCreate: true,
    observed: ({ security }) => security.enableDefaultUser,
  },
  password: {
    schema: text.optional(),
    change: "update",
    secret: true,
    observed: ({ security }) => security.password,
  },
  saslUsername: { schema: text.optional(), change: "update" },
  saslPassword: { schema: text.optional(), change: "update", secret: true },
  alerts: {
    schema: list(z.strictObject({ name: oneOf(ALERTS), value: z.number().int("must be a whole number") })),
    change: "update",
    removed: [],
    observed: ({ database }) => database.alerts,
  },
  modules: { schema: modules.optional(), change: "replace", observed: observedModules },
  shardingType: { schema: oneOf(SHARDING_TYPES).optional(), change: "replace" },
  regexRules: {
    schema: list(text),
    change: "update",
    afterCreate: true,
    observed: ({ regexRules }) => regexRules,
  },
  queryPerformanceFactor: {
    schema: queryPerformanceFactor.optional(),
    change: "update",
    removed: "Standard",
    observed: ({ database }) => database.queryPerformanceFactor,
  },
  tags: {
    schema: list(tag),
    change: "update",
    removed: [],
    afterCreate: true,
    observed: ({ tags }) => tags,
  },
};
