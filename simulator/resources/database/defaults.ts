import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import { allDatabases } from "../databases";
import type { Subscription } from "../subscription/state";
import { findRedisVersion, isAtLeast } from "./catalog";
import { GENERATED_PASSWORD_LENGTH, HIGHEST_DATABASE_PORT, LOWEST_DATABASE_PORT } from "./limits";
import { localDatabasesOf } from "./locals";
import type { DatabaseCreateRequest } from "./requests";
import type { Database } from "./state";

const HASHING_POLICIES = {
  "default-regex-rules": "standard",
  "custom-regex-rules": "custom",
  "redis-oss-hashing": "oss",
} as const;

/** Default of how keys are distributed over shards: by the part in braces, or by the whole key. */
export const DEFAULT_REGEX_RULES = [".*\\{(?<tag>.*)\\}.*", "(?<tag>.*)"];

/** Operations per second of a database whose request names no throughput. */
const DEFAULT_THROUGHPUT = 1000;

/** A database with the server's defaults, before the settings of the request are applied. */
export function defaultDatabase(
  account: Account,
  subscription: Subscription,
  request: DatabaseCreateRequest,
): Database {
  const { protocol = "redis" } = request;
  const locals = localDatabasesOf(subscription, request);
  const redisVersion = findRedisVersion(request.redisVersion, account.options);
  requireThat(redisVersion, "DATABASE_REDIS_VERSION_INVALID_VALUE");
  return {
    kind: "database",
    id: 0,
    subscriptionId: subscription.id,
    name: request.name,
    status: "draft",
    visibleAt: account.now,
    change: 0,
    protocol,
    redisVersion,
    respVersion: protocol === "redis" ? (isAtLeast(redisVersion, "7.4") ? "resp3" : "resp2") : undefined,
    autoMinorVersionUpgrade: true,
    memoryLimitInGb: 0,
    supportOSSClusterApi: false,
    useExternalEndpointForOSSClusterApi: false,
    dataPersistence: "none",
    dataEvictionPolicy: "volatile-lru",
    replication: true,
    throughputMeasurement: { by: "operations-per-second", value: DEFAULT_THROUGHPUT },
    enableDefaultUser: true,
    enableTls: false,
    clientCertificates: [],
    alerts: [],
    modules: request.modules ?? [],
    queryPerformanceFactor: "Standard",
    hashingPolicy: HASHING_POLICIES[request.shardingType ?? "default-regex-rules"],
    regexRules: DEFAULT_REGEX_RULES,
    averageItemSizeInBytes: request.averageItemSizeInBytes,
    ramPercentage: subscription.memoryStorage === "ram-and-flash" ? 20 : undefined,
    port: request.port ?? 0,
    portChosen: request.port !== undefined,
    real: false,
    ...(locals && { locals }),
  };
}

/** Assigns what is drawn at random when a database is really created: its ID, port and credentials. */
export function assignIdentity(account: Account, database: Database): void {
  database.id = account.newId();
  if (!database.portChosen) database.port = freePort(account);
  for (const { address } of Object.values(database.locals ?? {})) address.port = database.port;
  if (database.protocol === "redis") {
    database.password ??= account.random.alphanumeric(GENERATED_PASSWORD_LENGTH);
  } else {
    database.saslUsername ??= `mc-${account.random.alphanumeric(5)}`;
    database.saslPassword ??= account.random.alphanumeric(GENERATED_PASSWORD_LENGTH);
  }
}

/** Draws a port that no database of the account has, as long as there is one. */
export function freePort(account: Account): number {
  const taken = new Set(allDatabases(account).map(({ port }) => port));
  const draw = () => account.random.integer(LOWEST_DATABASE_PORT, HIGHEST_DATABASE_PORT);
  const allTaken = taken.size > HIGHEST_DATABASE_PORT - LOWEST_DATABASE_PORT;
  let port = draw();
  while (taken.has(port) && !allTaken) port = draw();
  return port;
}
