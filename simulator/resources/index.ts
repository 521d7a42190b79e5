import type { ResourceKind } from "../kind";
import { cloudAccount } from "./cloudAccount";
import type { CloudAccountDurations } from "./cloudAccount/durations";
import { database } from "./database";
import type { DatabaseDurations } from "./database/durations";
import { subscription } from "./subscription";
import type { SubscriptionDurations } from "./subscription/durations";

/** The kinds of resources that the simulated Redis Cloud has. */
export const KINDS: readonly ResourceKind[] = [cloudAccount, subscription, database];

/** How long what happens to resources takes, in SIMULATED seconds. */
export interface ResourceDurations
  extends SubscriptionDurations,
    DatabaseDurations,
    CloudAccountDurations {}
