import type { BackupInputs, BackupOutputs } from "../actions/types";

/** A backup of a database in a Pro or Active-Active subscription, on demand. API: `DatabaseBackupRequest`. */
export interface DatabaseBackupInputs extends BackupInputs {
  /** ID of the subscription: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /** ID of the database: `database.databaseId`. A change replaces. */
  databaseId: number;
  /**
   * The region to back up, e.g. `us-east-1`. Required for a database of an Active-Active subscription, of which each
   * region is backed up by itself; not for others. A change replaces.
   */
  regionName?: string;
}

/** What the API reports of a backup. */
export interface DatabaseBackupOutputs extends BackupOutputs {}
