import type { Operation } from "./operation";

/** Of each kind of work, so many durations are kept. */
const KEPT = 8;

/** The two phases in which the API takes its time. */
export type Phase = "processing" | "provisioning";

/** How long work of each kind took of late, as far as this process saw it. */
export class DurationEstimates {
  private readonly durations = new Map<string, readonly number[]>();

  /** Takes note of how long it took, in milliseconds. */
  took(phase: Phase, work: Operation, durationMs: number): void {
    const kind = kindOf(phase, work);
    this.durations.set(kind, [...(this.durations.get(kind) ?? []), durationMs].slice(-KEPT));
  }

  /** The shortest of the latest, in milliseconds; undefined without any. */
  shortest(phase: Phase, work: Operation): number | undefined {
    const known = this.durations.get(kindOf(phase, work));
    return known && Math.min(...known);
  }
}

const kindOf = (phase: Phase, { action, target }: Operation): string =>
  `${phase} ${action} ${target.kind.name}`;
