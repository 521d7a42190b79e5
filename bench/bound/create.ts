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
import { type Bound, PLACES, type SubscriptionCreation, UNLIMITED } from "./work";

/**
 * Lower bound for the time from the first received task until all subscriptions and databases are ready, within the
 * account's limits. It is the maximum of these bounds, each of which holds for every order of work:
 *
 * - **processing**: all tasks are processed one after the other, and the last one is followed by its provisioning.
 * - **chain**: each subscription, the deletion of its creation plan, then its databases and regions in the best order,
 *   including the times in which the subscription is `pending`.
 * - **waiting for subscriptions**: until the jth subscription is active, which takes `e_j`, the tasks of at least
 *   n - j + 1 subscriptions have not begun. They are processed afterwards, one after the other:
 *   `e_j` + (the least such work of n - j + 1 subscriptions) + provisioning of a database, for each j.
 * - **places**: a subscription takes one of three places from the submission of its creation until it is active, and
 *   so does one that grows or gets a region. Those of Essentials take none. A creation of a database may make its subscription non-active, so one place is kept for
 *   it while it is processed. The sum of all these divided by three, plus the provisioning after the last one. The
 *   last growth of a subscription is not included: nothing waits for it.
 * - **places, with the last growths**: they take places, too. At most three can still be in progress at the end, each
 *   begun at least the provisioning time of a database earlier; the rest of those three is not included.
 * - **parallelism**: a limited number of resources is in progress at a time, each for at least its own duration.
 *
 * @param parallelism the maximum number of resources that the engine works on at a time.
 */
export function createBound(subscriptions: readonly SubscriptionCreation[], parallelism = UNLIMITED): Bound {
  return greatest([
    processingBound(subscriptions),
    ...placesBounds(subscriptions.filter(({ takesPlace }) => takesPlace !== false)),
    ...subscriptions.map((each): Bound => ({ seconds: chain(each), by: "chain" })),
    ...waitingBounds(subscriptions),
    ...parallelismBounds(subscriptions, parallelism),
  ]);
}

const own = ({ processing, provisioning }: SubscriptionCreation): number => processing + provisioning;

/** Processing time in seconds of the tasks that can only begin when the subscription is active. */
const after = ({ planDeletion, databases, regions = [] }: SubscriptionCreation): number =>
  planDeletion + processingOf(databases) + processingOf(regions);

/** Minimum time from the processing of a subscription's last task until all its resources are ready. */
const tail = ({ databases, regions = [], provisioning, planDeletion }: SubscriptionCreation): number => {
  const parts = [...databases, ...regions];
  if (parts.length > 0) return least(parts.map((part) => part.provisioning));
  return planDeletion > 0 ? 0 : provisioning;
};

function processingBound(subscriptions: readonly SubscriptionCreation[]): Bound {
  const all = sum(subscriptions.map((each) => each.processing + after(each)));
  return { seconds: all + least(subscriptions.map(tail)), by: "processing" };
}

const chain = (subscription: SubscriptionCreation): number => {
  const { planDeletion, databases, growth, regions } = subscription;
  return own(subscription) + planDeletion + shortestWithRegions(databases, regions, growth);
};

function waitingBounds(subscriptions: readonly SubscriptionCreation[]): readonly Bound[] {
  const durations = ascending(subscriptions.map(own));
  const workOf = prefixSums(ascending(subscriptions.map(after)));
  const afterwards = least(subscriptions.map((each) => (hasParts(each) ? tail(each) : 0)));
  const places = placesOf(subscriptions);
  return subscriptions.map((_, index) => ({
    seconds:
      earliestOver(durations, index + 1, places) + (workOf[subscriptions.length - index] ?? 0) + afterwards,
    by: "waiting for subscriptions",
  }));
}

const hasParts = ({ databases, regions = [] }: SubscriptionCreation): boolean =>
  databases.length + regions.length > 0;

function placesBounds(subscriptions: readonly SubscriptionCreation[]): readonly Bound[] {
  const beforeLastGrowth = subscriptions.map((each) => {
    const { databases, growth, regions = [] } = each;
    const ofDatabases = processingOf(databases) + sum(growth.slice(0, lastOf(each)));
    return own(each) + ofDatabases + durationOf(regions);
  });
  // A region that is added last is included above until it is ready.
  const afterwards = subscriptions.map((each) => {
    if (each.regions?.length) return 0;
    return each.databases.length > 0 ? tail(each) : each.planDeletion;
  });
  const lastGrowths = subscriptions.map((each) => each.growth[lastOf(each)] ?? 0);
  const beyondTheEnd = ascending(
    subscriptions.map((each, index) => Math.max(0, (lastGrowths[index] ?? 0) - afterLastGrowth(each))),
  );
  const held = sum(beforeLastGrowth);
  return [
    { seconds: held / PLACES + least(afterwards), by: "places" },
    {
      seconds: (held + sum(lastGrowths) - sum(beyondTheEnd.slice(-PLACES))) / PLACES,
      by: "places, with the last growths",
    },
  ];
}

const afterLastGrowth = ({ databases }: SubscriptionCreation): number =>
  least(databases.map(({ provisioning }) => provisioning));

const lastOf = ({ databases }: SubscriptionCreation): number => Math.max(0, databases.length - 1);

/**
 * Each resource is under way at least from the submission of its (first) task until it is ready. Besides: until the
 * jth subscription is active, no part of n - j + 1 subscriptions is under way; those that take least, shared.
 */
function parallelismBounds(
  subscriptions: readonly SubscriptionCreation[],
  parallelism: number,
): readonly Bound[] {
  const itself = (each: SubscriptionCreation) => own(each) + each.planDeletion;
  const itsParts = ({ databases, regions = [] }: SubscriptionCreation) =>
    durationOf([...databases, ...regions]);
  const places = placesOf(subscriptions);
  const by = `parallelism ${parallelism}`;
  const durations = ascending(subscriptions.map(own));
  const partsOf = prefixSums(ascending(subscriptions.map(itsParts)));
  return [
    { seconds: sum(subscriptions.map((each) => itself(each) + itsParts(each))) / parallelism, by },
    ...subscriptions.map((_, index) => ({
      seconds:
        earliestOver(durations, index + 1, places) +
        (partsOf[subscriptions.length - index] ?? 0) / parallelism,
      by,
    })),
  ];
}
