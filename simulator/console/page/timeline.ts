import { timelineOf } from "../../../timeline/build";
import { isEnd, type Operation } from "../../../timeline/operation";
import { operationsOfSimulator } from "../../../timeline/record";
import type { Timeline } from "../../../timeline/summary";
import type { StateChange } from "../../record";
import type { KindState, TimeState } from "../types";
import { timelineKinds } from "./kinds";

/** A pause of the work that is longer than this many real milliseconds, and than a simulated minute, separates runs. */
const PAUSE_MS = 10_000;
const SHORTEST_PAUSE_MS = 60_000;

/** A run, as it is drawn. */
export interface Run {
  readonly timeline: Timeline;
  /** Whether an operation is still under way; its critical path is not known then. */
  readonly growing: boolean;
}

/**
 * The latest run, or all of them, exactly as the `timeline` command draws it.
 *
 * @param time the present: the operations of a run that goes on extend to it
 */
export function runOf(
  changes: readonly StateChange[],
  kinds: readonly KindState[],
  { now, timeScale }: Pick<TimeState, "now" | "timeScale">,
  all: boolean,
): Run | undefined {
  const forTimeline = timelineKinds(kinds);
  const operations = operationsOfSimulator(changes, forTimeline);
  const shown = all ? operations : latestRun(operations, Math.max(SHORTEST_PAUSE_MS, PAUSE_MS * timeScale));
  const growing = shown.some(
    ({ marks }) => marks.length > 0 && !isEnd(marks.at(-1) as Operation["marks"][number]),
  );
  const timeline = timelineOf(shown, forTimeline, {
    timeScale: timeScale === 1 ? undefined : timeScale,
    now: growing ? now : undefined,
  });
  return timeline && { timeline, growing };
}

/** The operations after the last pause. */
function latestRun(operations: readonly Operation[], pauseMs: number): readonly Operation[] {
  const inOrder = operations
    .filter(({ marks }) => marks.length > 0)
    .sort((one, other) => startOf(one) - startOf(other));
  let first = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const [index, operation] of inOrder.entries()) {
    if (startOf(operation) - end > pauseMs) first = index;
    end = Math.max(end, endOf(operation));
  }
  return inOrder.slice(first);
}

const startOf = ({ marks }: Operation): number => marks[0]?.at ?? 0;

const endOf = ({ marks }: Operation): number => {
  const last = marks.at(-1);
  return last && isEnd(last) ? last.at : Number.POSITIVE_INFINITY;
};
