import type { DurationRange } from "../../settings";

/** Durations of operations on users of databases, in simulated seconds. */
export interface AclUserDurations {
  /** @default [5, 20] */
  aclUserCreate: DurationRange;
  /** @default [5, 20] */
  aclUserUpdate: DurationRange;
  /** @default [2, 15] */
  aclUserDelete: DurationRange;
}

export const aclUserDurations: AclUserDurations = {
  aclUserCreate: [5, 20],
  aclUserUpdate: [5, 20],
  aclUserDelete: [2, 15],
};
