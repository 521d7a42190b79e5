/** What is known about a failed attempt. */
export interface Attempt {
  readonly method: string;
  /** 1 for the first. */
  readonly attemptCount: number;
  /** Absent when no answer came, or none that could be read to its end. */
  readonly httpStatus?: number;
  /** Node's error code when no answer came, e.g. `ECONNRESET`. */
  readonly errorCode?: string;
  /** What the server asked for, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** The connection was never made, so the request was never sent. */
const NEVER_SENT: readonly string[] = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
];
const PASSING_FAULTS: readonly number[] = [408, 500, 502, 503, 504];

const MAX_ATTEMPTS = 6;
/** Enough to outlast a whole minute of the request limit. */
const MAX_ATTEMPTS_AFTER_429 = 9;
const LONGEST_DELAY_MS = 20_000;
/** The request limit is counted by the minute: a server that asks for more than that is not believed. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/**
 * How long to wait before the same request is sent again; 0: do not.
 *
 * A request that submits is sent again only when it certainly was not accepted: refused by 429, or never sent.
 * Everything else could submit it twice.
 */
export function retryDelayMs(attempt: Attempt, random: () => number = Math.random): number {
  const limit = attempt.httpStatus === 429 ? MAX_ATTEMPTS_AFTER_429 : MAX_ATTEMPTS;
  if (attempt.attemptCount >= limit || !mayBeSentAgain(attempt)) return 0;
  const askedMs = boundedRetryAfterMs(attempt.retryAfterMs);
  if (askedMs !== undefined) return Math.max(1, askedMs);
  const exponential = 500 * 2 ** (attempt.attemptCount - 1);
  return Math.min(exponential, LONGEST_DELAY_MS) * (0.75 + random() / 2);
}

/** What the server asked for, as far as it can be meant: a minute at most, and undefined for what is no time. */
export function boundedRetryAfterMs(retryAfterMs: number | undefined): number | undefined {
  if (retryAfterMs === undefined || !(retryAfterMs >= 0)) return undefined;
  return Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS);
}

function mayBeSentAgain({ method, httpStatus, errorCode }: Attempt): boolean {
  if (httpStatus === 429) return true;
  if (httpStatus === undefined && errorCode !== undefined && NEVER_SENT.includes(errorCode)) return true;
  if (method !== "GET") return false;
  return httpStatus === undefined || PASSING_FAULTS.includes(httpStatus);
}
