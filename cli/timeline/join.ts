import { isEnd, type Mark, type Operation, spanOf, tasksOf } from "../../timeline/operation";
import type { SimulatorRecordJson } from "./simulatorRecord";

/** Simulated time, as a simulator's record contains it. */
type Clock = Pick<SimulatorRecordJson, "start" | "timeScale" | "periods">;

/**
 * Joins a provider's observations with its simulator's record, by task ID. Waits before submission come from the
 * provider; everything after comes from the simulator, exact to the millisecond.
 *
 * The result is in simulated time. The simulator's record contains its real start time and its time scale, so each
 * real time of the provider maps to a simulated one. Both must use the same machine's clock.
 */
export function joinOperations(
  observed: readonly Operation[],
  simulated: readonly Operation[],
  { start, timeScale, periods = [{ ...start, timeScale }] }: Clock,
): Operation[] {
  const [first = { ...start, timeScale }] = periods;
  const inSimulatedTime = (mark: Mark): Mark => {
    const period = periods.findLast(({ real }) => real <= mark.at) ?? first;
    return { ...mark, at: Math.round(period.simulated + (mark.at - period.real) * period.timeScale) };
  };
  const byTask = new Map(simulated.map((operation) => [operation.key, operation]));
  const own = observed.map((operation) => ({ ...operation, marks: operation.marks.map(inSimulatedTime) }));
  const { from, to } = spanOf(own);
  const ownTasks = new Set(own.flatMap(tasksOf));
  const names = new Map(observed.map(({ kind, id, name }) => [`${kind} ${id}`, name]));
  const named = (operation: Operation): Operation => ({
    ...operation,
    name: (operation.id && names.get(`${operation.kind} ${operation.id}`)) || operation.name,
  });
  const others = simulated.flatMap((operation) => {
    if (ownTasks.has(operation.key)) return [];
    if (ownTasks.has(operation.causedBy ?? "")) return [named(operation)];
    const during = operation.marks.some(({ at }) => at >= from && at <= to);
    return during ? [{ ...named(operation), foreign: true }] : [];
  });
  return [...own.map((operation) => joinOperation(operation, byTask)), ...others];
}

function joinOperation(operation: Operation, byTask: ReadonlyMap<string, Operation>): Operation {
  const tasks = tasksOf(operation).flatMap((taskId) => byTask.get(taskId) ?? []);
  const [firstTask] = tasks;
  if (firstTask === undefined) return operation;
  const exact = tasks.flatMap(({ marks }) => marks);
  const lastOfTasks = exact.at(-1);
  const ownEnd = operation.marks.findLast(isEnd);
  // A provider detects late that a resource is ready; but only it knows when it gave up.
  const end = lastOfTasks && isEnd(lastOfTasks) && ownEnd?.phase !== "failed" ? undefined : ownEnd;
  const marks = [...waitsBefore(operation.marks, byTask), ...exact, ...(end ? [end] : [])]
    .filter(({ at }) => end === undefined || at <= end.at)
    .sort((one, other) => one.at - other.at);
  return { ...operation, account: firstTask.account, id: operation.id ?? firstTask.id, marks };
}

/** The waits, each no later than the submission that follows it. */
function waitsBefore(marks: readonly Mark[], byTask: ReadonlyMap<string, Operation>): Mark[] {
  return marks
    .filter(({ phase }) => phase === "waiting")
    .map((wait) => {
      const submission = marks.find(({ at, phase }) => phase === "submitted" && at >= wait.at);
      const received = byTask.get(submission?.taskId ?? "")?.marks[0]?.at;
      return received === undefined ? wait : { ...wait, at: Math.min(wait.at, received) };
    });
}
