import { type Bound, PLACES, type Step, UNLIMITED } from "./work";

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The minimum; 0 for an empty list. */
export const least = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : Math.min(...numbers);

export const ascending = (numbers: readonly number[]): readonly number[] =>
  [...numbers].sort((a, b) => a - b);

/** Sums of the first 0, 1, 2 … numbers. */
export function prefixSums(numbers: readonly number[]): readonly number[] {
  const sums = [0];
  for (const each of numbers) sums.push((sums.at(-1) ?? 0) + each);
  return sums;
}

/**
 * The minimum time to process all steps one after the other, and to provision them in parallel.
 *
 * The longest provisioning first is best (Jackson's rule for one machine with delivery times: swapping two
 * neighbours that are in that order never helps). It stays best when the machine stands still after given places of
 * the sequence, since such a pause delays any next step by the same time.
 *
 * @param pauses seconds after the first, second … step during which none is processed.
 */
function shortestSequence(steps: readonly Step[], pauses: readonly number[] = []): number {
  const order = [...steps].sort((a, b) => b.provisioning - a.provisioning);
  let [clock, end] = [0, 0];
  order.forEach(({ processing, provisioning }, index) => {
    clock += processing;
    end = Math.max(end, clock + provisioning);
    clock += pauses[index] ?? 0;
  });
  return end;
}

/** Sum of the processing times. */
export const processingOf = (steps: readonly Step[]): number =>
  sum(steps.map(({ processing }) => processing));

/** Sum of the provisioning times. */
const provisioningOf = (steps: readonly Step[]): number => sum(steps.map(({ provisioning }) => provisioning));

/** Sum of all times. */
export const durationOf = (steps: readonly Step[]): number => processingOf(steps) + provisioningOf(steps);

/**
 * The minimum time for the databases and the regions of a subscription, in any order. While a region is provisioned
 * nothing else happens in the subscription; its task can be processed while databases are still provisioned.
 */
export const shortestWithRegions = (
  databases: readonly Step[],
  regions: readonly Step[] = [],
  pauses: readonly number[] = [],
): number =>
  provisioningOf(regions) +
  Math.max(shortestSequence(databases, pauses), processingOf(databases) + processingOf(regions));

/**
 * When `count` of these can be over at the earliest, with three places: the shortest ones, whose sum three places
 * share; some place has at least a third of them; and the longest of them takes its time.
 *
 * @param durations in ascending order, in seconds.
 * @param places {@link UNLIMITED} if any of them takes none.
 */
export function earliestOver(durations: readonly number[], count: number, places = PLACES): number {
  const sums = prefixSums(durations);
  const one = sums[Math.ceil(count / places)] ?? 0;
  return Math.max((sums[count] ?? 0) / places, one, durations[count - 1] ?? 0);
}

/** The places that these subscriptions share. */
export const placesOf = (subscriptions: readonly { readonly takesPlace?: boolean }[]): number =>
  subscriptions.some(({ takesPlace }) => takesPlace === false) ? UNLIMITED : PLACES;

/** The largest bound. */
export function greatest(bounds: readonly Bound[]): Bound {
  return bounds.reduce((greatest, each) => (each.seconds > greatest.seconds ? each : greatest), {
    seconds: 0,
    by: "nothing to do",
  });
}
