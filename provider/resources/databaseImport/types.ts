import type { ImportInputs, ImportOutputs } from "../actions/types";

/** An import into a database of a Pro or Active-Active subscription. API: `DatabaseImportRequest`. */
export interface DatabaseImportInputs extends ImportInputs {
  /** ID of the subscription: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /** ID of the database: `database.databaseId`. A change replaces. */
  databaseId: number;
}

/** What the API reports of an import. */
export interface DatabaseImportOutputs extends ImportOutputs {}
