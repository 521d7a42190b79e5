import fc from "fast-check";
import type { DatabaseInputs } from "../../../provider/resources/database/types";
import { type ArgumentsOf, addressesRespelled, inAnyOrder, someOf } from "./arguments";
import { CLIENT_CERTIFICATES } from "./certificates";

/** What is drawn of a database. */
export interface DatabaseDraft extends Omit<DatabaseInputs, "account" | "adopt" | "subscriptionId"> {
  /** Whether the ID of its subscription is given as a number. */
  isSubscriptionIdNumber?: boolean;
  /** Whether its subscription's own `databases` make it, for it to take over. */
  isMadeWithSubscription?: boolean;
}

const [ONE, TWO, THREE] = CLIENT_CERTIFICATES;

/** How long an operation may take: never so short that it matters. */
export const timeouts = {
  values: fc.constantFrom(
    { create: "5h" },
    { update: "5h", delete: "300m" },
    { create: "5h", update: "18000s" },
  ),
};

const oneOf = fc.constantFrom;
const flag = fc.boolean();

/** The arguments that databases of a subscription's creation have, too. */
const plannable: ArgumentsOf<Pick<DatabaseDraft, Plannable>> = {
  protocol: { values: oneOf("redis", "memcached"), byDefault: "redis", replaces: true },
  port: { values: oneOf(0, 1), replaces: true },
  // None is another's double: whichever of the two arguments tells the size, another value is another size.
  datasetSizeInGb: { values: oneOf(0.5, 1, 2, 3) },
  memoryLimitInGb: { values: oneOf(5, 7, 9) },
  redisVersion: { values: oneOf("6.2", "7.2", "7.4", "8.2", "8.4") },
  autoMinorVersionUpgrade: { values: flag, byDefault: true },
  respVersion: { values: oneOf("resp2", "resp3") },
  supportOSSClusterApi: { values: flag, byDefault: false },
  dataPersistence: {
    values: oneOf("none", "aof-every-1-second", "aof-every-write", "snapshot-every-6-hours"),
    byDefault: "none",
  },
  replication: { values: flag, byDefault: true },
  throughputMeasurement: {
    values: oneOf(
      { by: "operations-per-second", value: 2000 },
      { by: "operations-per-second", value: 30_000 },
      { by: "number-of-shards", value: 2 },
    ),
    // Of its measure.
    replaces: true,
  },
  averageItemSizeInBytes: { values: oneOf(500, 2000), byDefault: 1000, replaces: true },
  ramPercentage: { values: oneOf(10, 30, 50), byDefault: 20 },
  modules: {
    values: someOf<{ name: string; parameters?: Record<string, unknown> }>(
      { name: "RedisJSON" },
      { name: "RedisBloom" },
      { name: "RediSearch", parameters: { "number-of-documents": 1000 } },
    ),
    byDefault: [],
    respelled: inAnyOrder,
  },
  shardingType: {
    values: oneOf("custom-regex-rules", "redis-oss-hashing"),
    byDefault: "default-regex-rules",
    replaces: true,
  },
  queryPerformanceFactor: { values: oneOf("2x", "4x"), byDefault: "Standard" },
};

export const PLANNABLE = [
  "protocol",
  "port",
  "datasetSizeInGb",
  "memoryLimitInGb",
  "redisVersion",
  "autoMinorVersionUpgrade",
  "respVersion",
  "supportOSSClusterApi",
  "dataPersistence",
  "replication",
  "throughputMeasurement",
  "averageItemSizeInBytes",
  "ramPercentage",
  "modules",
  "shardingType",
  "queryPerformanceFactor",
] as const satisfies readonly (keyof DatabaseDraft)[];
type Plannable = (typeof PLANNABLE)[number];

/** What is drawn of a database that is made with its subscription. */
export interface PlannedDraft extends Pick<DatabaseDraft, Plannable> {
  quantity?: number;
}

export const plannedArguments: ArgumentsOf<PlannedDraft> = {
  ...plannable,
  quantity: { values: oneOf(2), byDefault: 1 },
};

const backupTo = (storageType: "aws-s3" | "ftp", storagePath: string) => ({
  active: true,
  storageType,
  storagePath,
});

export const databaseArguments: ArgumentsOf<DatabaseDraft> = {
  ...plannable,
  isSubscriptionIdNumber: { values: flag },
  isMadeWithSubscription: { values: fc.constant(true) },
  timeouts,
  name: { values: oneOf("first", "second") },
  useExternalEndpointForOSSClusterApi: { values: flag, byDefault: false },
  dataEvictionPolicy: {
    values: oneOf("allkeys-lru", "allkeys-lrm", "volatile-ttl", "noeviction"),
    byDefault: "volatile-lru",
  },
  replicaOf: {
    values: someOf("redis://old-1.example.com:6379", "redis://u:p@old-2.example.com:6379"),
    byDefault: [],
  },
  replica: {
    values: oneOf(
      { syncSources: [{ endpoint: "redis://new-1.example.com:6379" }] },
      {
        syncSources: [{ endpoint: "rediss://u:p@new-2.example.com:6379", encryption: true, serverCert: ONE }],
      },
    ),
    byDefault: { syncSources: [] },
  },
  periodicBackupPath: { values: oneOf("s3://backups/old", "ftp://backups.example.com/old"), byDefault: "" },
  remoteBackup: {
    values: oneOf(
      { ...backupTo("aws-s3", "s3://backups/new"), interval: "every-6-hours" },
      { ...backupTo("ftp", "ftp://backups.example.com/new"), interval: "every-24-hours", timeUTC: "14:00" },
      { ...backupTo("ftp", "ftp://backups.example.com/new"), interval: "every-12-hours", timeUTC: "15:00" },
    ),
    byDefault: { active: false },
  },
  sourceIp: {
    values: fc.oneof(
      { weight: 4, arbitrary: someOf("1.2.3.4", "5.6.7.8/32", "10.1.0.0/16") },
      { weight: 1, arbitrary: someOf("0.0.0.0/0") },
    ),
    byDefault: [],
    respelled: addressesRespelled,
  },
  clientSslCertificate: { values: fc.constant(THREE), byDefault: "" },
  clientTlsCertificates: {
    values: someOf({ publicCertificatePEMString: ONE as string }, { publicCertificatePEMString: TWO }),
    byDefault: [],
    respelled: inAnyOrder,
  },
  enableTls: { values: flag, byDefault: false },
  enableDefaultUser: { values: flag, byDefault: true },
  password: { values: oneOf("first-password", "second-password") },
  saslUsername: { values: oneOf("first-user", "second-user") },
  saslPassword: { values: oneOf("first-sasl-password", "second-sasl-password") },
  alerts: {
    values: someOf(
      { name: "dataset-size" as const, value: 80 },
      { name: "latency" as const, value: 5 },
      { name: "throughput-higher-than" as const, value: 900 },
    ),
    byDefault: [],
    respelled: inAnyOrder,
  },
  regexRules: { values: oneOf([".*\\{(?<tag>.*)\\}.*", "(?<tag>[^:]*)"], ["(?<tag>.*):.*", "(?<tag>.*)"]) },
  tags: {
    values: someOf(
      { key: "team", value: "web" },
      { key: "stage", value: "Test" },
      { key: "cost", value: "" },
    ),
    byDefault: [],
    respelled: inAnyOrder,
  },
};
