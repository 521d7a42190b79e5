import type { Operation } from "./operation";

/** Number of durations kept for each kind of work. */
const KEPT = 8;

/** The two phases of an operation whose duration depends on the API. */
export type Phase = "processing" | "provisioning";

/** Recent durations of each kind of work, as measured by this process. */
export class DurationEstimates {
  private readonly durations = new Map<string, readonly number[]>();

  /** Records a duration, in milliseconds. */
  took(phase: Phase, work: Operation, durationMs: number): void {
    const kind = kindOf(phase, work);
    this.durations.set(kind, [...(this.durations.get(kind) ?? []), durationMs].slice(-KEPT));
  }

  /** Returns the shortest recent duration, in milliseconds; undefined without any. */
  shortest(phase: Phase, work: Operation): number | undefined {
    const known = this.durations.get(kindOf(phase, work));
    return known && Math.min(...known);
  }
}

const kindOf = (phase: Phase, { action, target }: Operation): string =>
  `${phase} ${action} ${target.kind.name}`;
