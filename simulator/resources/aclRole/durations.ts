import type { DurationRange } from "../../settings";

/** Durations of operations on database access roles, in simulated seconds. */
export interface AclRoleDurations {
  /** @default [5, 20] */
  aclRoleCreate: DurationRange;
  /** @default [5, 20] */
  aclRoleUpdate: DurationRange;
  /** @default [2, 15] */
  aclRoleDelete: DurationRange;
  /** How long a role or a user is `active` after its own change, before it becomes `pending` again. @default [1, 5] */
  aclFlip: DurationRange;
  /** How long a role or a user is `pending` then, and when something related changes. @default [2, 8] */
  aclSettle: DurationRange;
}

export const aclRoleDurations: AclRoleDurations = {
  aclRoleCreate: [5, 20],
  aclRoleUpdate: [5, 20],
  aclRoleDelete: [2, 15],
  aclFlip: [1, 5],
  aclSettle: [2, 8],
};
