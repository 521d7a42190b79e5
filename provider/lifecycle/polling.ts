import pWaitFor from "p-wait-for";
import type { CoalescedRead } from "../api/coalescedRead";

/** A fresh task or resource ID may answer 404, and be missing from lists, for a moment; so may what was accepted though its answer was lost. */
export const NOT_YET_VISIBLE_MS = 60_000;

const LONGEST_INTERVAL_MS = 10_000;
/** However long it usually takes, what is wrong is seen before this. */
const LONGEST_LEAP_MS = 30_000;
/** What was seen to take so long may take a little less the next time. */
const EARLY = 0.8;

/** How often to look for something, by how long it has been waited for. */
export interface PollingInterval {
  /** The least time between two looks, in milliseconds. */
  readonly quickestMs: number;
  /** Otherwise this part of the time waited, e.g. 0.1: what takes ten times as long is asked for ten times as rarely. */
  readonly part: number;
  /** The shortest that the same kind of work took of late, in milliseconds: before that, looking is in vain. */
  readonly usualMs?: number;
}

/** Milliseconds until the next look, for one who has waited so long. */
export function intervalMs(waitedMs: number, { quickestMs, part, usualMs = 0 }: PollingInterval): number {
  const interval = Math.min(LONGEST_INTERVAL_MS, Math.max(quickestMs, waitedMs * part));
  const untilDue = Math.min(LONGEST_LEAP_MS, usualMs * EARLY - waitedMs);
  return Math.max(interval, untilDue);
}

/** How a wait goes about. */
export interface Wait {
  /** Asked before each look. */
  readonly pace: () => PollingInterval;
  /** No look is later than this, in milliseconds of `Date.now()`. */
  readonly deadline?: number;
  /** Whether the work has only just begun, so that the first look is not due now. */
  readonly isNew?: boolean;
}

/**
 * Looks until there is something to return. The looks are shared with all who look at the same.
 *
 * @param look returns undefined while there is nothing yet, and throws what ends the wait.
 */
export async function pollUntil<Seen, T>(
  shared: Pick<CoalescedRead<Seen>, "asOf" | "next">,
  look: (seen: Seen, waitedMs: number) => T | undefined,
  { pace, deadline = Number.POSITIVE_INFINITY, isNew = false }: Wait,
): Promise<T> {
  const startedAt = Date.now();
  const next = () => {
    const now = Date.now();
    return shared.next(Math.max(now, Math.min(now + intervalMs(now - startedAt, pace()), deadline + 1)));
  };
  let isFirst = !isNew;
  return pWaitFor<T>(
    async () => {
      const seen = await (isFirst ? shared.asOf(startedAt) : next());
      isFirst = false;
      const found = look(seen, Date.now() - startedAt);
      return found === undefined ? false : pWaitFor.resolveWith(found);
    },
    { interval: 0 },
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
