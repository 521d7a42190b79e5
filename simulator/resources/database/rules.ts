import { isAddressRange } from "../../addresses";
import { requireThat } from "../../refusal";
import type { Subscription } from "../subscription/state";
import { requireActiveActive } from "./activeActiveRules";
import { isAtLeast, MODULES, QUERY_PERFORMANCE_FACTORS } from "./catalog";
import {
  DATABASE_MAX_SIZE_GB,
  DATABASE_MIN_SIZE_GB,
  DATABASE_NAME_MAX_LENGTH,
  DATABASE_PASSWORD_MAX_LENGTH,
  HIGHEST_DATABASE_PORT,
  LOWEST_DATABASE_PORT,
} from "./limits";
import { datasetSizeInGb } from "./shards";
import type { Database } from "./state";

const NAME = /^[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
const PEM_CERTIFICATE = /^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/;
const BACKUP_INTERVAL = /^every-(?:24|12|6|4|2|1)-hours$/;
const BACKUP_STORAGE_TYPES = ["aws-s3", "google-blob-storage", "azure-blob-storage", "ftp"];

/**
 * Checks a database, as a request wants it, against the API's rules.
 *
 * @param siblings the other databases of its subscription
 * @throws Refusal with the code of the first rule it breaks
 */
export function requireRules(database: Database, subscription: Subscription, siblings: Database[]): void {
  if (database.locals) requireActiveActive(database);
  requireName(database, siblings);
  requirePort(database, siblings);
  requireSize(database);
  requireProtocol(database);
  requireVersion(database);
  requireModules(database);
  requireSecurity(database);
  requireReplica(database);
  requireBackup(database);
  requireFlash(database, subscription);
  const alertNames = database.alerts.map(({ name }) => name);
  requireThat(new Set(alertNames).size === alertNames.length, "DATABASE_INVALID_ALERTS");
}

export function requireName({ name }: Pick<Database, "name">, siblings: { name: string }[]): void {
  requireThat(name.length <= DATABASE_NAME_MAX_LENGTH, "DATABASE_NAME_TOO_LONG");
  requireThat(NAME.test(name), "DATABASE_INVALID_NAME");
  requireThat(!siblings.some((sibling) => sibling.name === name), "DATABASE_NAME_EXISTS");
}

function requirePort({ port, portChosen }: Database, siblings: Database[]): void {
  if (!portChosen) return;
  requireThat(port >= LOWEST_DATABASE_PORT && port <= HIGHEST_DATABASE_PORT, "DATABASE_PORT_INVALID_VALUE");
  requireThat(!siblings.some((sibling) => sibling.port === port), "DATABASE_PORT_IS_UNAVAILABLE");
}

function requireSize(database: Database): void {
  requireThat(database.memoryLimitInGb !== 0, "DATABASE_SIZE_LIMIT_NOT_DEFINED");
  requireThat(datasetSizeInGb(database) >= DATABASE_MIN_SIZE_GB / 2, "DATABASE_SIZE_TOO_SMALL");
  requireThat(database.memoryLimitInGb >= DATABASE_MIN_SIZE_GB, "DATABASE_SIZE_TOO_SMALL");
  requireThat(database.memoryLimitInGb <= DATABASE_MAX_SIZE_GB, "DATABASE_SIZE_TOO_BIG");
  requireThat(database.throughputMeasurement.value >= 1, "DATABASE_INVALID_SHARDS_COUNT");
}

function requireProtocol(database: Database): void {
  if (database.protocol === "redis") {
    requireThat(database.saslUsername === undefined, "DATABASE_CONTAIN_MEMCACHED_USERNAME");
    requireThat(database.saslPassword === undefined, "DATABASE_CONTAIN_MEMCACHED_PASSWORD");
    return;
  }
  requireThat(database.modules.length === 0, "DATABASE_MEMCACHED_CONTAINS_MODULES");
  requireThat(database.password === undefined, "DATABASE_MEMCACHED_CONTAINS_REDIS_PASSWORD");
  requireThat(!database.supportOSSClusterApi, "DATABASE_MEMCACHED_NOT_SUPPORT_OSS_CLUSTER_API");
}

function requireVersion(database: Database): void {
  const { redisVersion, respVersion, dataEvictionPolicy } = database;
  requireThat(
    respVersion !== "resp3" || isAtLeast(redisVersion, "7.2"),
    "DATABASE_RESP_VERSION_IS_NOT_SUPPORTED",
  );
  requireThat(
    !dataEvictionPolicy.endsWith("-lrm") || isAtLeast(redisVersion, "8.4"),
    "DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION",
  );
}

/** From Redis 8 on the former modules are part of Redis. */
export function requireModules({
  modules,
  redisVersion,
  queryPerformanceFactor,
}: Pick<Database, "modules" | "redisVersion" | "queryPerformanceFactor">): void {
  const names = modules.map(({ name }) => name);
  const included = isAtLeast(redisVersion, "8.0");
  // The real service looks for search before it looks at the names of the modules.
  requireThat(
    queryPerformanceFactor === "Standard" || included || names.includes("RediSearch"),
    "DATABASE_QUERY_PERFORMANCE_FACTOR_SEARCH_IS_REQUIRED",
  );
  requireThat(
    names.length === 0 || !included,
    "DATABASE_EXPLICIT_MODULES_NOT_SUPPORTED_FOR_THIS_REDIS_VERSION",
  );
  requireThat(
    names.every((name) => MODULES.some((known) => known.name === name)),
    "DATABASE_INVALID_MODULE",
  );
  requireThat(new Set(names).size === names.length, "DATABASE_MODULE_MUST_BE_DEFINED_ONCE");
  requireThat(
    QUERY_PERFORMANCE_FACTORS.includes(queryPerformanceFactor),
    "DATABASE_QUERY_PERFORMANCE_FACTOR_INVALID_VALUE",
  );
}

export function requireSecurity(
  database: Pick<
    Database,
    | "password"
    | "sourceIps"
    | "clientCertificates"
    | "supportOSSClusterApi"
    | "useExternalEndpointForOSSClusterApi"
  >,
): void {
  const { password, sourceIps = [], clientCertificates } = database;
  requireThat(password === undefined || password.trim() !== "", "DATABASE_PASSWORD_IS_BLANK");
  requireThat(
    password === undefined || password.length <= DATABASE_PASSWORD_MAX_LENGTH,
    "DATABASE_PASSWORD_IS_TOO_LONG",
  );
  requireThat(sourceIps.every(isAddressRange), "DATABASE_INVALID_SIP");
  // Clients write line breaks as the two characters '\n' at times; the document asks for it.
  const certificates = clientCertificates.map((certificate) => certificate.replaceAll("\\n", "\n"));
  requireThat(
    certificates.every((certificate) => PEM_CERTIFICATE.test(certificate)),
    "DATABASE_INVALID_CERT",
  );
  requireThat(
    database.supportOSSClusterApi || !database.useExternalEndpointForOSSClusterApi,
    "DATABASE_EXTERNAL_ENDPOINT_WITHOUT_OSS_CLUSTER",
  );
}

export function requireReplica({ replica }: Pick<Database, "replica">): void {
  const endpoints = replica?.syncSources.map(({ endpoint }) => endpoint) ?? [];
  requireThat(
    endpoints.every((endpoint) => /^rediss?:\/\/.+/.test(endpoint)),
    "DATABASE_REPLICA_OF_BAD_URI",
  );
}

function requireBackup({ remoteBackup }: Database): void {
  if (!remoteBackup) return;
  const { interval, timeUTC, storageType, storagePath } = remoteBackup;
  requireThat(interval && storageType && storagePath, "DATABASE_INVALID_BACKUP_CONFIGURATION");
  requireThat(BACKUP_INTERVAL.test(interval), "DATABASE_INVALID_BACKUP_INTERVAL");
  requireThat(BACKUP_STORAGE_TYPES.includes(storageType), "DATABASE_INVALID_BACKUP_STORAGE_TYPE");
  if (timeUTC === undefined) return;
  requireThat(/^(?:[01]\d|2[0-3]):00$/.test(timeUTC), "DATABASE_INVALID_BACKUP_TIME_UTC");
  requireThat(
    ["every-12-hours", "every-24-hours"].includes(interval),
    "DATABASE_INVALID_BACKUP_INTERVAL_AND_TIME_UTC_MISMATCH",
  );
}

function requireFlash({ ramPercentage, averageItemSizeInBytes }: Database, subscription: Subscription): void {
  const flash = subscription.memoryStorage === "ram-and-flash";
  requireThat(flash || ramPercentage === undefined, "DATABASE_RAM_PERCENTAGE_NOT_ALLOWED");
  requireThat(flash || averageItemSizeInBytes === undefined, "DATABASE_AVERAGE_ITEM_SIZE_NOT_ALLOWED");
  requireThat(
    ramPercentage === undefined || [10, 20, 30, 40, 50].includes(ramPercentage),
    "DATABASE_RAM_PERCENTAGE_IS_INVALID",
  );
}
