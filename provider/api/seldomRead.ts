import { CoalescedRead } from "./coalescedRead";

/** How long a value counts as current if this process changed nothing since. */
const FRESH_MS = 30_000;
/** A wait that begins within this time of another one's look continues it. */
const SAME_WAIT_MS = 1_000;
/** The longest that changes on the way put off a look. */
const LONGEST_HOLD_MS = 60_000;
const HOLD_AGAIN_MS = 250;
/** Looks are at least this many times as far apart as one takes: each occupies the account while it is processed. */
const REST = 2;
/** Otherwise a wait is looked after at intervals of this part of its duration. */
const PART = 0.25;

/**
 * A read that the API serves as a task, and that therefore takes a place in the account's processing queue: however
 * many wait for it, it is made seldom, and only after the changes that are on their way.
 */
export class SeldomRead<T> extends CoalescedRead<T> {
  private underWay = 0;
  private changedAt = Number.NEGATIVE_INFINITY;
  private waitingSince = 0;
  private lastLookAt = Number.NEGATIVE_INFINITY;
  /** The last look that anybody waited for. */
  private awaitedLookAt = Number.NEGATIVE_INFINITY;

  /** @param read sends the request. */
  constructor(read: () => Promise<T>) {
    super(() => {
      this.lastLookAt = Date.now();
      if (this.isAwaited) this.awaitedLookAt = this.lastLookAt;
      return read();
    });
  }

  /** The earliest read that counts as current, in milliseconds of `Date.now()`. */
  get freshSince(): number {
    return Math.max(this.changedAt, Date.now() - FRESH_MS);
  }

  /** Announces a change of the value; returns the function to call once its task is processed, or it is given up. */
  beginChange(): () => void {
    this.underWay += 1;
    return () => {
      this.underWay -= 1;
      this.changedAt = Date.now();
    };
  }

  override next(dueAt: number): Promise<T> {
    const now = Date.now();
    const isContinued = now - (this.awaitedLookAt + this.tookMs) <= SAME_WAIT_MS;
    if (!this.isAwaited && !isContinued) this.waitingSince = now;
    return super.next(dueAt);
  }

  protected override get delayMs(): number {
    const now = Date.now();
    const isHeld = this.underWay > 0 && now - Math.max(this.lastLookAt, this.waitingSince) < LONGEST_HOLD_MS;
    if (isHeld) return HOLD_AGAIN_MS;
    const endedAt = this.lastLookAt + this.tookMs;
    const restMs = Math.max(REST * this.tookMs, PART * Math.max(0, endedAt - this.waitingSince));
    return Math.ceil(endedAt + restMs - now);
  }
}
