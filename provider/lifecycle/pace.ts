import pWaitFor from "p-wait-for";

/** How often a waiter looks at what is shared: only a look that finds it too old asks the API. */
const LOOK_INTERVAL_MS = 200;
const LONGEST_PACE_MS = 10_000;

/** A fresh task or resource ID may answer 404, and be missing from lists, for a moment. */
export const NOT_YET_VISIBLE_MS = 60_000;

/**
 * How old a snapshot may be for one who has waited so long: a tenth of the wait, so that what is due soon is seen
 * soon, and what takes minutes is asked for a few times.
 *
 * @param waitedMs how long it has been waited for, in milliseconds.
 * @param quickestMs the least age, in milliseconds.
 */
export function paceMs(waitedMs: number, quickestMs: number): number {
  return Math.min(LONGEST_PACE_MS, Math.max(quickestMs, waitedMs / 10));
}

/** What a waiter is told at each look. */
export interface Look {
  /** A snapshot is recent enough that was taken at or after this moment (milliseconds of `Date.now()`). */
  readonly since: number;
  /** Milliseconds since the wait began. */
  readonly waitedMs: number;
}

/**
 * Looks until there is something to return.
 *
 * @param look returns undefined while there is nothing yet, and throws what ends the wait.
 * @param quickestMs how fresh, at the freshest, a look has to be, in milliseconds.
 */
export async function lookUntil<T>(
  look: (at: Look) => Promise<T | undefined>,
  quickestMs: number,
): Promise<T> {
  const startedAt = Date.now();
  return pWaitFor<T>(
    async () => {
      const now = Date.now();
      const waitedMs = now - startedAt;
      const found = await look({ since: Math.max(startedAt, now - paceMs(waitedMs, quickestMs)), waitedMs });
      return found === undefined ? false : pWaitFor.resolveWith(found);
    },
    { interval: LOOK_INTERVAL_MS },
  );
}

/** A length of time for people, e.g. `2m10s`. */
export function forPeople(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const parts = [
    hours > 0 && `${hours}h`,
    minutes > 0 && `${minutes}m`,
    (seconds % 60 > 0 || seconds === 0) && `${seconds % 60}s`,
  ];
  return parts.filter(Boolean).join("");
}
