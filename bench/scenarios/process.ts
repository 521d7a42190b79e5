/*
 * A process that runs one scenario.
 */
import { undoAllOnExit } from "../cleanup";
import type { Measurement } from "../report/measurement";
import { SCENARIOS } from "./index";
import type { Settings } from "./settings";

/** The message to this process. */
export interface ScenarioOrder {
  readonly name: string;
  readonly settings: Omit<Settings, "log">;
}

/** The reply: the measurements, or why there are none. */
export interface ScenarioReport {
  readonly measured?: readonly Measurement[];
  readonly error?: string;
}

async function work({ name, settings }: ScenarioOrder): Promise<ScenarioReport> {
  const scenario = SCENARIOS.find((each) => each.name === name);
  try {
    return { measured: await scenario?.run({ ...settings, log: console.error }) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

undoAllOnExit();
process.once("message", async (order: ScenarioOrder) => {
  const report = await work(order);
  process.send?.(report, () => process.exit());
});
process.on("disconnect", () => process.exit());
