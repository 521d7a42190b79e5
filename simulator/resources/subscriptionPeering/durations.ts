import type { DurationRange } from "../../settings";

/** Durations of operations on peerings, in simulated seconds. */
export interface SubscriptionPeeringDurations {
  /** From the request to the cloud provider's. @default [30, 180] */
  peeringCreate: DurationRange;
  /** From what the other side does until it shows. @default [5, 30] */
  peeringAccept: DurationRange;
}

export const subscriptionPeeringDurations: SubscriptionPeeringDurations = {
  peeringCreate: [30, 180],
  peeringAccept: [5, 30],
};
