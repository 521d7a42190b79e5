import { databaseAction } from "../actions/kind";
import { activeActiveDatabaseKind } from "../activeActiveDatabase/kind";
import { activeActiveRegionKind } from "../activeActiveRegion/kind";
import { PRO_SUBSCRIPTION } from "../connectivity";
import { databaseKind } from "../database/kind";

/** Backups on demand of Pro and Active-Active databases. API: `/subscriptions/{id}/databases/{id}/backup`. */
export const databaseBackupKind = databaseAction({
  name: "databaseBackup",
  noun: "backup",
  on: databaseKind,
  parents: [
    PRO_SUBSCRIPTION,
    {
      argument: "databaseId",
      noun: "database",
      kind: databaseKind,
      kinds: [databaseKind, activeActiveDatabaseKind],
    },
    {
      argument: "regionName",
      noun: "region",
      optional: {
        within: activeActiveDatabaseKind.name,
        list: activeActiveRegionKind,
        id: ({ name }) => name,
      },
    },
  ],
  command: "databaseBackupRequest",
  statusCommand: "databaseBackupStatusRequest",
  path: ({ subscriptionId, databaseId, regionName }) => {
    const region = regionName === undefined ? "" : `?regionName=${regionName}`;
    return `/subscriptions/${subscriptionId}/databases/${databaseId}/backup${region}`;
  },
});
