import type { TaskAnswer } from "../../provider/api/answers";
import { ALL, type Declarations } from "../declarations";
import { criticalPath } from "./criticalPath";
import type { Input } from "./input";
import { joinOperations } from "./join";
import type { Operation } from "./operation";
import { rowsOf } from "./rows";
import { operationsOfSimulator, type SimulatorRecordJson } from "./simulatorRecord";
import type { Timeline } from "./summary";
import { operationsOfTasks, withTasks } from "./tasks";

/**
 * Builds the timeline of a run from at least one source: providers' observations, a simulator's record, and the
 * answer to `GET /tasks`.
 *
 * @throws Error when there is nothing to draw, or when two simulators' records are given
 */
export function buildTimeline(
  inputs: readonly Input[],
  tasks?: readonly TaskAnswer[],
  declarations: Declarations = ALL,
): Timeline {
  const observed = inputs.flatMap((input) => (input.source === "provider" ? input.operations : []));
  const [record, ...more] = inputs.flatMap((input) => (input.source === "simulator" ? [input.record] : []));
  if (more.length > 0) throw new Error("specify the record of one simulator only: their clocks differ");
  const rows = rowsOf(operationsFrom(observed, record, tasks, declarations));
  if (rows.every(({ segments }) => segments.length === 0))
    throw new Error("the record contains no operations");
  return {
    rows,
    path: criticalPath(rows),
    from: rows.reduce((first, row) => Math.min(first, row.from), Number.POSITIVE_INFINITY),
    to: rows.reduce((last, row) => Math.max(last, row.to), Number.NEGATIVE_INFINITY),
    timeScale: record?.timeScale === 1 ? undefined : record?.timeScale,
  };
}

function operationsFrom(
  observed: readonly Operation[],
  record: SimulatorRecordJson | undefined,
  tasks: readonly TaskAnswer[] | undefined,
  declarations: Declarations,
): readonly Operation[] {
  if (record === undefined) {
    if (tasks === undefined) return observed;
    return observed.length > 0
      ? withTasks(observed, tasks, declarations)
      : operationsOfTasks(tasks, declarations);
  }
  // The simulator's record includes everything in its tasks.
  const simulated = operationsOfSimulator(record, declarations);
  return observed.length > 0 ? joinOperations(observed, simulated, record) : simulated;
}
