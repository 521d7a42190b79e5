import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { activeSubscription } from "../subscription/find";
import { inSeconds } from "./answerParts";
import { activeDatabase, type InPath } from "./find";
import { inRegion } from "./locals";
import type { DatabaseBackupRequest, DatabaseImportRequest } from "./requests";
import { DATABASE, type Database } from "./state";

/** Backups and imports move no data here: they only take time and report success. */

/** `POST …/backup`: to the configured path, or to one in the request. */
export function backUpDatabase(
  account: Account,
  command: InPath & { body: DatabaseBackupRequest },
): TaskResponse {
  const { database: whole, response } = activeDatabase(account, command);
  const database = inRegionNamed(whole, command.body.regionName);
  requireThat(database.remoteBackup || command.body.adhocBackupPath, "DATABASE_BACKUP_DISABLED");
  whole.lastBackup = account.now;
  return response;
}

/** The database in the region that a request for a backup names: one of an Active-Active database has to be named. */
function inRegionNamed(database: Database, regionName: string | undefined): Database {
  if (!database.locals) {
    const code = "BACKUP_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION";
    requireThat(regionName === undefined, code);
    return database;
  }
  requireThat(regionName !== undefined, "ACTIVE_ACTIVE_BACKUP_MISSING_REGION_NAME");
  const local = database.locals[regionName];
  requireThat(local, "ACTIVE_ACTIVE_INVALID_BACKUP_REGION_NAME");
  return inRegion(database, local);
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
