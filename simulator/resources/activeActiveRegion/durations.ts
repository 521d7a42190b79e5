import type { DurationRange } from "../../settings";

/** How long what happens to regions of Active-Active subscriptions takes, in simulated seconds. */
export interface ActiveActiveRegionDurations {
  /** @default [600, 1500] */
  activeActiveRegionCreate: DurationRange;
  /** @default [120, 600] */
  activeActiveRegionDelete: DurationRange;
}

export const activeActiveRegionDurations: ActiveActiveRegionDurations = {
  activeActiveRegionCreate: [600, 1500],
  activeActiveRegionDelete: [120, 600],
};
