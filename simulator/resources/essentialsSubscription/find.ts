import type { Account } from "../../account";
import { type RouteContext, resourceInPath } from "../../http/environment";
import { requireThat } from "../../refusal";
import { findPlan, type Plan } from "./plans";
import { ESSENTIALS_SUBSCRIPTION, type EssentialsSubscription } from "./state";

/** @throws ApiError 404 when the path names an Essentials subscription that does not exist, or not yet */
export function essentialsSubscriptionInPath(context: RouteContext): EssentialsSubscription {
  return resourceInPath(context, ESSENTIALS_SUBSCRIPTION, "subscriptionId", "Subscription");
}

/** The subscription that a task works on, whatever its state. */
export function essentialsSubscriptionOf(account: Account, subscriptionId: number): EssentialsSubscription {
  const subscription = account.collection(ESSENTIALS_SUBSCRIPTION).get(subscriptionId);
  requireThat(subscription, "SUBSCRIPTION_NOT_FOUND");
  return subscription;
}

/** @throws Error for a subscription whose plan is none of the catalogue's, which only a state file can have */
export function planOf({ id, planId, plan: own }: EssentialsSubscription): Plan {
  const plan = own ?? findPlan(planId);
  if (!plan) throw new Error(`subscription ${id} has the plan ${planId}, which does not exist`);
  return plan;
}
