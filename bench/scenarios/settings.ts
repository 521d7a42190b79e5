import { availableParallelism } from "node:os";
import type { Durations } from "../../simulator";

/** Settings of a benchmark run. */
export interface Settings {
  /** Simulated seconds per real second, in place of each scenario's own. */
  readonly timeScale?: number;
  readonly seed: number;
  /** Durations of the realistic scenarios. */
  readonly durations: Durations;
  /** Reports progress. */
  readonly log: (line: string) => void;
}

/** Number of resources that the engine works on at a time, without `--parallel` or `PULUMI_PARALLEL`. */
export const DEFAULT_PARALLELISM = 4 * availableParallelism();
