import { z } from "zod";
import type { Declaration } from "../../operations/declaration";
import type { Change, ChangeByValue } from "../../operations/field";
import { asSet, asSetOfTexts } from "../canonical";
import {
  DATA_PERSISTENCE,
  databaseName,
  oneOf,
  queryPerformanceFactor,
  ramPercentage,
  redisUri,
  redisVersion,
  resourceId,
  SHARDING_TYPES,
  sizeInGb,
  text,
  throughputMeasurement,
} from "../schemas";
import type { ThroughputMeasurement } from "../sharedTypes";
import {
  canonicalBackup,
  observedBackup,
  observedReplica,
  observedSources,
  readableBackup,
  withoutMinorUpgrade,
} from "./inAnswers";
import type { ObservedDatabase } from "./observed";
import { alerts, remoteBackup, replica } from "./schemas";
import { securityFields } from "./securityFields";
import { settingsFields } from "./settingsFields";
import type { DatabaseInputs } from "./types";

const flag = z.boolean().optional();

/** The unit of the throughput cannot be changed (`DATABASE_CANT_EDIT_THROUGHPUT_BY`); its value can. */
const changeOfThroughput: ChangeByValue<ThroughputMeasurement | undefined> = Object.assign(
  (before?: ThroughputMeasurement, after?: ThroughputMeasurement): Change =>
    before !== undefined && after !== undefined && before.by !== after.by ? "replace" : "update",
  { usually: "update", parts: { by: "replace" } } as const,
);
const list = <T extends z.ZodType>(item: T) => z.array(item).optional();

/** The arguments of a database: validation, effect of a change, and how each is read from the API. */
export const fields: Declaration<DatabaseInputs, ObservedDatabase>["fields"] = {
  ...settingsFields,
  subscriptionId: { schema: resourceId, change: "replace", reference: (id) => id },
  name: { schema: databaseName.optional(), change: "update", observed: ({ database }) => database.name },
  protocol: {
    schema: oneOf(["redis", "memcached"]).optional(),
    change: "replace",
    default: "redis",
    observed: ({ database }) => database.protocol,
  },
  datasetSizeInGb: {
    schema: sizeInGb.optional(),
    change: "update",
    alternative: "memoryLimitInGb",
    observed: ({ database }) => database.datasetSizeInGb,
  },
  memoryLimitInGb: {
    deprecated: true,
    schema: sizeInGb.optional(),
    change: "update",
    alternative: "datasetSizeInGb",
    observed: ({ database }) => database.memoryLimitInGb,
  },
  redisVersion: {
    schema: redisVersion.optional(),
    change: "update",
    observed: ({ database }, declared) => withoutMinorUpgrade(database.redisVersion, declared),
  },
  respVersion: {
    schema: oneOf(["resp2", "resp3"]).optional(),
    change: "update",
    observed: ({ database }) => database.respVersion,
  },
  dataPersistence: {
    schema: oneOf(DATA_PERSISTENCE).optional(),
    change: "update",
    default: "none",
    observed: ({ database }) => database.dataPersistence,
  },
  replication: {
    schema: flag,
    change: "update",
    default: true,
    observed: ({ database }) => database.replication,
  },
  replicaOf: {
    deprecated: true,
    schema: list(redisUri),
    change: "update",
    default: [],
    alternative: "replica",
    canonical: asSetOfTexts,
    secret: true,
    observed: observedSources,
  },
  replica: {
    schema: replica.optional(),
    change: "update",
    default: { syncSources: [] },
    alternative: "replicaOf",
    canonical: ({ syncSources }) => asSet<{ endpoint: string }>(({ endpoint }) => endpoint)(syncSources),
    secret: true,
    observed: observedReplica,
  },
  throughputMeasurement: {
    schema: throughputMeasurement.optional(),
    change: changeOfThroughput,
    observed: ({ database }) => database.throughputMeasurement,
  },
  averageItemSizeInBytes: {
    deprecated: true,
    schema: z.number().int().positive().optional(),
    change: "replace",
    default: 1000,
  },
  ramPercentage: {
    schema: ramPercentage.optional(),
    change: "update",
    default: 20,
    observed: ({ database }) => database.ramPercentage,
  },
  periodicBackupPath: {
    deprecated: true,
    schema: z.string().optional(),
    change: "update",
    default: "",
    alternative: "remoteBackup",
    observed: ({ backup }) => backup && (backup.enableRemoteBackup ? backup.destination : ""),
  },
  remoteBackup: {
    schema: remoteBackup.optional(),
    change: "update",
    default: { active: false },
    alternative: "periodicBackupPath",
    canonical: canonicalBackup,
    observed: observedBackup,
    writeOnly: ["storageType"],
    readable: readableBackup,
  },
  ...securityFields,
  alerts: {
    schema: alerts.optional(),
    change: "update",
    default: [],
    canonical: asSet(({ name }) => name),
    observed: ({ database }) => database.alerts,
  },
  shardingType: {
    schema: oneOf(SHARDING_TYPES).optional(),
    change: "replace",
    default: "default-regex-rules",
  },
  regexRules: {
    schema: list(text),
    change: "update",
    afterCreate: true,
    observed: ({ regexRules }) => regexRules,
  },
  queryPerformanceFactor: {
    schema: queryPerformanceFactor.optional(),
    change: "update",
    default: "Standard",
    observed: ({ database }) => database.queryPerformanceFactor,
  },
};
