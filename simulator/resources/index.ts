import type { ResourceKind } from "../kind";
import { aclRole } from "./aclRole";
import type { AclRoleDurations } from "./aclRole/durations";
import { aclRule } from "./aclRule";
import type { AclRuleDurations } from "./aclRule/durations";
import { aclUser } from "./aclUser";
import type { AclUserDurations } from "./aclUser/durations";
import { cloudAccount } from "./cloudAccount";
import type { CloudAccountDurations } from "./cloudAccount/durations";
import { database } from "./database";
import type { DatabaseDurations } from "./database/durations";
import { subscription } from "./subscription";
import type { SubscriptionDurations } from "./subscription/durations";

/** The kinds of resources that the simulated Redis Cloud has. */
export const KINDS: readonly ResourceKind[] = [
  cloudAccount,
  subscription,
  database,
  aclRule,
  aclRole,
  aclUser,
];

/** How long what happens to resources takes, in SIMULATED seconds. */
export interface ResourceDurations
  extends SubscriptionDurations,
    DatabaseDurations,
    CloudAccountDurations,
    AclRuleDurations,
    AclRoleDurations,
    AclUserDurations {}
