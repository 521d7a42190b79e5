import pThrottle from "p-throttle";
import { boundedRetryAfterMs } from "./retry";

/** The API allows 400 requests per minute and key; some are left to other clients. */
const REQUESTS_PER_MINUTE = 360;
const MINUTE_MS = 60_000;
/** Fewer remaining requests than this are fewer than we leave to other clients: they use the key too. */
const SCARCE = 40;
/** Pause after a 429 that does not say how long to wait. */
const HOLD_MS = 5_000;

/** What an answer says about the request limit. */
export interface LimitSeen {
  readonly httpStatus: number;
  /** `X-Rate-Limit-Remaining`: requests left in this minute. */
  readonly remaining?: number;
  /** `Retry-After`, in milliseconds. */
  readonly retryAfterMs?: number;
}

/**
 * The request limit of one API key, shared by everything in this process. Reads are served in order of arrival. A
 * request that changes something goes first, since it was decided by what was read just before.
 *
 * Other processes may use the same key. When few requests are left, they are spread over the minute that they may have
 * to last for, and a 429 pauses all requests.
 */
export class RequestBudget {
  private line: readonly (() => void)[] = [];
  private isServing = false;
  private readonly throttled = pThrottle({ limit: REQUESTS_PER_MINUTE, interval: MINUTE_MS, strict: true })(
    async () => undefined,
  );
  private lastAt = 0;
  private spacingMs = 0;
  private pausedUntil = 0;

  /** Resolves when a request of this method may be sent. */
  take(method: string): Promise<void> {
    return new Promise((go) => {
      this.line = method === "GET" ? [...this.line, go] : [go, ...this.line];
      void this.serve();
    });
  }

  /** Records what an answer says about the limit. */
  learn({ httpStatus, remaining, retryAfterMs }: LimitSeen): void {
    if (httpStatus === 429)
      this.pausedUntil = Math.max(
        this.pausedUntil,
        Date.now() + (boundedRetryAfterMs(retryAfterMs) ?? HOLD_MS),
      );
    else if (remaining !== undefined)
      this.spacingMs = remaining < SCARCE ? MINUTE_MS / (Math.max(0, remaining) + 1) : 0;
  }

  private async serve(): Promise<void> {
    if (this.isServing) return;
    this.isServing = true;
    while (this.line.length > 0) {
      await this.turn();
      const [go, ...others] = this.line;
      this.line = others;
      go?.();
    }
    this.isServing = false;
  }

  private async turn(): Promise<void> {
    for (;;) {
      const waitMs = Math.ceil(Math.max(this.pausedUntil, this.lastAt + this.spacingMs) - Date.now());
      if (waitMs <= 0) break;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    await this.throttled();
    this.lastAt = Date.now();
  }
}
