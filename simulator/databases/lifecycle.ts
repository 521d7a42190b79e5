import type { Account } from "../account";
import { findRedisVersion, isAtLeast } from "../catalog";
import { pricingOfDryRun } from "../pricing";
import { insist } from "../refusal";
import type { Database, TaskResponse } from "../state";
import { activeSubscription, subscriptionOf } from "../subscriptions/lifecycle";
import type { CommandOf } from "../tasks/command";
import { insistOnChange } from "./changes";
import { defaultDatabase, giveIdentity } from "./defaults";
import { clusterMustGrow } from "./growth";
import { insistOnRules } from "./rules";
import { withSettings } from "./settings";

/**
 * Provisioning of databases. It can be performed in parallel, except that the creation of a database can make
 * its subscription `pending`: then no further one is created there until the subscription is `active` again.
 */

/** Creates a database: `draft`, `pending`, `active`. */
export function createDatabase(
  account: Account,
  { subscriptionId, body }: CommandOf<"databaseCreateRequest">,
  taskId: string,
): TaskResponse {
  const { status } = subscriptionOf(account, subscriptionId);
  insist(status !== "pending", "DATABASE_SUBSCRIPTION_IN_PENDING_STATUS");
  const subscription = activeSubscription(account, subscriptionId);
  const database = withSettings(defaultDatabase(account, subscription, body), body);
  insistOnRules(database, subscription, account.databasesOf(subscriptionId));
  if (body.dryRun) return { resource: { pricing: pricingOfDryRun(subscription, [database]) } };
  giveIdentity(account, database);
  database.visibleAt = account.now + account.duration("visibility");
  account.databases.add(database);
  account.enter(database, "draft", taskId);
  account.later(database, "pending", account.duration("databaseCreate") * 0.1);
  subscription.databasesCreated += 1;
  if (clusterMustGrow(account, subscription)) {
    account.enter(subscription, "pending", taskId);
    account.later(subscription, "active", account.duration("clusterGrowth"));
  }
  return { resourceId: database.databaseId, additionalResourceId: subscriptionId };
}

/** Changes a database: `active-change-pending`, `active`. A change to what it already is counts as one. */
export function updateDatabase(
  account: Account,
  command: CommandOf<"databaseUpdateRequest">,
  taskId: string,
): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  const subscription = subscriptionOf(account, command.subscriptionId);
  const siblings = account.databasesOf(command.subscriptionId).filter((sibling) => sibling !== database);
  insistOnChange(database, command.body);
  const changed = withSettings(database, command.body);
  insistOnRules(changed, subscription, siblings);
  if (command.body.dryRun) return { resource: { pricing: pricingOfDryRun(subscription, [changed]) } };
  Object.assign(database, changed);
  account.enter(database, "active-change-pending", taskId);
  account.later(database, "active", account.duration("databaseUpdate"));
  return response;
}

/** Deletes a database: `delete-pending`, gone. */
export function deleteDatabase(
  account: Account,
  command: CommandOf<"databaseDeleteRequest">,
  taskId: string,
): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  account.enter(database, "delete-pending", taskId);
  account.later(database, "gone", account.duration("databaseDelete"));
  return response;
}

/** Upgrades a database to a later Redis version: `active-upgrade-pending`, `active`. */
export function upgradeDatabase(
  account: Account,
  command: CommandOf<"databaseUpgradeRequest">,
  taskId: string,
): TaskResponse {
  const running = account.databases.get(command.databaseId)?.status === "active-upgrade-pending";
  insist(!running, "DATABASE_UPGRADE_IS_ALREADY_RUNNING");
  const { database, response } = activeDatabase(account, command);
  insist(database.protocol === "redis", "DATABASE_UPGRADE_OF_MEMCACHED_IS_NOT_SUPPORTED");
  const targetRedisVersion = findRedisVersion(command.body.targetRedisVersion, account.options);
  insist(
    targetRedisVersion && !isAtLeast(database.redisVersion, targetRedisVersion),
    "DATABASE_UPGRADE_INVALID_REDIS_VERSION",
  );
  const duration = account.duration("databaseUpgrade");
  database.upgrade = { targetRedisVersion, start: account.now, end: account.now + duration, done: false };
  account.enter(database, "active-upgrade-pending", taskId);
  account.later(database, "active", duration);
  return response;
}

/** What happens when a database reaches the state it was due for. */
export function arriveDatabase(account: Account, database: Database, to: string): void {
  if (to === "gone") {
    account.remove(database);
    return;
  }
  database.lastModified = account.now;
  if (to === "error") {
    if (!database.upgrade?.done) database.upgrade = undefined;
    account.enter(database, "error");
    return;
  }
  if (to === "pending") {
    account.enter(database, "pending");
    account.later(database, "active", account.duration("databaseCreate") * 0.9);
    return;
  }
  database.activatedOn ??= account.now;
  if (database.upgrade && !database.upgrade.done) finishUpgrade(database, database.upgrade);
  account.enter(database, "active");
}

/**
 * The database a task works on, which has to be `active`, and so has its subscription; one in `error`, or in a
 * subscription in `error`, can still be worked on, for else nothing could ever be done about it.
 */
export function activeDatabase(
  account: Account,
  { subscriptionId, databaseId }: { subscriptionId: number; databaseId: number },
): { database: Database; response: TaskResponse } {
  const { status } = subscriptionOf(account, subscriptionId);
  insist(status === "active" || status === "error", "SUBSCRIPTION_NOT_ACTIVE");
  const database = account.databases.get(databaseId);
  insist(database?.subscriptionId === subscriptionId, "DATABASE_NOT_FOUND");
  insist(database.status === "active" || database.status === "error", "DATABASE_NOT_ACTIVE");
  return { database, response: { resourceId: databaseId, additionalResourceId: subscriptionId } };
}

/** From Redis 8 on the former modules are part of Redis, hence no longer modules of the database. */
function finishUpgrade(database: Database, upgrade: NonNullable<Database["upgrade"]>): void {
  upgrade.done = true;
  database.redisVersion = upgrade.targetRedisVersion;
  if (isAtLeast(database.redisVersion, "8.0")) database.modules = [];
}
