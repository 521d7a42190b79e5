import { Causes, type Ending } from "./causes";
import type { TimelineKinds } from "./kinds";
import { isOwn, type Phase, type Row } from "./rows";

/** A stretch of the critical path: what the run spent this time on. */
export interface Step {
  /** The operation that the run waited for. */
  readonly row: Row;
  /** `between operations`: no operation that the next one waited for was under way. */
  readonly phase: Phase | "between operations";
  /** Milliseconds since 1970; each step begins when the one before it ends. */
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the critical path: the chain of waits that determined the run's duration, in order.
 *
 * The search goes backwards from the last end. Processing and provisioning are on the path as a whole. A wait leads to
 * its cause; only the part after the cause ended is on the path.
 */
export function criticalPath(rows: readonly Row[], kinds: TimelineKinds): Step[] {
  const causes = new Causes(rows, kinds);
  const steps: Step[] = [];
  let place: Ending | undefined = lastEnd(rows);
  while (place !== undefined) {
    const { row, at } = place;
    const segment = row.segments.findLast(({ from }) => from < at);
    if (segment === undefined) {
      place = causes.ofBeginning(row);
      if (place && place.at < at) steps.push({ row, phase: "between operations", from: place.at, to: at });
      continue;
    }
    const isWait = segment.phase === "queueing" || segment.phase === "waiting for a limit";
    const cause = isWait ? causes.ofWait(row, segment, at) : undefined;
    const from = cause?.at ?? segment.from;
    if (from < at) steps.push({ row, phase: segment.phase, from, to: at });
    place = cause ?? { row, at: from };
  }
  return steps.reverse();
}

/** End of the run: that of its own last operation. */
function lastEnd(rows: readonly Row[]): Ending | undefined {
  const own = rows.filter((row) => isOwn(row) && row.segments.length > 0);
  return own.reduce<Ending | undefined>(
    (last, row) => (last && last.at >= row.to ? last : { row, at: row.to }),
    undefined,
  );
}
