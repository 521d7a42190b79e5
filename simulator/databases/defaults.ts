import type { Account } from "../account";
import { findRedisVersion, isAtLeast } from "../catalog";
import { GENERATED_PASSWORD_LENGTH, HIGHEST_DATABASE_PORT, LOWEST_DATABASE_PORT } from "../limits";
import { insist } from "../refusal";
import type { DatabaseCreateRequest } from "../requests/database";
import type { Database, Subscription } from "../state";

const HASHING_POLICIES = {
  "default-regex-rules": "standard",
  "custom-regex-rules": "custom",
  "redis-oss-hashing": "oss",
} as const;

/** How keys are spread over shards unless the request says otherwise: by the part in braces, or by all. */
export const DEFAULT_REGEX_RULES = [".*\\{(?<tag>.*)\\}.*", "(?<tag>.*)"];

/** Operations per second of a database whose request names no throughput. */
const DEFAULT_THROUGHPUT = 1000;

/** A database with what the server fills in, before the request's own settings are laid over it. */
export function defaultDatabase(
  account: Account,
  subscription: Subscription,
  request: DatabaseCreateRequest,
): Database {
  const { protocol = "redis", localThroughputMeasurement = [] } = request;
  insist(
    localThroughputMeasurement.length === 0,
    "LOCAL_THROUGHPUT_MEASUREMENT_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
  );
  const redisVersion = findRedisVersion(request.redisVersion, account.options);
  insist(redisVersion, "DATABASE_REDIS_VERSION_INVALID_VALUE");
  return {
    kind: "database",
    databaseId: 0,
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
  };
}

/** Gives a database what is drawn at random, when it is really created: its ID, port and credentials. */
export function giveIdentity(account: Account, database: Database): void {
  database.databaseId = account.newId();
  if (!database.portChosen) database.port = freePort(account);
  if (database.protocol === "redis") {
    database.password ??= account.random.alphanumeric(GENERATED_PASSWORD_LENGTH);
  } else {
    database.saslUsername ??= `mc-${account.random.alphanumeric(5)}`;
    database.saslPassword ??= account.random.alphanumeric(GENERATED_PASSWORD_LENGTH);
  }
}

/** A port that no database of the account has, as long as there is one. */
export function freePort(account: Account): number {
  const taken = new Set<number>();
  for (const { port } of account.databases.values()) taken.add(port);
  const draw = () => account.random.integer(LOWEST_DATABASE_PORT, HIGHEST_DATABASE_PORT);
  const allTaken = taken.size > HIGHEST_DATABASE_PORT - LOWEST_DATABASE_PORT;
  let port = draw();
  while (taken.has(port) && !allTaken) port = draw();
  return port;
}
