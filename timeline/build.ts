import { criticalPath } from "./criticalPath";
import type { TimelineKinds } from "./kinds";
import type { Operation } from "./operation";
import { rowsOf } from "./rows";
import type { Timeline } from "./summary";

/**
 * The timeline of a run's operations; undefined without any.
 *
 * @param options.timeScale simulated milliseconds per real one, if times are simulated
 * @param options.now the present, in milliseconds since 1970, of a run that goes on: operations under way extend to it,
 *   and the critical path is not known yet
 */
export function timelineOf(
  operations: readonly Operation[],
  kinds: TimelineKinds,
  { timeScale, now }: { timeScale?: number; now?: number } = {},
): Timeline | undefined {
  const rows = rowsOf(operations, now);
  if (rows.every(({ segments }) => segments.length === 0)) return undefined;
  return {
    rows,
    path: now === undefined ? criticalPath(rows, kinds) : [],
    from: rows.reduce((first, row) => Math.min(first, row.from), Number.POSITIVE_INFINITY),
    to: rows.reduce((last, row) => Math.max(last, row.to), Number.NEGATIVE_INFINITY),
    kinds,
    timeScale,
  };
}
