import { timelineOf } from "../../../timeline/build";
import type { TimelineKinds } from "../../../timeline/kinds";
import { isEnd, type Operation } from "../../../timeline/operation";
import { RecordedOperations } from "../../../timeline/record";
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

/** The runs of an account, exactly as the `timeline` command draws them. */
export class Runs {
  private readonly kinds: TimelineKinds;
  private readonly recorded: RecordedOperations;
  private read: readonly StateChange[] = [];

  constructor(private readonly states: readonly KindState[]) {
    this.kinds = timelineKinds(states);
    this.recorded = new RecordedOperations(this.kinds);
  }

  /** These runs with what has changed, or new ones, if these are of another account or of its earlier content. */
  grownTo(changes: readonly StateChange[], states: readonly KindState[]): Runs {
    const last = this.read.length - 1;
    const continues = states === this.states && changes[last] === this.read[last];
    const runs = continues ? this : new Runs(states);
    runs.recorded.add(changes.slice(runs.read.length));
    runs.read = changes;
    return runs;
  }

  /**
   * The latest run, or all of them; undefined without any.
   *
   * @param time the present: the operations of a run that goes on extend to it
   */
  drawn({ now, timeScale }: Pick<TimeState, "now" | "timeScale">, all: boolean): Run | undefined {
    const operations = this.recorded.all();
    const shown = all ? operations : latestRun(operations, Math.max(SHORTEST_PAUSE_MS, PAUSE_MS * timeScale));
    const growing = shown.some(
      ({ marks }) => marks.length > 0 && !isEnd(marks.at(-1) as Operation["marks"][number]),
    );
    const timeline = timelineOf(shown, this.kinds, {
      timeScale: timeScale === 1 ? undefined : timeScale,
      now: growing ? now : undefined,
    });
    return timeline && { timeline, growing };
  }
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
