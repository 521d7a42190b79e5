import { isEnd, type Mark, type Operation, spanOf, tasksOf } from "./operation";
import type { SimulatorRecordJson } from "./simulatorRecord";

/**
 * Joins what a provider observed with the record of the simulator it worked on, by task ID: the waits before
 * submission from the provider, everything after it, to the millisecond, from the simulator.
 *
 * The result is in simulated time. A simulator's record says at which real time it started and how fast its time
 * runs, so every real time of the provider has its simulated one; the two have to run on the same machine's clock.
 */
export function joined(
  observed: readonly Operation[],
  simulated: readonly Operation[],
  { start, timeScale }: Pick<SimulatorRecordJson, "start" | "timeScale">,
): Operation[] {
  const inSimulatedTime = (mark: Mark): Mark => ({
    ...mark,
    at: Math.round(start.simulated + (mark.at - start.real) * timeScale),
  });
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
  return [...own.map((operation) => joinedOne(operation, byTask)), ...others];
}

function joinedOne(operation: Operation, byTask: ReadonlyMap<string, Operation>): Operation {
  const tasks = tasksOf(operation).flatMap((taskId) => byTask.get(taskId) ?? []);
  const [firstTask] = tasks;
  if (firstTask === undefined) return operation;
  const exact = tasks.flatMap(({ marks }) => marks);
  const lastOfTasks = exact.at(-1);
  const ownEnd = operation.marks.findLast(isEnd);
  // A provider sees later than it happened that a resource is ready; but that it gave up, only itself can tell.
  const end = lastOfTasks && isEnd(lastOfTasks) && ownEnd?.phase !== "failed" ? undefined : ownEnd;
  const marks = [...waitsBefore(operation.marks, byTask), ...exact, ...(end ? [end] : [])]
    .filter(({ at }) => end === undefined || at <= end.at)
    .sort((one, other) => one.at - other.at);
  return { ...operation, account: firstTask.account, id: operation.id ?? firstTask.id, marks };
}

/** The waits, none of them later than the submission that it came before. */
function waitsBefore(marks: readonly Mark[], byTask: ReadonlyMap<string, Operation>): Mark[] {
  return marks
    .filter(({ phase }) => phase === "waiting")
    .map((wait) => {
      const submission = marks.find(({ at, phase }) => phase === "submitted" && at >= wait.at);
      const received = byTask.get(submission?.taskId ?? "")?.marks[0]?.at;
      return received === undefined ? wait : { ...wait, at: Math.min(wait.at, received) };
    });
}
