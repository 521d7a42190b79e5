interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/** Event-loop turns after which work that follows a response is waiting for time to pass. */
const TURNS_UNTIL_IDLE = 4;

/**
 * Virtual time: it stands still during computation, and jumps to the next timer when all code is waiting for time to
 * pass. The result does not depend on the speed of the machine.
 */
export class VirtualClock {
  private timers: readonly Timer[] = [];
  private underWay = 0;

  private constructor(private now: number) {}

  /** Replaces `Date.now`, `setTimeout` and `clearTimeout` of this process. Time passes in {@link run} only. */
  static install(): VirtualClock {
    const clock = new VirtualClock(Date.now());
    Date.now = () => clock.now;
    const setTimeout = (work: () => void, delay = 0): Timer => clock.add(work, delay);
    const clearTimeout = (timer: Timer | undefined): void => {
      clock.timers = clock.timers.filter((each) => each !== timer);
    };
    Object.assign(globalThis, { setTimeout, clearTimeout });
    return clock;
  }

  /** Waits for work, such as a request, while time stands still. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.underWay += 1;
    try {
      return await work;
    } finally {
      this.underWay -= 1;
    }
  }

  /** Lets time pass until the work is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const over = work.finally(() => {
      done = true;
    });
    // The failure is thrown at the end; this only prevents an unhandled rejection.
    over.catch(() => undefined);
    while (true) {
      await this.idle();
      if (done) return over;
      this.leap();
    }
  }

  private add(work: () => void, delay: number): Timer {
    const timer = { at: this.now + Math.max(0, delay), work };
    const later = this.timers.findIndex(({ at }) => at > timer.at);
    this.timers = this.timers.toSpliced(later < 0 ? this.timers.length : later, 0, timer);
    return timer;
  }

  private leap(): void {
    const [next, ...others] = this.timers;
    if (next === undefined) throw new Error("all wait, and no timer is set");
    this.timers = others;
    this.now = Math.max(this.now, next.at);
    next.work();
  }

  private async idle(): Promise<void> {
    for (let turns = 0; turns < TURNS_UNTIL_IDLE; turns++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.underWay > 0) turns = 0;
    }
  }
}
