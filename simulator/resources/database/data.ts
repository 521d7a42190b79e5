import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { activeSubscription } from "../subscription/find";
import { inSeconds } from "./answer";
import { activeDatabase, type InPath } from "./find";
import type { DatabaseBackupRequest, DatabaseImportRequest } from "./requests";
import { DATABASE } from "./state";

/** Backups and imports move no data here: they only take time and report success. */

/** `POST …/backup`: to the configured path, or to one in the request. */
export function backUpDatabase(
  account: Account,
  command: InPath & { body: DatabaseBackupRequest },
): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  requireThat(database.remoteBackup || command.body.adhocBackupPath, "DATABASE_BACKUP_DISABLED");
  database.lastBackup = account.now;
  return response;
}

/** `GET …/backup`, which is a task. Its resource is empty before the first backup. */
export function getBackupStatus(account: Account, command: InPath): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  requireThat(database.remoteBackup, "DATABASE_BACKUP_DISABLED");
  const lastBackupTime = timeOf(database.lastBackup);
  return { ...response, resource: lastBackupTime ? { status: "success", lastBackupTime } : {} };
}

/** `POST …/import`: `import-pending`, `active`. */
export function importIntoDatabase(
  account: Account,
  command: InPath & { body: DatabaseImportRequest },
  taskId: string,
): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  database.lastImport = account.now;
  account.transition(database, "import-pending", taskId);
  account.schedule(database, "active", account.duration("databaseImport"));
  return response;
}

/** `GET …/import`, which is a task; unlike others it works on a database that is importing. */
export function getImportStatus(account: Account, { subscriptionId, databaseId }: InPath): TaskResponse {
  activeSubscription(account, subscriptionId);
  const database = account.collection(DATABASE).get(databaseId);
  requireThat(database?.subscriptionId === subscriptionId, "DATABASE_NOT_FOUND");
  const response = { resourceId: databaseId, additionalResourceId: subscriptionId };
  if (database.status === "import-pending") return { ...response, resource: { status: "importing" } };
  const lastImportTime = timeOf(database.lastImport);
  return { ...response, resource: lastImportTime ? { status: "success", lastImportTime } : {} };
}

function timeOf(at: number | undefined): string | undefined {
  return at === undefined ? undefined : inSeconds(at);
}
