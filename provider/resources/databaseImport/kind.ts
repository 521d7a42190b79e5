import { databaseAction } from "../actions/kind";
import { activeActiveDatabaseKind } from "../activeActiveDatabase/kind";
import { PRO_SUBSCRIPTION } from "../connectivity";
import { databaseKind } from "../database/kind";

/** Imports into databases of Pro and Active-Active subscriptions. API: `/subscriptions/{id}/databases/{id}/import`. */
export const databaseImportKind = databaseAction({
  name: "databaseImport",
  noun: "import",
  on: databaseKind,
  parents: [
    PRO_SUBSCRIPTION,
    {
      argument: "databaseId",
      noun: "database",
      kind: databaseKind,
      kinds: [databaseKind, activeActiveDatabaseKind],
    },
  ],
  command: "databaseImportRequest",
  statusCommand: "databaseImportStatusRequest",
  path: ({ subscriptionId, databaseId }) => `/subscriptions/${subscriptionId}/databases/${databaseId}/import`,
});
