import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { inSeconds } from "../database/answerParts";
import type { InPath } from "../database/find";
import { activeEssentialsDatabase } from "./find";
import type { EssentialsBackupRequest } from "./requests";
import { ESSENTIALS_DATABASE } from "./state";

/** Backups and imports move no data here, as with Pro databases: they only take time and report success. */

/** `POST …/backup`: to the configured path, or to one in the request. */
export function backUp(account: Account, command: InPath & { body: EssentialsBackupRequest }): TaskResponse {
  const { database, response } = activeEssentialsDatabase(account, command);
  requireThat(database.backupPath || command.body.adhocBackupPath, "DATABASE_BACKUP_DISABLED");
  database.lastBackup = account.now;
  return response;
}

/** `GET …/backup`, which is a task. */
export function getBackupStatus(account: Account, command: InPath): TaskResponse {
  const { database, response } = activeEssentialsDatabase(account, command);
  requireThat(database.backupPath, "DATABASE_BACKUP_DISABLED");
  const { lastBackup } = database;
  const resource =
    lastBackup === undefined ? {} : { status: "success", lastBackupTime: inSeconds(lastBackup) };
  return { ...response, resource };
}

/** `POST …/import`: `import-pending`, `active`. */
export function importData(
  account: Account,
  command: InPath & { body: unknown },
  taskId: string,
): TaskResponse {
  const { database, response } = activeEssentialsDatabase(account, command);
  database.lastImport = account.now;
  account.transition(database, "import-pending", taskId);
  account.schedule(database, "active", account.duration("essentialsDatabaseImport"));
  return response;
}

/** `GET …/import`, which is a task; unlike others it works on a database that is importing. */
export function getImportStatus(account: Account, { subscriptionId, databaseId }: InPath): TaskResponse {
  const database = account.collection(ESSENTIALS_DATABASE).get(databaseId);
  requireThat(database?.subscriptionId === subscriptionId, "DATABASE_NOT_FOUND");
  const response = { resourceId: databaseId, additionalResourceId: subscriptionId };
  const { lastImport, status } = database;
  if (status === "import-pending") return { ...response, resource: { status: "importing" } };
  const resource =
    lastImport === undefined ? {} : { status: "success", lastImportTime: inSeconds(lastImport) };
  return { ...response, resource };
}
