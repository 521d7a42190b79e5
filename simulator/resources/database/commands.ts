import type { CommandHandlers } from "../../tasks/command";
import { createDatabase } from "./create";
import { backUpDatabase, flushDatabase, importIntoDatabase } from "./data";
import { getBackupStatus, getImportStatus } from "./dataStatus";
import { deleteDatabase } from "./delete";
import { updateDatabase } from "./update";
import { upgradeDatabase } from "./upgrade";

/** The effects of tasks of databases, when they are processed. */
export const databaseCommands = {
  databaseCreateRequest: createDatabase,
  databaseUpdateRequest: updateDatabase,
  databaseDeleteRequest: deleteDatabase,
  databaseUpgradeRequest: upgradeDatabase,
  databaseBackupRequest: backUpDatabase,
  databaseBackupStatusRequest: getBackupStatus,
  databaseImportRequest: importIntoDatabase,
  databaseImportStatusRequest: getImportStatus,
  // Not recorded; named after the request, as the others are.
  crdbFlushRequest: flushDatabase,
} satisfies CommandHandlers;
