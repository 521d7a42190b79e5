import { isSubscription, subscriptionOf } from "./kind";
import type { Operation } from "./operation";
import { isSubscriptionResting, SUBSCRIPTION_STATES } from "./states";

/** "You cannot change (make non-active) more than three subscriptions at the same time": API lifecycle page. */
export const MAX_NON_ACTIVE_SUBSCRIPTIONS = 3;

/** State of an account that its limits are checked against. */
export interface AccountNow {
  /** The state of each subscription, by id. */
  readonly subscriptions: ReadonlyMap<number, { readonly status: string }>;
  /** Operations that this process submitted and that are not processed yet. */
  readonly submitted: readonly Operation[];
  /** Number of other clients' unprocessed tasks that may turn a subscription non-active. */
  readonly foreign: number;
}

/**
 * Returns what the account's limits make the operation wait for; undefined when they allow it now.
 *
 * Source: the limitations on the API's processing and provisioning lifecycle page.
 *
 * @param free number of free places, for callers that check many operations.
 */
export function obstacle(operation: Operation, now: AccountNow, free = freePlaces(now)): string | undefined {
  const id = subscriptionOf(operation.target);
  const status = id === undefined ? undefined : now.subscriptions.get(id)?.status;
  if (status !== undefined && isChanging(status)) return `subscription ${id} to be active (now ${status})`;
  if (
    id !== undefined &&
    now.submitted.some((work) => subscriptionOf(work.target) === id && takesPlace(work))
  )
    return `an earlier change of subscription ${id}`;
  const { kind } = operation.target;
  if (isSubscriptionResting(status) && !isSubscription(kind) && !kind.limits.endsRest)
    return `subscription ${id} to have its encryption keys (now ${status})`;
  // A resting subscription is non-active already.
  if (!takesPlace(operation) || free > 0 || isSubscriptionResting(status)) return undefined;
  return `one of ${MAX_NON_ACTIVE_SUBSCRIPTIONS} changing subscriptions to be active (no more may change at a time)`;
}

/**
 * Returns the waiting operation to submit next; undefined when the limits allow none.
 *
 * Operations that unblock the most go first: a subscription before databases. But the last of the three places is left
 * to databases while any can be created: a database takes it for seconds, a subscription for a quarter of an hour,
 * during which no database could be created.
 *
 * @param waiting in order of arrival.
 */
export function nextOf<Waiting extends { readonly operation: Operation }>(
  waiting: readonly Waiting[],
  now: AccountNow,
): Waiting | undefined {
  const free = freePlaces(now);
  const allowed = waiting.filter(({ operation }) => obstacle(operation, now, free) === undefined);
  if (allowed.length === 0) return undefined;
  const crowds = new Map<string, number>();
  for (const { operation } of waiting)
    crowds.set(crowdOf(operation), (crowds.get(crowdOf(operation)) ?? 0) + 1);
  const rank = ({ operation }: Waiting): number => rankOf(operation, crowds.get(crowdOf(operation)) ?? 0);
  const best = (some: readonly Waiting[]): Waiting | undefined =>
    some.reduce((first, other) => (rank(other) < rank(first) ? other : first), some[0] as Waiting);

  const others = allowed.filter(({ operation }) => !isSubscription(operation.target.kind));
  const leavesLast = free === 1 && others.some(({ operation }) => takesPlace(operation));
  return best(leavesLast ? others : allowed);
}

/** Whether the operation may turn a subscription non-active, and so takes one of the three places. */
export const takesPlace = ({ action, target }: Operation): boolean =>
  target.kind.limits.turnsNonActive.includes(action);

/**
 * Number of further subscriptions that may change now. Resting subscriptions are non-active too, so they count. But
 * they may rest for days, and the API may not count them, so they never take the last place: there, the API decides.
 */
export function freePlaces({ subscriptions, submitted, foreign }: AccountNow): number {
  const statuses = [...subscriptions.values()].map(({ status }) => status);
  const resting = statuses.filter((status) => isSubscriptionResting(status)).length;
  const places = Math.max(1, MAX_NON_ACTIVE_SUBSCRIPTIONS - resting);
  return places - statuses.filter(isChanging).length - submitted.filter(takesPlace).length - foreign;
}

/**
 * The state in which the operation's subscription rests, and accepts none; undefined if it does not, or if one of the
 * other operations is what it waits for.
 */
export function restInTheWay(
  { target }: Operation,
  subscriptions: AccountNow["subscriptions"],
  others: readonly Operation[],
): string | undefined {
  const id = subscriptionOf(target);
  const isEnding = others.some((one) => one.target.kind.limits.endsRest && subscriptionOf(one.target) === id);
  const status = isSubscription(target.kind) || isEnding ? undefined : subscriptions.get(id ?? 0)?.status;
  return isSubscriptionResting(status) ? status : undefined;
}

const MOST_IN_A_CROWD = 1_000_000;

/**
 * Rank of an operation: the lowest goes first. In subscriptions, deletes go first where the fewest are left, so that
 * the subscription can be deleted; creates where the most are left, so that no subscription is left to the end.
 */
function rankOf({ action, target }: Operation, crowd: number): number {
  const { subscription, precedence } = target.kind.limits;
  if (subscription !== "parent") return precedence[action];
  const part = crowd / MOST_IN_A_CROWD;
  return action === "create" ? precedence[action] - part : precedence[action] + part;
}

const knownCrowds = new WeakMap<Operation, string>();

/** Key of the operations with the same action and kind of resource in one subscription. */
function crowdOf(operation: Operation): string {
  const { action, target } = operation;
  const crowd = knownCrowds.get(operation) ?? `${action} ${target.kind.name} ${subscriptionOf(target)}`;
  knownCrowds.set(operation, crowd);
  return crowd;
}

/** Whether a subscription in this state is changing. One in an error state stays in it, so it takes no place. */
function isChanging(status: string): boolean {
  const { ready, resting, failed } = SUBSCRIPTION_STATES;
  return !ready.has(status) && !resting.has(status) && !failed.has(status);
}
