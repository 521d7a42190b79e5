import { z } from "zod";
import { oneOf, redisUri, text } from "../schemas";

/** The API stores tag keys in lower case. */
export const tag = z.strictObject({
  key: text.refine((key) => key === key.toLowerCase(), "must be in lower case, as the API keeps it"),
  value: z.string(),
});

export const EVICTION_POLICIES = [
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

/** API: `DatabaseAlertSpec`. */
export const alerts = z.array(
  z.strictObject({ name: oneOf(ALERTS), value: z.number().int("must be a whole number") }),
);

/** API: `ReplicaOfSpec`. */
export const replica = z.strictObject({
  syncSources: z.array(
    z.strictObject({ endpoint: redisUri, encryption: z.boolean().optional(), serverCert: text.optional() }),
  ),
});

/** API: `DatabaseBackupConfig`. */
export const remoteBackup = z.strictObject({
  active: z.boolean().optional(),
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
});
