import type { DurationRange } from "../../settings";

/** Durations of operations on subscriptions, in simulated seconds. */
export interface SubscriptionDurations {
  /** @default [600, 1500] */
  subscriptionCreate: DurationRange;
  /** @default [10, 120] */
  subscriptionUpdate: DurationRange;
  /** @default [120, 600] */
  subscriptionDelete: DurationRange;
  /** How long a subscription is `pending` because a database made its cluster grow. @default [180, 600] */
  clusterGrowth: DurationRange;
}

export const subscriptionDurations: SubscriptionDurations = {
  subscriptionCreate: [600, 1500],
  subscriptionUpdate: [10, 120],
  subscriptionDelete: [120, 600],
  clusterGrowth: [180, 600],
};
