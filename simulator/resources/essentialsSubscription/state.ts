import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";
import type { Payment } from "../subscription/payment";
import type { Plan } from "./plans";

export type EssentialsSubscriptionState = "pending" | "active" | "deleting" | "error";

/** An Essentials subscription. */
export interface EssentialsSubscription
  extends Resource<"essentialsSubscription", EssentialsSubscriptionState> {
  id: number;
  planId: number;
  /** Its plan, where it is none of the simulator's: that of a subscription that was copied from another account. */
  plan?: Plan;
  /** How it is paid; absent on a free plan. */
  payment?: Payment;
  /** Simulated milliseconds since 1970. */
  created: number;
}

/** Refers to the Essentials subscriptions of an account. */
export const ESSENTIALS_SUBSCRIPTION: KindName<EssentialsSubscription> = "essentialsSubscription";
