import { ascending, earliestOver, greatest, least, prefixSums, shortestSequence, sum } from "./sequences";
import { type Bound, type SubscriptionDeletion, UNLIMITED } from "./work";

/**
 * Lower bound for the time from the first received task until all subscriptions are deleted, each after its databases.
 * It is the maximum of these bounds:
 *
 * - **processing**: all tasks are processed one after the other; the last one deletes a subscription.
 * - **chain**: the databases of each subscription in the best order, then the subscription.
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
    earliestOver(ascending(subscriptions.map(own)), subscriptions.length);
  return { seconds, by: "the engine's order" };
}

const leastDeProvisioning = (subscriptions: readonly SubscriptionDeletion[]): number =>
  least(subscriptions.flatMap(({ databases }) => databases.map(({ provisioning }) => provisioning)));

const own = ({ processing, provisioning }: SubscriptionDeletion): number => processing + provisioning;

const before = ({ databases }: SubscriptionDeletion): number =>
  sum(databases.map(({ processing }) => processing));

function processingBound(subscriptions: readonly SubscriptionDeletion[]): Bound {
  const all = sum(subscriptions.map((each) => before(each) + each.processing));
  return { seconds: all + least(subscriptions.map(({ provisioning }) => provisioning)), by: "processing" };
}

const chain = (subscription: SubscriptionDeletion): number =>
  shortestSequence(subscription.databases) + own(subscription);

function waitingBounds(subscriptions: readonly SubscriptionDeletion[]): readonly Bound[] {
  const durations = ascending(subscriptions.map(own));
  const processedBefore = prefixSums(ascending(subscriptions.map(before)));
  const deProvisioning = leastDeProvisioning(subscriptions);
  return subscriptions.map((_, index) => {
    const processed = processedBefore[index + 1] ?? 0;
    const empty = processed > 0 ? processed + deProvisioning : 0;
    return {
      seconds: empty + earliestOver(durations, subscriptions.length - index),
      by: "waiting for databases",
    };
  });
}

function parallelismBound(subscriptions: readonly SubscriptionDeletion[], parallelism: number): Bound {
  const all = subscriptions.flatMap((each) => [each, ...each.databases]);
  const seconds = sum(all.map(({ processing, provisioning }) => processing + provisioning)) / parallelism;
  return { seconds, by: `parallelism ${parallelism}` };
}
