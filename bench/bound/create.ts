import { ascending, earliestOver, greatest, least, prefixSums, shortestSequence, sum } from "./sequences";
import { type Bound, PLACES, type SubscriptionCreation, UNLIMITED } from "./work";

/**
 * Lower bound for the time from the first received task until all subscriptions and databases are ready, within the
 * account's limits. It is the maximum of these bounds, each of which holds for every order of work:
 *
 * - **processing**: all tasks are processed one after the other, and the last one is followed by its provisioning.
 * - **chain**: each subscription, the deletion of its creation plan, then its databases in the best order, including
 *   the times in which the subscription is `pending`.
 * - **waiting for subscriptions**: until the jth subscription is active, which takes `e_j`, the tasks of at least
 *   n - j + 1 subscriptions have not begun. They are processed afterwards, one after the other:
 *   `e_j` + (the least such work of n - j + 1 subscriptions) + provisioning of a database, for each j.
 * - **places**: a subscription takes one of three places from the submission of its creation until it is active, and
 *   so does one that grows. A creation of a database may make its subscription non-active, so one place is kept for
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
    ...placesBounds(subscriptions),
    ...subscriptions.map((each): Bound => ({ seconds: chain(each), by: "chain" })),
    ...waitingBounds(subscriptions),
    ...parallelismBounds(subscriptions, parallelism),
  ]);
}

const own = ({ processing, provisioning }: SubscriptionCreation): number => processing + provisioning;

/** Processing time in seconds of the tasks that can only begin when the subscription is active. */
const after = ({ planDeletion, databases }: SubscriptionCreation): number =>
  planDeletion + sum(databases.map(({ processing }) => processing));

/** Minimum time from the processing of a subscription's last task until all its resources are ready. */
const tail = ({ databases, provisioning, planDeletion }: SubscriptionCreation): number => {
  if (databases.length > 0) return least(databases.map((database) => database.provisioning));
  return planDeletion > 0 ? 0 : provisioning;
};

function processingBound(subscriptions: readonly SubscriptionCreation[]): Bound {
  const all = sum(subscriptions.map((each) => each.processing + after(each)));
  return { seconds: all + least(subscriptions.map(tail)), by: "processing" };
}

const chain = (subscription: SubscriptionCreation): number => {
  const { planDeletion, databases, growth } = subscription;
  return own(subscription) + planDeletion + shortestSequence(databases, growth);
};

function waitingBounds(subscriptions: readonly SubscriptionCreation[]): readonly Bound[] {
  const durations = ascending(subscriptions.map(own));
  const workOf = prefixSums(ascending(subscriptions.map(after)));
  const afterwards = least(subscriptions.map((each) => (each.databases.length > 0 ? tail(each) : 0)));
  return subscriptions.map((_, index) => ({
    seconds: earliestOver(durations, index + 1) + (workOf[subscriptions.length - index] ?? 0) + afterwards,
    by: "waiting for subscriptions",
  }));
}

function placesBounds(subscriptions: readonly SubscriptionCreation[]): readonly Bound[] {
  const beforeLastGrowth = subscriptions.map((each) => {
    const { databases, growth } = each;
    return (
      own(each) + sum(databases.map(({ processing }) => processing)) + sum(growth.slice(0, lastOf(each)))
    );
  });
  const afterwards = subscriptions.map((each) =>
    each.databases.length > 0 ? tail(each) : each.planDeletion,
  );
  const lastGrowths = subscriptions.map((each) => each.growth[lastOf(each)] ?? 0);
  const beyondTheEnd = ascending(
    subscriptions.map((each, index) => Math.max(0, (lastGrowths[index] ?? 0) - tail(each))),
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

const lastOf = ({ databases }: SubscriptionCreation): number => Math.max(0, databases.length - 1);

/**
 * Each resource is under way at least from the submission of its (first) task until it is ready. Besides: until the
 * jth subscription is active, no database of n - j + 1 subscriptions is under way; those that take least, shared.
 */
function parallelismBounds(
  subscriptions: readonly SubscriptionCreation[],
  parallelism: number,
): readonly Bound[] {
  const itself = (each: SubscriptionCreation) => own(each) + each.planDeletion;
  const itsDatabases = ({ databases }: SubscriptionCreation) =>
    sum(databases.map(({ processing, provisioning }) => processing + provisioning));
  const by = `parallelism ${parallelism}`;
  const durations = ascending(subscriptions.map(own));
  const databasesOf = prefixSums(ascending(subscriptions.map(itsDatabases)));
  return [
    { seconds: sum(subscriptions.map((each) => itself(each) + itsDatabases(each))) / parallelism, by },
    ...subscriptions.map((_, index) => ({
      seconds:
        earliestOver(durations, index + 1) + (databasesOf[subscriptions.length - index] ?? 0) / parallelism,
      by,
    })),
  ];
}
