import path from "node:path";
import { askProcess } from "../fork";
import type { Measurement } from "../report/measurement";
import type { ScenarioOrder, ScenarioReport } from "./process";
import type { Settings } from "./settings";

/**
 * Runs a scenario in a process of its own, so that the simulators and the garbage of earlier scenarios do not slow it
 * down.
 *
 * @throws Error with the scenario's message.
 */
export async function runApart(
  name: string,
  { log: _, ...settings }: Settings,
): Promise<readonly Measurement[]> {
  const order: ScenarioOrder = { name, settings };
  const { measured, error } = await askProcess<ScenarioReport>(path.join(__dirname, "process.js"), order, {
    name: "the process of the scenario",
    // It has processes and folders of its own to remove.
    endedBy: "SIGTERM",
    serialization: "advanced",
  });
  if (measured === undefined) throw new Error(error);
  return measured;
}
