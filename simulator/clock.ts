/** The longest delay that `setTimeout` accepts, in milliseconds; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A period in which simulated time passes at one speed, from its start until the next one's. */
export interface Period {
  /** Its start, in milliseconds since 1970. */
  readonly real: number;
  /** Simulated time at its start, in milliseconds since 1970. */
  readonly simulated: number;
  /** Simulated milliseconds per real millisecond; 0 while time stands still. */
  readonly timeScale: number;
}

/**
 * Simulated time: a linear function of real time, whose speed can be changed.
 *
 * It reads the global `Date`, so a test that replaces it (jest's fake timers) controls the simulation.
 */
export class Clock {
  /** All periods so far, in order. */
  readonly periods: Period[];
  /** Simulated milliseconds per real millisecond whenever the clock is not paused. */
  private scale: number;
  private readonly listeners = new Set<() => void>();

  /**
   * @param simulated simulated time now, in milliseconds since 1970
   * @param timeScale simulated milliseconds per real millisecond
   */
  constructor(simulated: number, timeScale: number) {
    this.scale = timeScale;
    this.periods = [{ real: Date.now(), simulated, timeScale }];
  }

  /** When it started, in milliseconds since 1970. */
  get start(): { readonly real: number; readonly simulated: number } {
    const { real, simulated } = this.periods[0] as Period;
    return { real, simulated };
  }

  get timeScale(): number {
    return this.scale;
  }

  get isPaused(): boolean {
    return this.period.timeScale === 0;
  }

  /** Simulated milliseconds since 1970. */
  now(): number {
    const { real, simulated, timeScale } = this.period;
    return Math.floor(simulated + (Date.now() - real) * timeScale);
  }

  /** Real milliseconds until the simulated time `at`, as a delay that `setTimeout` takes; the longest while paused. */
  realMillisecondsUntil(at: number): number {
    const wait = Math.max(Math.ceil((at - this.now()) / this.scale), 0);
    return wait > 0 && this.isPaused ? LONGEST_TIMER_MS : Math.min(wait, LONGEST_TIMER_MS);
  }

  /** Stops time. */
  pause(): void {
    this.begin(this.now(), 0);
  }

  /** Lets time pass again. */
  resume(): void {
    this.begin(this.now(), this.scale);
  }

  /** Changes the speed; a paused clock stays paused. */
  setTimeScale(timeScale: number): void {
    const { isPaused } = this;
    this.scale = timeScale;
    this.begin(this.now(), isPaused ? 0 : timeScale);
  }

  /** Moves time forward to `simulated`, if that is not past. */
  advanceTo(simulated: number): void {
    this.begin(Math.max(simulated, this.now()), this.period.timeScale);
  }

  /** Calls the listener whenever waiting times have changed: pauses, speeds, and time that moved forward. */
  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  private get period(): Period {
    return this.periods.at(-1) as Period;
  }

  private begin(simulated: number, timeScale: number): void {
    this.periods.push({ real: Date.now(), simulated, timeScale });
    for (const listener of this.listeners) listener();
  }
}
