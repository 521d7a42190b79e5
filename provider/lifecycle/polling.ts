import pWaitFor from "p-wait-for";
import { CoalescedRead, type SharedRead } from "../api/coalescedRead";

/** How long a new task or resource may answer 404 and be missing from lists, also one whose answer was lost. */
export const NOT_YET_VISIBLE_MS = 60_000;

const LONGEST_INTERVAL_MS = 10_000;
/** Maximum interval before the usual duration has passed, so that a failure is seen early. */
const LONGEST_LEAP_MS = 30_000;
/** Factor on the usual duration: the next operation may take a little less. */
const EARLY = 0.8;

/** Polling interval, as a function of the time waited. */
export interface PollingInterval {
  /** Minimum interval, in milliseconds. */
  readonly quickestMs: number;
  /** Otherwise this fraction of the time waited, e.g. 0.1: a wait ten times as long is polled a tenth as often. */
  readonly part: number;
  /** The shortest recent duration of the same kind of work, in milliseconds: polling earlier is in vain. */
  readonly usualMs?: number;
}

/** Milliseconds until the next poll, after waiting this long. */
export function intervalMs(waitedMs: number, { quickestMs, part, usualMs = 0 }: PollingInterval): number {
  const interval = Math.min(LONGEST_INTERVAL_MS, Math.max(quickestMs, waitedMs * part));
  const untilDue = Math.min(LONGEST_LEAP_MS, usualMs * EARLY - waitedMs);
  return Math.max(interval, untilDue);
}

/** Options of a wait. */
export interface Wait {
  /** Called before each poll. */
  readonly pace: () => PollingInterval;
  /** No poll is later than this, in milliseconds of `Date.now()`. */
  readonly deadline?: number;
  /** Whether the work has only just begun, so that the first poll is not due now. */
  readonly isNew?: boolean;
  /**
   * The earliest read that the first look accepts, in milliseconds of `Date.now()`.
   *
   * @default now
   */
  readonly since?: number;
}

/**
 * Polls until `look` returns a value. All waits on the same read share its polls.
 *
 * @param look returns undefined to continue the wait, and throws to end it.
 */
export async function pollUntil<Seen, T>(
  shared: SharedRead<Seen>,
  look: (seen: Seen, waitedMs: number) => T | undefined,
  { pace, deadline = Number.POSITIVE_INFINITY, isNew = false, since }: Wait,
): Promise<T> {
  const startedAt = Date.now();
  const next = () => {
    const now = Date.now();
    return shared.next(Math.max(now, Math.min(now + intervalMs(now - startedAt, pace()), deadline + 1)));
  };
  let isFirst = !isNew;
  return pWaitFor<T>(
    async () => {
      const seen = await (isFirst ? shared.asOf(since ?? startedAt) : next());
      isFirst = false;
      const found = look(seen, Date.now() - startedAt);
      return found === undefined ? false : pWaitFor.resolveWith(found);
    },
    { interval: 0 },
  );
}

const VISIBLE_PACE: PollingInterval = { quickestMs: 500, part: 0.1 };

/** Reads what is known to exist, with retries: it may be missing for {@link NOT_YET_VISIBLE_MS}, and is undefined after. */
export async function findKnown<T>(look: () => Promise<T | undefined>): Promise<T | undefined> {
  const known = (seen: T | undefined, waitedMs: number) =>
    seen === undefined && waitedMs < NOT_YET_VISIBLE_MS ? undefined : { seen };
  return (await pollUntil(new CoalescedRead(look), known, { pace: () => VISIBLE_PACE })).seen;
}

/** Formats a duration for messages, e.g. `2m10s`. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const parts = [
    hours > 0 && `${hours}h`,
    minutes > 0 && `${minutes}m`,
    (seconds % 60 > 0 || seconds === 0) && `${seconds % 60}s`,
  ];
  return parts.filter(Boolean).join("");
}

/** Waits before the next attempt: 1 s, doubling up to 30 s. */
export const waitBeforeRetry = (refusals: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 1000 * 2 ** refusals)));
