/*
 * A process that runs programs with the plain strategy, in virtual time, against its own simulator.
 */
import { type SimulatorOptions, startSimulator } from "../../simulator";
import { VirtualClock } from "../clock/virtual";
import type { Program } from "../driver/program";
import { beginPhase } from "../record/phase";
import { creationWork, destructionWork } from "../record/work";
import { PlainClient } from "./client";
import { PlainStrategy } from "./strategy";

/** The message to this process. */
export interface PlainOrder {
  readonly programs: readonly Program[];
  readonly simulator: SimulatorOptions;
}

/** The reply: makespans in seconds. */
export interface PlainReport {
  readonly create: number;
  readonly destroy: number;
}

async function work({ programs, simulator: options }: PlainOrder): Promise<PlainReport> {
  const simulator = await startSimulator({ ...options, timeScale: 1, redis: false });
  const clock = VirtualClock.install();
  const strategies = programs.map((program) => new PlainStrategy(new PlainClient(simulator, clock), program));
  const created = beginPhase(simulator);
  await clock.run(Promise.all(strategies.map((each) => each.up())));
  const { makespan: create } = creationWork(created());
  await clock.run(grown());
  const destroyed = beginPhase(simulator);
  await clock.run(Promise.all(strategies.map((each) => each.destroy())));
  return { create, destroy: destructionWork(destroyed()).makespan };
}

/** Waits until no cluster grows any more. */
const grown = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3_600_000));

process.once("message", (order: PlainOrder) => {
  work(order).then(
    (report) => process.send?.(report, () => process.exit()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
