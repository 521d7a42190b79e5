import { availableParallelism } from "node:os";
import type { Durations } from "../../simulator";

/** What holds for a whole run of the benchmark. */
export interface Settings {
  /** Simulated seconds per real second, in place of each scenario's own. */
  readonly timeScale?: number;
  readonly seed: number;
  /** Durations of the realistic scenarios. */
  readonly durations: Durations;
  /** Says what is under way. */
  readonly log: (line: string) => void;
}

/** How many resources the engine has under way at once, unless `--parallel` or `PULUMI_PARALLEL` says otherwise. */
export const DEFAULT_PARALLELISM = 4 * availableParallelism();
