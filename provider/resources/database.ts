import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type Args, resource } from "../engine/resource";
import { commonFields, only, replacesUnlessDefault } from "./common";
import type { DatabaseInputs, DatabaseOutputs } from "./databaseTypes";
import type { Declaration, Step } from "./declaration";
import { type ObservedDatabase, observeDatabase } from "./observedDatabase";
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
} from "./schemas";
import { createdBySubscription } from "./subscriptionDatabases";

/** Arguments of {@link Database}. */
export type DatabaseArgs = Args<DatabaseInputs>;

/**
 * A database in a subscription.
 *
 * @example
 * ```ts
 * const cache = new rediscloud.Database("cache", {
 *   subscriptionId: subscription.id,
 *   datasetSizeInGb: 1,
 *   password: config.requireSecret("cachePassword"),
 * });
 * export const endpoint = cache.publicEndpoint;
 * ```
 */
export class Database extends resource<DatabaseInputs, DatabaseOutputs>("Database", {
  secrets: ["password", "saslPassword", "replica", "replicaOf", "publicCertificatePEMString"],
  fromId: { databaseId: (id) => Number(id.split("/")[1]) },
  outputs: [
    "name",
    "status",
    "publicEndpoint",
    "privateEndpoint",
    "password",
    "defaultUser",
    "publicCertificatePEMString",
  ],
}) {}

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

const fields: Declaration<DatabaseInputs, ObservedDatabase>["fields"] = {
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
    observed: ({ database }) => database.redisVersion,
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

/** Arguments that have endpoints of their own, or none. */
const NOT_IN_BODY: readonly string[] = ["subscriptionId", "tags", "account", "timeouts"];
const isOf = (names: (name: string) => boolean) =>
  (Object.keys(fields) as (keyof DatabaseInputs)[]).filter(names);
const CREATED = isOf(
  (name) => !NOT_IN_BODY.includes(name) && !fields[name as keyof DatabaseInputs].afterCreate,
);
const UPDATED = isOf((name) => ![...NOT_IN_BODY, "redisVersion"].includes(name));

const pathOf = ({ subscriptionId, id }: { subscriptionId?: number; id?: number }): string =>
  `/subscriptions/${subscriptionId}/databases/${id}`;

export const database: Declaration<DatabaseInputs, ObservedDatabase> = {
  kind: "database",
  name: { maxLength: 40 },
  timeouts: { create: "1h", update: "1h", delete: "1h" },
  fields,
  rules: (inputs, isUnknown) => {
    const { datasetSizeInGb, memoryLimitInGb, protocol } = inputs;
    const both = datasetSizeInGb !== undefined && memoryLimitInGb !== undefined;
    const neither =
      [datasetSizeInGb, memoryLimitInGb].every((size) => size === undefined) &&
      !isUnknown("datasetSizeInGb") &&
      !isUnknown("memoryLimitInGb");
    const problem = (property: keyof DatabaseInputs, reason: string) => ({ property, reason });
    return [
      ...(both
        ? [problem("memoryLimitInGb", "cannot be given together with datasetSizeInGb: keep datasetSizeInGb.")]
        : []),
      ...(neither ? [problem("datasetSizeInGb", "is missing: give the size of the dataset in GB.")] : []),
      ...(protocol === "memcached" && inputs.password !== undefined
        ? [problem("password", "is for the redis protocol: give saslPassword with memcached.")]
        : []),
      ...(inputs.clientTlsCertificates?.length && inputs.enableTls !== true && !isUnknown("enableTls")
        ? [problem("clientTlsCertificates", "needs enableTls: true.")]
        : []),
      ...(inputs.useExternalEndpointForOSSClusterApi &&
      inputs.supportOSSClusterApi !== true &&
      !isUnknown("supportOSSClusterApi")
        ? [problem("useExternalEndpointForOSSClusterApi", "needs supportOSSClusterApi: true.")]
        : []),
      ...(inputs.regexRules && inputs.shardingType !== "custom-regex-rules" && !isUnknown("shardingType")
        ? [problem("regexRules", "needs shardingType: custom-regex-rules.")]
        : []),
    ];
  },
  target: ({ subscriptionId }, id) => {
    if (id === undefined) return { kind: "database", subscriptionId };
    const [ofSubscription, ofDatabase] = id.split("/").map(Number);
    return { kind: "database", subscriptionId: ofSubscription, id: ofDatabase };
  },
  id: ({ subscriptionId, id }) => `${subscriptionId}/${id}`,
  createRequest: (inputs) => ({
    method: "POST",
    path: `/subscriptions/${inputs.subscriptionId}/databases`,
    body: only(inputs, CREATED),
  }),
  steps: (target, changed) => {
    const path = pathOf(target);
    const updated = only(changed, UPDATED);
    const { redisVersion: targetRedisVersion, tags } = changed;
    const steps: (Step | false)[] = [
      targetRedisVersion !== undefined && {
        request: { method: "POST", path: `${path}/upgrade`, body: { targetRedisVersion } },
        fields: ["redisVersion"],
      },
      Object.keys(updated).length > 0 && {
        request: { method: "PUT", path, body: updated },
        fields: Object.keys(updated),
      },
      tags !== undefined && {
        request: { method: "PUT", path: `${path}/tags`, body: { tags } },
        fields: ["tags"],
      },
    ];
    return steps.filter((step) => step !== false);
  },
  deleteRequest: (target) => ({ method: "DELETE", path: pathOf(target) }),
  observe: (target, inputs, cloud) => observeDatabase(pathOf(target), inputs, cloud),
  outputs: ({ database, security, certificate }) => ({
    databaseId: database.databaseId,
    status: database.status,
    publicEndpoint: database.publicEndpoint,
    privateEndpoint: database.privateEndpoint,
    password: security.password,
    defaultUser: security.enableDefaultUser === false ? undefined : "default",
    publicCertificatePEMString: certificate,
  }),
  find: async ({ subscriptionId, name }, cloud) => {
    if (name === undefined || !createdBySubscription(subscriptionId, name)) return undefined;
    const existing = (await cloud.databases(subscriptionId)).find((candidate) => candidate.name === name);
    return existing && { kind: "database", subscriptionId, id: existing.databaseId };
  },
};
