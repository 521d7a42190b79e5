import type { DurationRange } from "../../settings";

/** Durations of operations on cloud accounts, in simulated seconds. */
export interface CloudAccountDurations {
  /** @default [10, 50] */
  cloudAccountCreate: DurationRange;
  /** @default [10, 60] */
  cloudAccountUpdate: DurationRange;
  /** @default [10, 60] */
  cloudAccountDelete: DurationRange;
}

export const cloudAccountDurations: CloudAccountDurations = {
  cloudAccountCreate: [10, 50],
  cloudAccountUpdate: [10, 60],
  cloudAccountDelete: [10, 60],
};
