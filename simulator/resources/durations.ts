import type { AclRoleDurations } from "./aclRole/durations";
import type { AclRuleDurations } from "./aclRule/durations";
import type { AclUserDurations } from "./aclUser/durations";
import type { ActiveActiveRegionDurations } from "./activeActiveRegion/durations";
import type { CloudAccountDurations } from "./cloudAccount/durations";
import type { DatabaseDurations } from "./database/durations";
import type { SubscriptionDurations } from "./subscription/durations";

/** How long what happens to resources takes, in SIMULATED seconds. */
export interface ResourceDurations
  extends SubscriptionDurations,
    DatabaseDurations,
    ActiveActiveRegionDurations,
    CloudAccountDurations,
    AclRuleDurations,
    AclRoleDurations,
    AclUserDurations {}
