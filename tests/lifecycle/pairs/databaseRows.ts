import type { DatabaseInputs } from "../../../provider/resources/database/types";
import type { DatabaseHolding } from "./holdings";
import type { Args } from "./program";
import { accountRow, BEYOND_COMPARE, nameRow, type Row, ranges, row, sorted, withDefault } from "./rows";

type Inputs = Partial<DatabaseInputs>;
const database = (held: (database: DatabaseHolding["database"]) => unknown) => (holding: DatabaseHolding) =>
  held(holding.database);

/** Arguments with a default that the server keeps as they are sent. */
const PLAIN = {
  protocol: "redis",
  autoMinorVersionUpgrade: true,
  supportOSSClusterApi: false,
  useExternalEndpointForOSSClusterApi: false,
  dataPersistence: "none",
  dataEvictionPolicy: "volatile-lru",
  replication: true,
  averageItemSizeInBytes: 1000,
  ramPercentage: 20,
  enableDefaultUser: true,
  queryPerformanceFactor: "Standard",
} as const;

/** Arguments without one: where the program does not say, the API chooses, and keeps. */
const CHOSEN = [
  "port",
  "redisVersion",
  "respVersion",
  "throughputMeasurement",
  "password",
  "saslUsername",
  "saslPassword",
] as const;

const POLICIES = {
  "default-regex-rules": "standard",
  "custom-regex-rules": "custom",
  "redis-oss-hashing": "oss",
} as const;

/** Where data is copied from. */
const sources: Row<DatabaseHolding> = {
  names: ["replica", "replicaOf"],
  held: database(({ replica }) => sorted(replica?.syncSources)),
  said: ({ replica, replicaOf }: Inputs) =>
    sorted(replica?.syncSources ?? replicaOf?.map((endpoint) => ({ endpoint }))),
};

const backups: Row<DatabaseHolding> = {
  names: ["remoteBackup", "periodicBackupPath"],
  held: database(({ remoteBackup }) => (remoteBackup ? backup(remoteBackup) : NO_BACKUP)),
  said: ({ remoteBackup, periodicBackupPath }: Inputs) => {
    if (remoteBackup?.active) return backup(remoteBackup);
    if (!periodicBackupPath) return NO_BACKUP;
    const storageType = periodicBackupPath.startsWith("ftp") ? "ftp" : "aws-s3";
    return backup({ interval: "every-24-hours", storageType, storagePath: periodicBackupPath });
  },
};
export const NO_BACKUP = "none";
type Backup = NonNullable<DatabaseHolding["database"]["remoteBackup"]>;
export const backup = ({ interval, timeUTC, storageType, storagePath }: Backup) =>
  JSON.stringify([interval, timeUTC, storageType, storagePath]);

export const certificates: Row<DatabaseHolding> = {
  names: ["clientTlsCertificates", "clientSslCertificate"],
  held: database(({ clientCertificates }) => sorted(clientCertificates)),
  said: ({ clientTlsCertificates = [], clientSslCertificate }: Inputs) => {
    const listed = clientTlsCertificates.map(({ publicCertificatePEMString }) => publicCertificatePEMString);
    return sorted([...listed, ...(clientSslCertificate ? [clientSslCertificate] : [])]);
  },
};

export const tls: Row<DatabaseHolding> = {
  ...withDefault(
    "enableTls",
    false,
    database(({ enableTls }) => enableTls),
  ),
  said: ({ enableTls, clientSslCertificate }) => enableTls ?? Boolean(clientSslCertificate),
  isImplied: ({ enableTls }) => enableTls === undefined,
};

const inMemory = ({ memoryLimitInGb }: Args): boolean => memoryLimitInGb !== undefined;

const size: Row<DatabaseHolding> = {
  names: ["datasetSizeInGb", "memoryLimitInGb"],
  held: ({ database: { memoryLimitInGb, replication } }, args) =>
    inMemory(args) || !replication ? memoryLimitInGb : memoryLimitInGb / 2,
  said: (args) => (inMemory(args) ? args.memoryLimitInGb : args.datasetSizeInGb),
};

/** From Redis 8 on modules are part of Redis. */
const modules: Row<DatabaseHolding> = {
  names: ["modules"],
  held: database(({ modules, redisVersion }) =>
    Number(redisVersion) >= 8 ? BEYOND_COMPARE : sorted(modules),
  ),
  said: ({ modules }) => modules && sorted(modules as object[]),
};

const EVERYONE = ranges(["0.0.0.0/0"]);

export const databaseRows: readonly Row<DatabaseHolding>[] = [
  accountRow,
  row(
    "subscriptionId",
    database(({ subscriptionId }) => subscriptionId),
    Number,
  ),
  nameRow(({ database }) => database.name),
  size,
  sources,
  backups,
  certificates,
  tls,
  modules,
  ...Object.entries(PLAIN).map(([name, byDefault]) =>
    withDefault(
      name,
      byDefault,
      database((database) => database[name as keyof typeof PLAIN] ?? byDefault),
    ),
  ),
  ...CHOSEN.map((name) =>
    row(
      name,
      database((database) => database[name]),
    ),
  ),
  row(
    "shardingType",
    database(({ hashingPolicy }) => hashingPolicy),
    (type: keyof typeof POLICIES = "default-regex-rules") => POLICIES[type],
  ),
  row(
    "regexRules",
    database(({ regexRules }) => regexRules),
  ),
  row(
    "sourceIp",
    database(({ sourceIps }) => (sourceIps === undefined ? EVERYONE : ranges(sourceIps))),
    (addresses: string[] = []) => (addresses.length === 0 ? EVERYONE : ranges(addresses)),
  ),
  row(
    "alerts",
    database(({ alerts }) => sorted(alerts)),
    sorted,
  ),
  row(
    "tags",
    database(({ tags = [] }) => sorted(tags.map(({ key, value }) => ({ key, value })))),
    sorted,
  ),
];
