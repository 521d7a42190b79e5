import { duration } from "../summary";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Round distances between ticks, in milliseconds. */
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 5, 10].map((count) => count * DAY),
];

/** A mark on the time axis. */
export interface Tick {
  /** Milliseconds from the start. */
  readonly at: number;
  readonly label: string;
}

/**
 * Ticks from 0 to the length of a run.
 *
 * @param length milliseconds
 * @param most maximum number of intervals
 */
export function ticks(length: number, most: number): Tick[] {
  const step = STEPS.find((candidate) => length / candidate <= most) ?? length / most;
  return Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => ({
    at: index * step,
    label: index === 0 ? "0" : duration(index * step),
  }));
}
