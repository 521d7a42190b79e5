import type { DurationRange } from "../../settings";

/** How long what happens to Essentials subscriptions takes, in simulated seconds: they get room in shared clusters. */
export interface EssentialsSubscriptionDurations {
  /** @default [5, 60] */
  essentialsSubscriptionCreate: DurationRange;
  /** @default [5, 60] */
  essentialsSubscriptionUpdate: DurationRange;
  /** @default [5, 30] */
  essentialsSubscriptionDelete: DurationRange;
}

export const essentialsSubscriptionDurations: EssentialsSubscriptionDurations = {
  essentialsSubscriptionCreate: [5, 60],
  essentialsSubscriptionUpdate: [5, 60],
  essentialsSubscriptionDelete: [5, 30],
};
