import type { Account } from "../../account";
import { strikeAction } from "../../faults/strikes";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { AnyDatabase } from "../databases";
import { activeDatabase, type InPath } from "./find";
import { requireImportSources } from "./importSources";
import type { DatabaseBackupRequest, DatabaseImportRequest } from "./requests";
import type { Database, LocalDatabase } from "./state";

/*
 * A backup moves no data here: it only takes time and reports success, unless a fault makes it fail. The reasons of failures
 * are among those that Redis Enterprise has; which ones Redis Cloud passes on is recorded nowhere.
 */

/** Why a backup that begins now is going to fail; undefined if it is not. */
export const backupFailure = (
  account: Account,
  database: AnyDatabase,
  commandType: string,
): string | undefined => (strikeAction(account, database, commandType) ? "no-permission" : undefined);

/** Why an import fails that a fault struck. */
export const IMPORT_FAILURE = "file-corrupted";

/** `POST …/backup`: to the configured path, or to one in the request. Of an Active-Active database, one region. */
export function backUpDatabase(
  account: Account,
  command: InPath & { body: DatabaseBackupRequest },
): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  const { regionName, adhocBackupPath } = command.body;
  const inRegion = regionNamed(database, regionName, BACKUP);
  requireThat(inRegion.remoteBackup || adhocBackupPath, "DATABASE_BACKUP_DISABLED");
  inRegion.lastBackup = account.now + account.duration("databaseBackup");
  inRegion.backupFailure = backupFailure(account, database, "databaseBackupRequest");
  return response;
}

/**
 * `PUT …/flush`: deletes all data. The document calls it an operation on Pro databases; its error code says that they
 * have to be Active-Active ones.
 */
export function flushDatabase(account: Account, command: InPath): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  requireThat(database.locals, "CRDB_FLUSH_ACTION_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION");
  database.flushes = (database.flushes ?? 0) + 1;
  account.changed = true;
  return response;
}

/** Codes with which a region is refused. */
interface RegionCodes {
  readonly missing: Parameters<typeof requireThat>[1];
  readonly invalid: Parameters<typeof requireThat>[1];
  readonly notAllowed: Parameters<typeof requireThat>[1];
}

const BACKUP: RegionCodes = {
  missing: "ACTIVE_ACTIVE_BACKUP_MISSING_REGION_NAME",
  invalid: "ACTIVE_ACTIVE_INVALID_BACKUP_REGION_NAME",
  notAllowed: "BACKUP_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
};

export const BACKUP_STATUS: RegionCodes = {
  missing: "ACTIVE_ACTIVE_BACKUP_STATUS_MISSING_REGION_NAME",
  invalid: "ACTIVE_ACTIVE_INVALID_BACKUP_STATUS_REGION_NAME",
  notAllowed: "BACKUP_STATUS_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
};

/** What the database has in the region that a request names: one of an Active-Active database has to be named. */
export function regionNamed(
  database: Database,
  regionName: string | undefined,
  codes: RegionCodes,
): Database | LocalDatabase {
  if (!database.locals) {
    requireThat(regionName === undefined, codes.notAllowed);
    return database;
  }
  requireThat(regionName !== undefined, codes.missing);
  const local = database.locals[regionName];
  requireThat(local, codes.invalid);
  return local;
}

/** `POST …/import`: `import-pending`, `active`. */
export function importIntoDatabase(
  account: Account,
  command: InPath & { body: DatabaseImportRequest },
  taskId: string,
): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  requireImportSources(command.body);
  database.lastImport = account.now;
  database.importFailure = undefined;
  account.transition(database, "import-pending", taskId);
  account.schedule(database, "active", account.duration("databaseImport"));
  return response;
}
