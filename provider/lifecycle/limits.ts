import type { Operation } from "./operation";
import { STATES } from "./states";

/** "You cannot change (make non-active) more than three subscriptions at the same time": API lifecycle page. */
export const MAX_NON_ACTIVE_SUBSCRIPTIONS = 3;

/** What the account's limits are judged by: the state of each subscription, by id. */
export type SubscriptionStates = ReadonlyMap<number, { readonly status: string }>;

/**
 * Why the account's limits do not allow the operation now; undefined when they do.
 *
 * Source: the limitations on the API's processing and provisioning lifecycle page.
 */
export function obstacle(
  { action, target }: Operation,
  subscriptions: SubscriptionStates,
): string | undefined {
  if (target.kind === "cloudAccount") return undefined;
  const id = target.kind === "subscription" ? target.id : target.subscriptionId;
  const status = id === undefined ? undefined : subscriptions.get(id)?.status;
  if (status !== undefined && isNonActive(status)) return `subscription ${id} to be active (now ${status})`;
  // Creating a database may turn its subscription non-active, so it needs a place among the three as well.
  const mayTurnNonActive = target.kind === "subscription" || action === "create";
  if (!mayTurnNonActive) return undefined;
  const nonActive = [...subscriptions.values()].filter((subscription) =>
    isNonActive(subscription.status),
  ).length;
  if (nonActive < MAX_NON_ACTIVE_SUBSCRIPTIONS) return undefined;
  return `one of ${nonActive} changing subscriptions to be active (at most ${MAX_NON_ACTIVE_SUBSCRIPTIONS} may change)`;
}

/** Among operations that are allowed, what unlocks most goes first: subscriptions before databases. */
export function rank({ action, target }: Operation): number {
  if (target.kind === "subscription" && action === "create") return 0;
  return target.kind === "cloudAccount" ? 1 : 2;
}

/** A subscription in an error state stays so: it takes no place among those that change. */
function isNonActive(status: string): boolean {
  const { ready, failed } = STATES.subscription;
  return !ready.has(status) && !failed.has(status);
}
