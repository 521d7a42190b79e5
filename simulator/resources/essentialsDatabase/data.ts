import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { backupFailure } from "../database/data";
import type { InPath } from "../database/find";
import { requireImportSources } from "../database/importSources";
import type { DatabaseImportRequest } from "../database/requests";
import { activeEssentialsDatabase } from "./find";
import type { EssentialsBackupRequest } from "./requests";

/** `POST …/backup`: to the configured path, or to one in the request. */
export function backUp(account: Account, command: InPath & { body: EssentialsBackupRequest }): TaskResponse {
  const { database, response } = activeEssentialsDatabase(account, command);
  requireThat(database.backupPath || command.body.adhocBackupPath, "DATABASE_BACKUP_DISABLED");
  database.lastBackup = account.now + account.duration("essentialsDatabaseBackup");
  database.backupFailure = backupFailure(account, database, "fixedDatabaseBackupRequest");
  return response;
}

/** `POST …/import`: `import-pending`, `active`. */
export function importData(
  account: Account,
  command: InPath & { body: DatabaseImportRequest },
  taskId: string,
): TaskResponse {
  const { database, response } = activeEssentialsDatabase(account, command);
  requireImportSources(command.body);
  database.lastImport = account.now;
  database.importFailure = undefined;
  account.transition(database, "import-pending", taskId);
  account.schedule(database, "active", account.duration("essentialsDatabaseImport"));
  return response;
}
