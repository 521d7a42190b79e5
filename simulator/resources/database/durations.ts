import type { DurationRange } from "../../settings";

/** Durations of operations on databases, in simulated seconds. */
export interface DatabaseDurations {
  /** @default [60, 180] */
  databaseCreate: DurationRange;
  /** @default [5, 180] */
  databaseUpdate: DurationRange;
  /** Upgrade of the Redis version. @default [120, 300] */
  databaseUpgrade: DurationRange;
  /** Backup on demand. @default [10, 120] */
  databaseBackup: DurationRange;
  /** Import of data. @default [10, 120] */
  databaseImport: DurationRange;
  /** @default [30, 90] */
  databaseDelete: DurationRange;
}

export const databaseDurations: DatabaseDurations = {
  databaseCreate: [60, 180],
  databaseUpdate: [5, 180],
  databaseUpgrade: [120, 300],
  databaseBackup: [10, 120],
  databaseImport: [10, 120],
  databaseDelete: [30, 90],
};
