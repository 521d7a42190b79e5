import type { Account } from "../account";
import { insist } from "../refusal";
import type { TaskResponse } from "../state";
import { activeSubscription } from "../subscriptions/lifecycle";
import type { CommandOf } from "../tasks/command";
import { inSeconds } from "./answer";
import { activeDatabase } from "./lifecycle";

/** Backups and imports move no data here: they only take their time and report success. */

/** `POST …/backup`: to the configured place, or to one that the request names. */
export function backUpDatabase(account: Account, command: CommandOf<"databaseBackupRequest">): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  insist(database.remoteBackup || command.body.adhocBackupPath, "DATABASE_BACKUP_DISABLED");
  database.lastBackup = account.now;
  return response;
}

/** `GET …/backup`, which is a task. Its resource is empty until there was one. */
export function getBackupStatus(
  account: Account,
  command: CommandOf<"databaseBackupStatusRequest">,
): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  insist(database.remoteBackup, "DATABASE_BACKUP_DISABLED");
  const lastBackupTime = timeOf(database.lastBackup);
  return { ...response, resource: lastBackupTime ? { status: "success", lastBackupTime } : {} };
}

/** `POST …/import`: `import-pending`, `active`. */
export function importIntoDatabase(
  account: Account,
  command: CommandOf<"databaseImportRequest">,
  taskId: string,
): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  database.lastImport = account.now;
  account.enter(database, "import-pending", taskId);
  account.later(database, "active", account.duration("databaseImport"));
  return response;
}

/** `GET …/import`, which is a task; unlike others it works on a database that is importing. */
export function getImportStatus(
  account: Account,
  { subscriptionId, databaseId }: CommandOf<"databaseImportStatusRequest">,
): TaskResponse {
  activeSubscription(account, subscriptionId);
  const database = account.databases.get(databaseId);
  insist(database?.subscriptionId === subscriptionId, "DATABASE_NOT_FOUND");
  const response = { resourceId: databaseId, additionalResourceId: subscriptionId };
  if (database.status === "import-pending") return { ...response, resource: { status: "importing" } };
  const lastImportTime = timeOf(database.lastImport);
  return { ...response, resource: lastImportTime ? { status: "success", lastImportTime } : {} };
}

function timeOf(at: number | undefined): string | undefined {
  return at === undefined ? undefined : inSeconds(at);
}
