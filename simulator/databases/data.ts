import type { Account } from "../account";
import { insist } from "../refusal";
import type { TaskResponse } from "../state";
import type { CommandOf } from "../tasks/command";
import { activeDatabase } from "./lifecycle";

/** Backups and imports move no data here: they only take their time and report success. */

/** `POST …/backup`: to the configured place, or to one that the request names. */
export function backUpDatabase(account: Account, command: CommandOf<"databaseBackupRequest">): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  insist(database.remoteBackup || command.body.adhocBackupPath, "DATABASE_BACKUP_DISABLED");
  return response;
}

/** `GET …/backup`, which is a task. */
export function getBackupStatus(
  account: Account,
  command: CommandOf<"databaseBackupStatusRequest">,
): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  insist(database.remoteBackup, "DATABASE_BACKUP_DISABLED");
  return { ...response, resource: {} };
}

/** `POST …/import`: `import-pending`, `active`. */
export function importIntoDatabase(
  account: Account,
  command: CommandOf<"databaseImportRequest">,
  taskId: string,
): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  account.enter(database, "import-pending", taskId);
  account.later(database, "active", account.duration("databaseImport"));
  return response;
}

/** `GET …/import`, which is a task. */
export function getImportStatus(
  account: Account,
  { subscriptionId, databaseId }: CommandOf<"databaseImportStatusRequest">,
): TaskResponse {
  insist(account.databases.get(databaseId)?.subscriptionId === subscriptionId, "DATABASE_NOT_FOUND");
  return { resourceId: databaseId, additionalResourceId: subscriptionId, resource: {} };
}
