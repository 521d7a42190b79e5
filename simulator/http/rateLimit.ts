const MINUTE_MS = 60_000;

/** Counts the requests of one API key in windows of a simulated minute. */
export class RateLimit {
  private windowStart = Number.NEGATIVE_INFINITY;
  private used = 0;

  constructor(private readonly limit: number) {}

  /** Counts one request; returns how many are left in this minute, or undefined when none was left. */
  take(now: number): number | undefined {
    if (now - this.windowStart >= MINUTE_MS) {
      this.windowStart = now;
      this.used = 0;
    }
    if (this.used >= this.limit) return undefined;
    this.used += 1;
    return this.limit - this.used;
  }
}
