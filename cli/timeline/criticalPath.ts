import { Causes, type Ending } from "./causes";
import { isOwn, type Phase, type Row } from "./rows";

/** A stretch of the critical path: what the run spent this time on. */
export interface Step {
  /** The operation that the run waited for. */
  readonly row: Row;
  /** `between operations`: when none was under way that the next one had waited for. */
  readonly phase: Phase | "between operations";
  /** Milliseconds since 1970; each step begins when the one before it ends. */
  readonly from: number;
  readonly to: number;
}

/**
 * The critical path: the chain of what waited for what that made the run last as long as it did, in order.
 *
 * It is found backwards from the last end. Processing and provisioning wait for nothing but themselves. A wait is
 * followed to what was waited for; only what is left of it after that ended is part of the path.
 */
export function criticalPath(rows: readonly Row[]): Step[] {
  const causes = new Causes(rows);
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

/** The run is over when the last of its own operations is. */
function lastEnd(rows: readonly Row[]): Ending | undefined {
  const own = rows.filter((row) => isOwn(row) && row.segments.length > 0);
  return own.reduce<Ending | undefined>(
    (last, row) => (last && last.at >= row.to ? last : { row, at: row.to }),
    undefined,
  );
}
