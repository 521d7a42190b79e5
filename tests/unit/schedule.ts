import type { Step, SubscriptionCreation, SubscriptionDeletion } from "../../bench/bound";

/*
 * An account with its limits, which runs tasks in a given order: no bound may exceed its makespan. It is independent of
 * the derivation of the bounds.
 */

/** A task that can be submitted once all its dependencies are done. */
interface Job extends Step {
  /** Dependencies; absent if there are none. */
  readonly after: readonly Job[];
  /** Whether it takes one of three slots: while it is processed, or until it is provisioned. */
  readonly place?: "processing" | "provisioning";
  /** The subscription that it works on. */
  readonly subscription: number;
  /** Whether the subscription is `pending` until it is done, and no part of it may be changing then. */
  readonly isRegion?: true;
  /** Number of resources that it starts and ends: the deletion of a creation plan belongs to its subscription. */
  readonly slot: "takes" | "continues" | "takes-and-keeps";
}

const PLACES = 3;

/** The makespan of a creation with the tasks in the order of a seed; without a seed, in the given order. */
export function createSchedule(
  subscriptions: readonly SubscriptionCreation[],
  parallelism: number,
  seed?: number,
): number {
  const jobs = subscriptions.flatMap((each, subscription): Job[] => {
    const { planDeletion, databases } = each;
    const planned = planDeletion > 0;
    const itself: Job = {
      ...each,
      after: [],
      place: placeOf(each, "provisioning"),
      subscription,
      slot: planned ? "takes-and-keeps" : "takes",
    };
    const plan: Job = {
      processing: planDeletion,
      provisioning: 0,
      after: [itself],
      subscription,
      slot: "continues",
    };
    const before = planned ? [plan] : [itself];
    const own = databases.map(
      (database): Job => ({
        ...database,
        after: before,
        place: placeOf(each, "processing"),
        subscription,
        slot: "takes",
      }),
    );
    const regions = regionJobs(each, subscription, before);
    return planned ? [itself, plan, ...own, ...regions] : [itself, ...own, ...regions];
  });
  return schedule(
    jobs,
    parallelism,
    seed,
    (subscription, count) => subscriptions[subscription]?.growth[count] ?? 0,
  );
}

/** The same for a destruction. */
export function destroySchedule(
  subscriptions: readonly SubscriptionDeletion[],
  parallelism: number,
  seed?: number,
): number {
  const jobs = subscriptions.flatMap((each, subscription): Job[] => {
    const databases = each.databases.map(
      (database): Job => ({ ...database, after: [], subscription, slot: "takes" }),
    );
    const regions = regionJobs(each, subscription, []);
    const itself: Job = {
      ...each,
      after: [...databases, ...regions],
      place: placeOf(each, "provisioning"),
      subscription,
      slot: "takes",
    };
    return [...databases, ...regions, itself];
  });
  return schedule(jobs, parallelism, seed, () => 0);
}

type Limited = Pick<SubscriptionDeletion, "takesPlace" | "regions">;

const placeOf = ({ takesPlace = true }: Limited, place: Job["place"]) => (takesPlace ? place : undefined);

const regionJobs = (each: Limited, subscription: number, after: readonly Job[]): readonly Job[] =>
  (each.regions ?? []).map(
    (region): Job => ({
      ...region,
      after,
      place: placeOf(each, "provisioning"),
      subscription,
      isRegion: true,
      slot: "takes",
    }),
  );

function schedule(
  jobs: readonly Job[],
  parallelism: number,
  seed: number | undefined,
  growthAfter: (subscription: number, creation: number) => number,
): number {
  const waiting = [...jobs];
  if (seed !== undefined) shuffle(waiting, seed);
  const over = new Map<Job, number>();
  const growing = new Map<number, number>();
  const created = new Map<number, number>();
  const placesUntil: number[] = [];
  const slotsUntil: number[] = [];
  let [now, end, kept] = [0, 0, 0];

  // Other parts of the subscription may still be changing while the task of a region is processed, but not after it.
  const isUndisturbed = ({ subscription, processing }: Job) =>
    [...over].every(([job, at]) => job.subscription !== subscription || at <= now + processing);
  const isReady = (job: Job) => isPossible(job) && (!job.isRegion || isUndisturbed(job));
  const isPossible = ({ after, subscription, place, slot }: Job) =>
    after.every((job) => (over.get(job) ?? Number.POSITIVE_INFINITY) <= now) &&
    (growing.get(subscription) ?? 0) <= now &&
    (place === undefined || placesUntil.filter((until) => until > now).length < PLACES) &&
    (slot === "continues" || slotsUntil.filter((until) => until > now).length + kept < parallelism);

  while (waiting.length > 0) {
    const index = waiting.findIndex(isReady);
    const [job] = index < 0 ? [] : waiting.splice(index, 1);
    if (job === undefined) {
      // Nothing can be submitted now: continue when anything is done.
      const next = [...over.values(), ...growing.values(), ...placesUntil, ...slotsUntil].filter(
        (at) => at > now,
      );
      if (next.length === 0) throw new Error("nothing is under way, and nothing can begin");
      now = Math.min(...next);
      continue;
    }
    const processed = now + job.processing;
    const done = processed + job.provisioning;
    over.set(job, done);
    if (job.slot === "takes-and-keeps") kept += 1;
    else slotsUntil.push(done);
    if (job.slot === "continues") kept -= 1;
    if (job.place === "provisioning") placesUntil.push(done);
    if (job.isRegion) growing.set(job.subscription, done);
    if (job.place === "processing") {
      const count = created.get(job.subscription) ?? 0;
      const grown = processed + growthAfter(job.subscription, count);
      created.set(job.subscription, count + 1);
      placesUntil.push(grown);
      growing.set(job.subscription, grown);
    }
    end = Math.max(end, done);
    now = processed;
  }
  return end;
}

/** Shuffles, repeatably for a seed. */
function shuffle<T>(items: T[], seed: number): void {
  let state = seed + 1;
  for (let last = items.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = (state >>> 8) % (last + 1);
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
}
