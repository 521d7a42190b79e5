import type { TaskAnswer } from "../../provider/api/answers";
import { timelineOf } from "../../timeline/build";
import type { TimelineKinds } from "../../timeline/kinds";
import type { Operation } from "../../timeline/operation";
import { operationsOfSimulator } from "../../timeline/record";
import type { Timeline } from "../../timeline/summary";
import { ALL, type Declarations } from "../declarations";
import type { Input } from "./input";
import { joinOperations } from "./join";
import { type SubscriptionIds, timelineKindsOf } from "./kinds";
import type { SimulatorRecordJson } from "./simulatorRecord";
import { operationsOfTasks, withTasks } from "./tasks";

/**
 * Builds the timeline of a run from at least one source: providers' observations, a simulator's record, and the
 * answer to `GET /tasks`.
 *
 * @param subscriptions those of the account, by which kinds of its tasks are told apart
 * @throws Error when there is nothing to draw, or when two simulators' records are given
 */
export function buildTimeline(
  inputs: readonly Input[],
  tasks?: readonly TaskAnswer[],
  declarations: Declarations = ALL,
  subscriptions?: SubscriptionIds,
): Timeline {
  const observed = inputs.flatMap((input) => (input.source === "provider" ? input.operations : []));
  const [record, ...more] = inputs.flatMap((input) => (input.source === "simulator" ? [input.record] : []));
  if (more.length > 0) throw new Error("specify the record of one simulator only: their clocks differ");
  const kinds = timelineKindsOf(declarations, subscriptions);
  const operations = operationsFrom(observed, record, tasks, kinds);
  const timeline = timelineOf(operations, kinds, {
    timeScale: record?.timeScale === 1 ? undefined : record?.timeScale,
  });
  if (timeline === undefined) throw new Error("the record contains no operations");
  return timeline;
}

function operationsFrom(
  observed: readonly Operation[],
  record: SimulatorRecordJson | undefined,
  tasks: readonly TaskAnswer[] | undefined,
  kinds: TimelineKinds,
): readonly Operation[] {
  if (record === undefined) {
    if (tasks === undefined) return observed;
    return observed.length > 0 ? withTasks(observed, tasks, kinds) : operationsOfTasks(tasks, kinds);
  }
  // The simulator's record includes everything in its tasks.
  const simulated = operationsOfSimulator(record.changes, kinds);
  return observed.length > 0 ? joinOperations(observed, simulated, record) : simulated;
}
