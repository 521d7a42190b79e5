import type { ImportInputs, ImportOutputs } from "../actions/types";

/** An import into a database of an Essentials subscription. API: `FixedDatabaseImportRequest`. */
export interface EssentialsDatabaseImportInputs extends ImportInputs {
  /** ID of the Essentials subscription: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /** ID of the database: `database.databaseId`. A change replaces. */
  databaseId: number;
}

/** What the API reports of an import. */
export interface EssentialsDatabaseImportOutputs extends ImportOutputs {}
