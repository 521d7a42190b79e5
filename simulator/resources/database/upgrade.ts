import type { Account } from "../../account";
import { notFound } from "../../http/errors";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { EssentialsDatabase } from "../essentialsDatabase/state";
import { findRedisVersion, isAtLeast, REDIS_VERSIONS } from "./catalog";
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
  startUpgrade(
    account,
    database,
    command.body.targetRedisVersion,
    () => account.duration("databaseUpgrade"),
    taskId,
  );
  return response;
}

/** Starts the upgrade of an active database. */
export function startUpgrade(
  account: Account,
  database: Database | EssentialsDatabase,
  target: string,
  drawDuration: () => number,
  taskId: string,
): void {
  requireThat(database.protocol !== "memcached", "DATABASE_UPGRADE_OF_MEMCACHED_IS_NOT_SUPPORTED");
  const targetRedisVersion = findRedisVersion(target, account.options);
  requireThat(
    targetRedisVersion && !isAtLeast(database.redisVersion, targetRedisVersion),
    "DATABASE_UPGRADE_INVALID_REDIS_VERSION",
  );
  const duration = drawDuration();
  database.upgrade = { targetRedisVersion, start: account.now, end: account.now + duration, done: false };
  account.transition(database, "active-upgrade-pending", taskId);
  account.schedule(database, "active", duration);
}

/** Completes an upgrade. From Redis 8 on, the former modules are part of Redis, and so not of the database. */
export function finishUpgrade(
  database: Database | EssentialsDatabase,
  upgrade: NonNullable<Database["upgrade"]>,
): void {
  upgrade.done = true;
  database.redisVersion = upgrade.targetRedisVersion;
  if (isAtLeast(database.redisVersion, "8.0")) database.modules = [];
}

/** `GET …/upgrade` @throws ApiError 404 for a database that was never upgraded */
export function upgradeAnswer({ upgrade, id }: Pick<Database, "upgrade" | "id">, now: number) {
  if (!upgrade) throw notFound("The database was never upgraded.");
  const { targetRedisVersion, start, end, done } = upgrade;
  const part = (now - start) / (end - start || 1);
  const progress = done ? 100 : Math.floor(part * 100);
  return { databaseId: id, targetRedisVersion, progress, upgradeStatus: done ? "done" : "in-progress" };
}

/** `GET …/available-target-versions` */
export function laterVersionsAnswer({ redisVersion }: Pick<Database, "redisVersion">) {
  const later = REDIS_VERSIONS.filter(
    ({ version, isPreview }) => !isPreview && !isAtLeast(redisVersion, version),
  );
  return { targets: later.map(({ version }) => ({ redisVersion: version })) };
}
