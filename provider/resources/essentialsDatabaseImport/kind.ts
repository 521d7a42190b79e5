import { databaseAction } from "../actions/kind";
import { essentialsDatabaseKind } from "../essentialsDatabase/kind";

/** Imports into databases of Essentials subscriptions. API: `/fixed/subscriptions/{id}/databases/{id}/import`. */
export const essentialsDatabaseImportKind = databaseAction({
  name: "essentialsDatabaseImport",
  noun: "import",
  on: essentialsDatabaseKind,
  command: "fixedDatabaseImportRequest",
  statusCommand: "databaseImportStatusRequest",
  path: ({ subscriptionId, databaseId }) =>
    `/fixed/subscriptions/${subscriptionId}/databases/${databaseId}/import`,
});
