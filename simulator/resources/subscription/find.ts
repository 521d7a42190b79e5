import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import { MAX_NON_ACTIVE_SUBSCRIPTIONS } from "./limits";
import { SUBSCRIPTION, type Subscription } from "./state";

/** The subscription that a task works on, whatever its state. */
export function subscriptionOf(account: Account, subscriptionId: number): Subscription {
  const subscription = account.collection(SUBSCRIPTION).get(subscriptionId);
  requireThat(subscription, "SUBSCRIPTION_NOT_FOUND");
  return subscription;
}

/** The subscription that a task works on, which has to be `active`. */
export function activeSubscription(account: Account, subscriptionId: number): Subscription {
  const subscription = subscriptionOf(account, subscriptionId);
  requireThat(subscription.status === "active", "SUBSCRIPTION_NOT_ACTIVE");
  return subscription;
}

/** The subscriptions that count as non-active. */
export function changingSubscriptions(account: Account): Subscription[] {
  return [...account.collection(SUBSCRIPTION).values()].filter(
    ({ status }) => status !== "active" && status !== "error",
  );
}

/**
 * "Subscription creation, update and deletion: You cannot change (make non-active) more than three
 * subscriptions at the same time." A subscription in `error` no longer changes. One in `encryption_key_pending` counts:
 * the sentence says "non-active", and no source says otherwise.
 */
export function requireRoomForChange(account: Account): void {
  requireThat(
    changingSubscriptions(account).length < MAX_NON_ACTIVE_SUBSCRIPTIONS,
    "TOO_MANY_PENDING_SUBSCRIPTIONS",
  );
}
