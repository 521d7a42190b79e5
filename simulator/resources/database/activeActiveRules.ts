import { requireThat } from "../../refusal";
import { REDIS_VERSIONS } from "./catalog";
import type { Database } from "./state";

/** The modules that Active-Active databases can have, after the vendor's Terraform provider. */
const MODULES = ["RedisJSON", "RediSearch"];

/** Checks what an Active-Active database cannot have. */
export function requireActiveActive(database: Database): void {
  const { protocol, replication, replica, modules, redisVersion, queryPerformanceFactor } = database;
  requireThat(protocol === "redis", "ACTIVE_ACTIVE_DATABASE_MEMCACHED_PROTOCOL_IS_NOT_ALLOWED");
  requireThat(replication, "ACTIVE_ACTIVE_DATABASE_REPLICATION_CANNOT_BE_FALSE");
  requireThat(!replica, "ACTIVE_ACTIVE_DATABASE_REPLICA_OF_NOT_SUPPORTED");
  const isSupported = modules.every(({ name }) => MODULES.includes(name));
  requireThat(isSupported, "ACTIVE_ACTIVE_DATABASE_MODULE_IS_NOT_SUPPORTED");
  const version = REDIS_VERSIONS.find((one) => one.version === redisVersion);
  requireThat(!version?.isPreview, "ACTIVE_ACTIVE_DATABASE_PREVIEW_REDIS_VERSION_IS_NOT_SUPPORTED");
  // The document has this code, and the vendor's clients send the field: the default is accepted.
  requireThat(
    queryPerformanceFactor === "Standard",
    "DATABASE_QUERY_PERFORMANCE_FACTOR_IS_NOT_SUPPORTED_ON_ACTIVE_ACTIVE",
  );
}
