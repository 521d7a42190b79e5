import { setTimeout as sleep } from "node:timers/promises";
import type { Simulator } from "../../simulator";
import { consoleOf } from "./api";

/** How many resources of a kind are in a state now. */
export function inState({ record }: Simulator, kind: string, state: string): number {
  const states = new Map(record.changes.filter((one) => one.kind === kind).map(({ id, to }) => [id, to]));
  return [...states.values()].filter((one) => one === state).length;
}

/** Stops simulated time while a condition holds; returns how to continue. */
export async function pauseWhen(simulator: Simulator, holds: () => boolean): Promise<() => Promise<unknown>> {
  const { time } = consoleOf(simulator);
  for (;;) {
    while (!holds()) await sleep(5);
    await time({ paused: true });
    if (holds()) return () => time({ paused: false });
    await time({ paused: false });
  }
}
