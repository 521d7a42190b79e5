import pThrottle from "p-throttle";

/** The API allows 400 requests a minute and key; some are left to people and programs beside us. */
const REQUESTS_PER_MINUTE = 360;
const MINUTE_MS = 60_000;
/** Less is left of a minute than we leave to others: they use the key too. */
const SCARCE = 40;
/** After a 429 that does not say how long to wait. */
const HOLD_MS = 5_000;

/** What an answer tells of the request limit. */
export interface LimitSeen {
  readonly httpStatus: number;
  /** `X-Rate-Limit-Remaining`: requests left in this minute. */
  readonly remaining?: number;
  /** `Retry-After`, in milliseconds. */
  readonly retryAfterMs?: number;
}

/**
 * The requests a minute that one API key has, for everything in this process: first come, first served.
 *
 * Other processes may use the same key. When little is left, that is spread over the minute it may have to last for,
 * and a 429 stops all.
 */
export class RequestBudget {
  private line: Promise<void> = Promise.resolve();
  private readonly throttled = pThrottle({ limit: REQUESTS_PER_MINUTE, interval: MINUTE_MS, strict: true })(
    async () => undefined,
  );
  private lastAt = 0;
  private spacingMs = 0;
  private heldUntil = 0;

  /** Resolves when a request may be sent. */
  take(): Promise<void> {
    const taken = this.line.then(() => this.turn());
    this.line = taken;
    return taken;
  }

  /** Takes note of what an answer tells of the limit. */
  learn({ httpStatus, remaining, retryAfterMs }: LimitSeen): void {
    if (httpStatus === 429) this.heldUntil = Math.max(this.heldUntil, Date.now() + (retryAfterMs ?? HOLD_MS));
    else if (remaining !== undefined)
      this.spacingMs = remaining < SCARCE ? MINUTE_MS / (Math.max(0, remaining) + 1) : 0;
  }

  private async turn(): Promise<void> {
    for (;;) {
      const waitMs = Math.ceil(Math.max(this.heldUntil, this.lastAt + this.spacingMs) - Date.now());
      if (waitMs <= 0) break;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    await this.throttled();
    this.lastAt = Date.now();
  }
}
