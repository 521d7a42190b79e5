import {
  ascending,
  durationOf,
  earliestOver,
  greatest,
  least,
  placesOf,
  prefixSums,
  processingOf,
  shortestWithRegions,
  sum,
} from "./sequences";
import { type Bound, type Step, type SubscriptionDeletion, UNLIMITED } from "./work";

/**
 * Lower bound for the time from the first received task until all subscriptions are deleted, each after its databases
 * and the regions that were added to it.
 * It is the maximum of these bounds:
 *
 * - **processing**: all tasks are processed one after the other; the last one deletes a subscription.
 * - **chain**: the databases and regions of each subscription in the best order, then the subscription.
 * - **waiting for databases**: until j subscriptions are empty, the databases of j subscriptions were processed and
 *   the last of them was de-provisioned; call that `r_j`. At least n - j + 1 deletions of subscriptions begin after
 *   it, and share three places.
 * - **parallelism**: a limited number of resources is in progress at a time, each for at least its own duration.
 * - **the engine's order**, if requested: no subscription is deleted before the last database is gone.
 */
export function destroyBound(
  subscriptions: readonly SubscriptionDeletion[],
  { parallelism = UNLIMITED, inEngineOrder = false }: DestroyOptions = {},
): Bound {
  return greatest([
    processingBound(subscriptions),
    ...subscriptions.map((each): Bound => ({ seconds: chain(each), by: "chain" })),
    ...waitingBounds(subscriptions),
    parallelismBound(subscriptions, parallelism),
    ...(inEngineOrder ? [engineOrderBound(subscriptions)] : []),
  ]);
}

interface DestroyOptions {
  /** Maximum number of resources that the engine works on at a time. @default unlimited */
  readonly parallelism?: number;
  /**
   * The engine deletes in batches: a batch starts when all resources of the previous one are gone
   * (`ScheduleDeletes` in Pulumi's step generator). @default false
   */
  readonly inEngineOrder?: boolean;
}

function engineOrderBound(subscriptions: readonly SubscriptionDeletion[]): Bound {
  const databases = sum(subscriptions.map(before));
  const seconds =
    databases +
    leastDeProvisioning(subscriptions) +
    earliestOver(ascending(subscriptions.map(own)), subscriptions.length, placesOf(subscriptions));
  return { seconds, by: "the engine's order" };
}

const leastDeProvisioning = (subscriptions: readonly SubscriptionDeletion[]): number =>
  least(subscriptions.flatMap(partsOf).map(({ provisioning }) => provisioning));

/** What is deleted before the subscription. */
const partsOf = ({ databases, regions = [] }: SubscriptionDeletion): readonly Step[] => [
  ...databases,
  ...regions,
];

const own = ({ processing, provisioning }: SubscriptionDeletion): number => processing + provisioning;

const before = (subscription: SubscriptionDeletion): number => processingOf(partsOf(subscription));

function processingBound(subscriptions: readonly SubscriptionDeletion[]): Bound {
  const all = sum(subscriptions.map((each) => before(each) + each.processing));
  return { seconds: all + least(subscriptions.map(({ provisioning }) => provisioning)), by: "processing" };
}

const chain = (subscription: SubscriptionDeletion): number =>
  shortestWithRegions(subscription.databases, subscription.regions) + own(subscription);

function waitingBounds(subscriptions: readonly SubscriptionDeletion[]): readonly Bound[] {
  const durations = ascending(subscriptions.map(own));
  const processedBefore = prefixSums(ascending(subscriptions.map(before)));
  const deProvisioning = leastDeProvisioning(subscriptions);
  const places = placesOf(subscriptions);
  return subscriptions.map((_, index) => {
    const processed = processedBefore[index + 1] ?? 0;
    const empty = processed > 0 ? processed + deProvisioning : 0;
    return {
      seconds: empty + earliestOver(durations, subscriptions.length - index, places),
      by: "waiting for databases",
    };
  });
}

function parallelismBound(subscriptions: readonly SubscriptionDeletion[], parallelism: number): Bound {
  const all = subscriptions.flatMap((each) => [each, ...partsOf(each)]);
  const seconds = durationOf(all) / parallelism;
  return { seconds, by: `parallelism ${parallelism}` };
}
