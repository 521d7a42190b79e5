import { requireThat } from "../../refusal";
import { DEFAULT_REGEX_RULES } from "./defaults";
import type { DatabaseCreateRequest, DatabaseUpdateRequest } from "./requests";
import { datasetSizeInGb } from "./shards";
import type { Database } from "./state";

/**
 * The database as a request wants it: fields that the request does not contain stay, empty lists and empty strings
 * clear. Used for creation (over the defaults) and for update alike.
 *
 * @throws Refusal for errors that are visible in the request only
 */
export function withSettings(
  database: Database,
  request: DatabaseCreateRequest | DatabaseUpdateRequest,
): Database {
  const { throughputMeasurement, dataPersistence, dataEvictionPolicy, queryPerformanceFactor } = request;
  return {
    ...database,
    ...given({ throughputMeasurement, dataPersistence, dataEvictionPolicy, queryPerformanceFactor }),
    ...given({ name: request.name, respVersion: request.respVersion, alerts: request.alerts }),
    ...given({ password: request.password, ramPercentage: request.ramPercentage }),
    ...given({ saslUsername: request.saslUsername, saslPassword: request.saslPassword }),
    ...given({ supportOSSClusterApi: request.supportOSSClusterApi }),
    ...given({ useExternalEndpointForOSSClusterApi: request.useExternalEndpointForOSSClusterApi }),
    ...given({ autoMinorVersionUpgrade: request.autoMinorVersionUpgrade }),
    ...("enableDefaultUser" in request && given({ enableDefaultUser: request.enableDefaultUser })),
    ...("regexRules" in request && request.regexRules && hashing(request.regexRules)),
    ...(request.sourceIp && { sourceIps: request.sourceIp.length > 0 ? request.sourceIp : undefined }),
    ...size(database, request),
    ...security(database, request),
    ...replica(request),
    ...backup(request),
  };
}

type Request = DatabaseCreateRequest | DatabaseUpdateRequest;

/** Picks the fields that have a value. */
export function given<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [K in keyof Fields]: NonNullable<Fields[K]> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof Fields]: NonNullable<Fields[K]> };
}

/** "If 'replication' is 'true', the database's total memory will be twice as large as the datasetSizeInGb." */
function size(database: Database, request: Request): Pick<Database, "replication" | "memoryLimitInGb"> {
  const { memoryLimitInGb, datasetSizeInGb: requested, replication = database.replication } = request;
  requireThat(
    memoryLimitInGb === undefined || requested === undefined,
    "DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS",
  );
  const dataset = requested ?? datasetSizeInGb(database);
  return { replication, memoryLimitInGb: memoryLimitInGb ?? (replication ? dataset * 2 : dataset) };
}

/**
 * Without TLS there are no client certificates: turning it off erases them. The older `clientSslCertificate`
 * turns it on by itself, unless the request says otherwise; clients send it together with an empty
 * `clientTlsCertificates`, which then removes nothing.
 */
export function security(
  database: Pick<Database, "enableTls" | "clientCertificates">,
  request: Pick<Request, "clientSslCertificate" | "clientTlsCertificates" | "enableTls">,
): Pick<Database, "enableTls" | "clientCertificates"> {
  const { clientSslCertificate, clientTlsCertificates } = request;
  const { enableTls = clientSslCertificate ? true : database.enableTls } = request;
  const named = clientSslCertificate !== undefined || clientTlsCertificates !== undefined;
  const certificates = [
    ...(clientTlsCertificates ?? []).map(({ publicCertificatePEMString }) => publicCertificatePEMString),
    ...(clientSslCertificate ? [clientSslCertificate] : []),
  ];
  requireThat(
    enableTls || certificates.length === 0,
    "CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE",
  );
  const clientCertificates = named ? certificates : database.clientCertificates;
  return { enableTls, clientCertificates: enableTls ? clientCertificates : [] };
}

export function replica({
  replica,
  replicaOf,
}: Pick<Request, "replica" | "replicaOf">): Partial<Pick<Database, "replica">> {
  const syncSources = replica?.syncSources ?? replicaOf?.map((endpoint) => ({ endpoint }));
  return syncSources ? { replica: syncSources.length > 0 ? { syncSources } : undefined } : {};
}

/** `periodicBackupPath` is the older form: every 24 hours to one place. */
function backup({ remoteBackup, periodicBackupPath }: Request): Partial<Pick<Database, "remoteBackup">> {
  if (remoteBackup) return { remoteBackup: remoteBackup.active ? remoteBackup : undefined };
  if (periodicBackupPath === undefined) return {};
  const interval = "every-24-hours";
  const storageType = storageTypeOf(periodicBackupPath);
  return {
    remoteBackup: periodicBackupPath
      ? { active: true, interval, storageType, storagePath: periodicBackupPath }
      : undefined,
  };
}

/** The type of storage that the path of a backup belongs to. */
export function storageTypeOf(path: string): string {
  if (path.startsWith("gs:")) return "google-blob-storage";
  if (path.startsWith("abs:")) return "azure-blob-storage";
  return path.startsWith("ftp") ? "ftp" : "aws-s3";
}

export function hashing(regexRules: string[]): Pick<Database, "regexRules" | "hashingPolicy"> {
  return regexRules.length > 0
    ? { regexRules, hashingPolicy: "custom" }
    : { regexRules: DEFAULT_REGEX_RULES, hashingPolicy: "standard" };
}
