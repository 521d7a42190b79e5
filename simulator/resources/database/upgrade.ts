import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { findRedisVersion, isAtLeast } from "./catalog";
import { activeDatabase, type InPath } from "./find";
import type { DatabaseUpgradeRequest } from "./requests";
import { DATABASE, type Database } from "./state";

/** Upgrades a database to a later Redis version: `active-upgrade-pending`, `active`. */
export function upgradeDatabase(
  account: Account,
  command: InPath & { body: DatabaseUpgradeRequest },
  taskId: string,
): TaskResponse {
  const running = account.collection(DATABASE).get(command.databaseId)?.status === "active-upgrade-pending";
  requireThat(!running, "DATABASE_UPGRADE_IS_ALREADY_RUNNING");
  const { database, response } = activeDatabase(account, command);
  requireThat(!database.locals, "ACTIVE_ACTIVE_DATABASE_UPGRADE_IS_NOT_SUPPORTED");
  requireThat(database.protocol === "redis", "DATABASE_UPGRADE_OF_MEMCACHED_IS_NOT_SUPPORTED");
  const targetRedisVersion = findRedisVersion(command.body.targetRedisVersion, account.options);
  requireThat(
    targetRedisVersion && !isAtLeast(database.redisVersion, targetRedisVersion),
    "DATABASE_UPGRADE_INVALID_REDIS_VERSION",
  );
  const duration = account.duration("databaseUpgrade");
  database.upgrade = { targetRedisVersion, start: account.now, end: account.now + duration, done: false };
  account.transition(database, "active-upgrade-pending", taskId);
  account.schedule(database, "active", duration);
  return response;
}

/** Completes an upgrade. From Redis 8 on, the former modules are part of Redis, and so not of the database. */
export function finishUpgrade(database: Database, upgrade: NonNullable<Database["upgrade"]>): void {
  upgrade.done = true;
  database.redisVersion = upgrade.targetRedisVersion;
  if (isAtLeast(database.redisVersion, "8.0")) database.modules = [];
}
