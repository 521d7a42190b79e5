import type { Clock } from "./clock";

/** Delays in simulated time, all of which end with the simulator. */
export class Pauses {
  private readonly waking = new Set<() => void>();
  private ended = false;

  constructor(private readonly clock: Clock) {
    clock.onChange(() => this.wakeAll());
  }

  /** Waits the given simulated milliseconds, or less if the simulator ends; returns whether it still runs. */
  async take(milliseconds: number): Promise<boolean> {
    const end = this.clock.now() + milliseconds;
    while (!this.ended && this.clock.now() < end) await this.sleep(this.clock.realMillisecondsUntil(end));
    return !this.ended;
  }

  end(): void {
    this.ended = true;
    this.wakeAll();
  }

  private wakeAll(): void {
    for (const wake of this.waking) wake();
  }

  private sleep(realMilliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waking.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, realMilliseconds);
      timer.unref?.();
      this.waking.add(wake);
    });
  }
}
