import type { Account } from "../account";
import { changingSubscriptions } from "./subscription/find";
import { MAX_NON_ACTIVE_SUBSCRIPTIONS } from "./subscription/limits";

/** The subscriptions of an account that count among those that may be non-active at the same time, and how many may. */
export function nonActiveSubscriptions(account: Account): { limit: number; subscriptionIds: number[] } {
  return {
    limit: MAX_NON_ACTIVE_SUBSCRIPTIONS,
    subscriptionIds: changingSubscriptions(account).map(({ id }) => id),
  };
}
