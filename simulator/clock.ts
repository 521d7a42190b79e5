/** The longest delay `setTimeout` takes, in milliseconds; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Simulated time: a straight line through real time.
 *
 * It reads the global `Date`, so a test that replaces it (jest's fake timers) drives the simulation.
 */
export class Clock {
  private readonly realStart = Date.now();

  /**
   * @param start simulated time now, in milliseconds since 1970
   * @param timeScale simulated milliseconds per real millisecond
   */
  constructor(
    private readonly start: number,
    readonly timeScale: number,
  ) {}

  /** Simulated milliseconds since 1970. */
  now(): number {
    return Math.floor(this.start + (Date.now() - this.realStart) * this.timeScale);
  }

  /** Real milliseconds until the simulated time `at`, as a delay that `setTimeout` takes. */
  realMillisecondsUntil(at: number): number {
    return Math.min(Math.max(Math.ceil((at - this.now()) / this.timeScale), 0), LONGEST_TIMER_MS);
  }
}
