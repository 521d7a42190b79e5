import type { BackupInputs, BackupOutputs } from "../actions/types";

/** A backup of a database in an Essentials subscription, on demand. API: `FixedDatabaseBackupRequest`. */
export interface EssentialsDatabaseBackupInputs extends BackupInputs {
  /** ID of the Essentials subscription: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /** ID of the database: `database.databaseId`. A change replaces. */
  databaseId: number;
}

/** What the API reports of a backup. */
export interface EssentialsDatabaseBackupOutputs extends BackupOutputs {}
