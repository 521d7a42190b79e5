import { databaseAction } from "../actions/kind";
import { essentialsDatabaseKind } from "../essentialsDatabase/kind";

/** Backups of Essentials databases on demand. API: `/fixed/subscriptions/{id}/databases/{id}/backup`. */
export const essentialsDatabaseBackupKind = databaseAction({
  name: "essentialsDatabaseBackup",
  noun: "backup",
  on: essentialsDatabaseKind,
  command: "fixedDatabaseBackupRequest",
  statusCommand: "databaseBackupStatusRequest",
  path: ({ subscriptionId, databaseId }) =>
    `/fixed/subscriptions/${subscriptionId}/databases/${databaseId}/backup`,
});
