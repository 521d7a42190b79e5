import type { DurationRange } from "../../settings";

/** How long what happens to private links takes, in simulated seconds. */
export interface PrivateLinkDurations {
  /** Its subscription is `pending` as long. @default [120, 300] */
  privateLinkCreate: DurationRange;
  /** Its subscription is `pending` as long. @default [60, 180] */
  privateLinkDelete: DurationRange;
  /** Until a new principal is associated. @default [10, 30] */
  privateLinkPrincipalCreate: DurationRange;
}

export const privateLinkDurations: PrivateLinkDurations = {
  privateLinkCreate: [120, 300],
  privateLinkDelete: [60, 180],
  privateLinkPrincipalCreate: [10, 30],
};
