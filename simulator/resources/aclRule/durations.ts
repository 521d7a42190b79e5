import type { DurationRange } from "../../settings";

/** Durations of operations on Redis ACL rules, in simulated seconds. */
export interface AclRuleDurations {
  /** @default [2, 15] */
  aclRuleCreate: DurationRange;
  /** @default [2, 15] */
  aclRuleUpdate: DurationRange;
  /** @default [2, 15] */
  aclRuleDelete: DurationRange;
}

export const aclRuleDurations: AclRuleDurations = {
  aclRuleCreate: [2, 15],
  aclRuleUpdate: [2, 15],
  aclRuleDelete: [2, 15],
};
