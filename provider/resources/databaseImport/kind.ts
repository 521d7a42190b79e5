import { databaseAction } from "../actions/kind";
import { PRO_DATABASE } from "../actions/parents";
import { databaseKind } from "../database/kind";

/** Imports into databases of Pro and Active-Active subscriptions. API: `/subscriptions/{id}/databases/{id}/import`. */
export const databaseImportKind = databaseAction({
  name: "databaseImport",
  noun: "import",
  on: databaseKind,
  parents: PRO_DATABASE,
  command: "databaseImportRequest",
  statusCommand: "databaseImportStatusRequest",
  path: ({ subscriptionId, databaseId }) => `/subscriptions/${subscriptionId}/databases/${databaseId}/import`,
});
