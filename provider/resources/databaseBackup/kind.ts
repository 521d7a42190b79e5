import { databaseAction } from "../actions/kind";
import { PRO_DATABASE, REGION_NAME } from "../actions/parents";
import { databaseKind } from "../database/kind";

/** Backups on demand of Pro and Active-Active databases. API: `/subscriptions/{id}/databases/{id}/backup`. */
export const databaseBackupKind = databaseAction({
  name: "databaseBackup",
  noun: "backup",
  on: databaseKind,
  parents: [...PRO_DATABASE, REGION_NAME],
  command: "databaseBackupRequest",
  statusCommand: "databaseBackupStatusRequest",
  path: ({ subscriptionId, databaseId, regionName }) => {
    const region = regionName === undefined ? "" : `?regionName=${regionName}`;
    return `/subscriptions/${subscriptionId}/databases/${databaseId}/backup${region}`;
  },
});
