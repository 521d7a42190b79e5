import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import { requirePasswordChange } from "../database/changes";
import { freePort } from "../database/defaults";
import type { InPath } from "../database/find";
import { GENERATED_PASSWORD_LENGTH } from "../database/limits";
import type { DatabaseUpgradeRequest } from "../database/requests";
import { startUpgrade } from "../database/upgrade";
import { essentialsSubscriptionOf, planOf } from "../essentialsSubscription/find";
import { backUp, importData } from "./data";
import { activeEssentialsDatabase } from "./find";
import { requirePlanSupports } from "./plan";
import type { EssentialsDatabaseCreateRequest, EssentialsDatabaseUpdateRequest } from "./requests";
import { requireEssentialsRules } from "./rules";
import { defaultEssentialsDatabase, withEssentialsSettings } from "./settings";
import { ESSENTIALS_DATABASE } from "./state";

/** What the tasks of Essentials databases do when they are processed. */
export const essentialsDatabaseCommands = {
  fixedDatabaseCreateRequest: createEssentialsDatabase,
  fixedDatabaseUpdateRequest: updateEssentialsDatabase,
  fixedDatabaseDeleteRequest: deleteEssentialsDatabase,
  fixedDatabaseUpgradeRedisVersionRequest: upgradeEssentialsDatabase,
  fixedDatabaseBackupRequest: backUp,
  fixedDatabaseImportRequest: importData,
} satisfies CommandHandlers;

/** Creates a database: `draft`, `pending`, `active`. */
function createEssentialsDatabase(
  account: Account,
  { subscriptionId, body }: { subscriptionId: number; body: EssentialsDatabaseCreateRequest },
  taskId: string,
): TaskResponse {
  const subscription = essentialsSubscriptionOf(account, subscriptionId);
  requireThat(subscription.status !== "pending", "DATABASE_SUBSCRIPTION_IN_PENDING_STATUS");
  requireThat(subscription.status === "active", "SUBSCRIPTION_NOT_ACTIVE");
  const plan = planOf(subscription);
  requirePlanSupports(plan, body);
  const siblings = account.collection(ESSENTIALS_DATABASE).inSubscription(subscriptionId);
  const database = withEssentialsSettings(
    defaultEssentialsDatabase(account, subscriptionId, plan, body),
    body,
  );
  if (body.password === undefined) database.password = account.random.alphanumeric(GENERATED_PASSWORD_LENGTH);
  requireEssentialsRules(database, plan, siblings);
  requireThat(
    siblings.length < plan.maximumDatabases,
    "FIXED_DATABASE_FIXED_SUBSCRIPTION_REACHED_MAX_DATABASES_COUNT",
  );
  database.id = account.newId();
  database.port = freePort(account);
  database.visibleAt = account.now + account.duration("visibility");
  account.add(database, taskId);
  account.schedule(database, "pending", account.duration("essentialsDatabaseCreate") * 0.1);
  return { resourceId: database.id, additionalResourceId: subscriptionId };
}

/** Changes a database: `active-change-pending`, `active`. */
function updateEssentialsDatabase(
  account: Account,
  command: InPath & { body: EssentialsDatabaseUpdateRequest },
  taskId: string,
): TaskResponse {
  const { database, subscription, response } = activeEssentialsDatabase(account, command);
  const plan = planOf(subscription);
  requirePasswordChange(database, command.body);
  requirePlanSupports(plan, command.body);
  const siblings = account
    .collection(ESSENTIALS_DATABASE)
    .inSubscription(command.subscriptionId)
    .filter((sibling) => sibling !== database);
  const changed = withEssentialsSettings(database, command.body);
  requireEssentialsRules(changed, plan, siblings);
  Object.assign(database, changed);
  account.transition(database, "active-change-pending", taskId);
  account.schedule(database, "active", account.duration("essentialsDatabaseUpdate"));
  return response;
}

/** Deletes a database: `delete-pending`, gone. */
function deleteEssentialsDatabase(account: Account, command: InPath, taskId: string): TaskResponse {
  const { database, response } = activeEssentialsDatabase(account, command);
  account.transition(database, "delete-pending", taskId);
  account.schedule(database, "gone", account.duration("essentialsDatabaseDelete"));
  return response;
}

/** Upgrades a database to a later Redis version: `active-upgrade-pending`, `active`. */
function upgradeEssentialsDatabase(
  account: Account,
  command: InPath & { body: DatabaseUpgradeRequest },
  taskId: string,
): TaskResponse {
  const running = account.collection(ESSENTIALS_DATABASE).get(command.databaseId)?.status;
  requireThat(running !== "active-upgrade-pending", "DATABASE_UPGRADE_IS_ALREADY_RUNNING");
  const { database, response } = activeEssentialsDatabase(account, command);
  const duration = () => account.duration("essentialsDatabaseUpgrade");
  startUpgrade(account, database, command.body.targetRedisVersion, duration, taskId);
  return response;
}
