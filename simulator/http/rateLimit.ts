const MINUTE_MS = 60_000;

/** How many requests of an account's limit are used. */
export interface RateLimitUse {
  /** Requests per simulated minute. */
  readonly limit: number;
  readonly used: number;
  /** When the minute ends, in simulated milliseconds since 1970; absent while nothing is used. */
  readonly resetsAt?: number;
}

/** Counts the requests of each API key in windows of a simulated minute. */
export class RateLimits {
  private readonly windows = new Map<number, { start: number; used: number }>();

  constructor(readonly limit: number) {}

  /** Counts one request of an account; returns how many are left in this minute, or undefined when none was left. */
  take(accountId: number, now: number): number | undefined {
    const window = this.current(accountId, now) ?? { start: now, used: 0 };
    this.windows.set(accountId, window);
    if (window.used >= this.limit) return undefined;
    window.used += 1;
    return this.limit - window.used;
  }

  /** The present use of an account's limit. */
  use(accountId: number, now: number): RateLimitUse {
    const { limit } = this;
    const window = this.current(accountId, now);
    return window ? { limit, used: window.used, resetsAt: window.start + MINUTE_MS } : { limit, used: 0 };
  }

  private current(accountId: number, now: number) {
    const window = this.windows.get(accountId);
    return window && now - window.start < MINUTE_MS ? window : undefined;
  }
}
