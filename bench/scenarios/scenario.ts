import type { Measurement } from "../report/measurement";
import type { Settings } from "./settings";

/** A scenario to measure. */
export interface Scenario {
  /** As in the table, e.g. `5 + 100`. */
  readonly name: string;
  run(settings: Settings): Promise<readonly Measurement[]>;
}
