/** The longest delay that `setTimeout` accepts, in milliseconds; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Simulated time: a linear function of real time.
 *
 * It reads the global `Date`, so a test that replaces it (jest's fake timers) controls the simulation.
 */
export class Clock {
  /** When it started, in milliseconds since 1970. */
  readonly start: { readonly real: number; readonly simulated: number };

  /**
   * @param simulated simulated time now, in milliseconds since 1970
   * @param timeScale simulated milliseconds per real millisecond
   */
  constructor(
    simulated: number,
    readonly timeScale: number,
  ) {
    this.start = { real: Date.now(), simulated };
  }

  /** Simulated milliseconds since 1970. */
  now(): number {
    return Math.floor(this.start.simulated + (Date.now() - this.start.real) * this.timeScale);
  }

  /** Real milliseconds until the simulated time `at`, as a delay that `setTimeout` takes. */
  realMillisecondsUntil(at: number): number {
    return Math.min(Math.max(Math.ceil((at - this.now()) / this.timeScale), 0), LONGEST_TIMER_MS);
  }
}
