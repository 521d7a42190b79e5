import { requireThat } from "../../refusal";
import { isAtLeast } from "../database/catalog";
import { DATABASE_MIN_SIZE_GB } from "../database/limits";
import { requireModules, requireName, requireReplica, requireSecurity } from "../database/rules";
import { isPayAsYouGo, type Plan } from "../essentialsSubscription/plans";
import type { EssentialsDatabase } from "./state";

/**
 * Checks a database, as a request wants it, against the API's rules that do not depend on the plan.
 *
 * @param siblings the other databases of its subscription
 */
export function requireEssentialsRules(
  database: EssentialsDatabase,
  plan: Plan,
  siblings: EssentialsDatabase[],
): void {
  requireName(database, siblings);
  requireProtocol(database);
  requireVersion(database);
  requireModules({ ...database, queryPerformanceFactor: "Standard" });
  requireSecurity(database);
  requireReplica(database);
  if (isPayAsYouGo(plan)) requireSize(database);
  const alertNames = database.alerts.map(({ name }) => name);
  requireThat(new Set(alertNames).size === alertNames.length, "DATABASE_INVALID_ALERTS");
}

function requireProtocol({ protocol, modules, replica }: EssentialsDatabase): void {
  requireThat(protocol !== "stack" || modules.length === 0, "FIXED_DATABASE_STACK_PROTOCOL_CONTAINS_MODULES");
  if (protocol !== "memcached") return;
  requireThat(modules.length === 0, "DATABASE_MEMCACHED_CONTAINS_MODULES");
  requireThat(!replica, "FIXED_DATABASE_REPLICA_OF_MEMCACHED_IS_NOT_SUPPORTED");
}

function requireVersion({ redisVersion, respVersion, dataEvictionPolicy }: EssentialsDatabase): void {
  requireThat(
    respVersion !== "resp3" || isAtLeast(redisVersion, "7.2"),
    "FIXED_DATABASE_RESP_VERSION_IS_NOT_SUPPORTED",
  );
  requireThat(
    !dataEvictionPolicy.endsWith("-lrm") || isAtLeast(redisVersion, "8.4"),
    "FIXED_DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION",
  );
}

function requireSize({
  memoryLimitInGb,
  replication,
  numberOfShards,
  enableDatabaseClustering,
}: EssentialsDatabase): void {
  requireThat(
    memoryLimitInGb !== undefined,
    "FIXED_DATABASE_PAYG_MEMORY_LIMIT_IN_GB_OR_DATA_SET_SIZE_IN_GB_IS_MISSING",
  );
  const dataset = replication ? memoryLimitInGb / 2 : memoryLimitInGb;
  requireThat(
    memoryLimitInGb >= DATABASE_MIN_SIZE_GB && dataset >= DATABASE_MIN_SIZE_GB / 2,
    "DATABASE_SIZE_TOO_SMALL",
  );
  requireThat(numberOfShards >= 1, "FIXED_DATABASE_NUMBER_OF_SHARDS_INVALID_VALUE");
  requireThat(
    numberOfShards === 1 || enableDatabaseClustering,
    "FIXED_DATABASE_NUMBER_OF_SHARDS_REQUIRES_DATABASE_CLUSTERING_ENABLED",
  );
}
