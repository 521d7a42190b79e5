import type { DurationRange } from "../../settings";

/** How long what happens to Essentials databases takes, in simulated seconds. */
export interface EssentialsDatabaseDurations {
  /** @default [20, 120] */
  essentialsDatabaseCreate: DurationRange;
  /** @default [5, 60] */
  essentialsDatabaseUpdate: DurationRange;
  /** Upgrade of the Redis version. @default [60, 240] */
  essentialsDatabaseUpgrade: DurationRange;
  /** Backup on demand. @default [10, 120] */
  essentialsDatabaseBackup: DurationRange;
  /** Import of data. @default [10, 120] */
  essentialsDatabaseImport: DurationRange;
  /** @default [10, 60] */
  essentialsDatabaseDelete: DurationRange;
}

export const essentialsDatabaseDurations: EssentialsDatabaseDurations = {
  essentialsDatabaseCreate: [20, 120],
  essentialsDatabaseUpdate: [5, 60],
  essentialsDatabaseUpgrade: [60, 240],
  essentialsDatabaseBackup: [10, 120],
  essentialsDatabaseImport: [10, 120],
  essentialsDatabaseDelete: [10, 60],
};
