import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers";
import timersPromises from "node:timers/promises";
import { promisify } from "node:util";

/**
 * Makes time run `scale` times as fast in this process: `Date`, `performance.now`, and the timers. Computation takes
 * real time, so it takes `scale` times as much scaled time.
 *
 * Node's own sockets and `process.hrtime` keep real time.
 */
export function scaleClock(scale: number): void {
  scaleDate(scale);
  scalePerformance(scale);
  scaleTimers(scale);
  syncBuiltinESMExports();
}

function scaleDate(scale: number): void {
  const RealDate = Date;
  const start = RealDate.now();
  const { now: realNow } = RealDate;
  const now = () => Math.floor(start + (realNow() - start) * scale);
  RealDate.now = now;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
  });
}

function scalePerformance(scale: number): void {
  const realNow = performance.now.bind(performance);
  const start = realNow();
  performance.now = () => start + (realNow() - start) * scale;
}

/** Node drops fractions of milliseconds: rounded up, no timer comes before its time. */
const scaled = (delay: number | undefined, scale: number): number => Math.ceil((delay ?? 0) / scale);

function scaleTimers(scale: number): void {
  const { setTimeout: realTimeout, setInterval: realInterval } = globalThis;
  const promised = timersPromises.setTimeout;
  const scaledPromise: typeof promised = (delay, ...rest) => promised(scaled(delay, scale), ...rest);
  const setTimeout = (work: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) =>
    realTimeout(work, scaled(delay, scale), ...args);
  const setInterval = (work: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) =>
    realInterval(work, scaled(delay, scale), ...args);
  Object.assign(setTimeout, { [promisify.custom]: scaledPromise });
  Object.assign(globalThis, { setTimeout, setInterval });
  Object.assign(timers, { setTimeout, setInterval });
  Object.assign(timersPromises, { setTimeout: scaledPromise });
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (delay) => timeout.call(AbortSignal, scaled(delay, scale));
}
