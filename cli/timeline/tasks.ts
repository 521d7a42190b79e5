import type { TaskAnswer } from "../../provider/api/answers";
import type { TimelineKinds } from "../../timeline/kinds";
import { commandOf, type Mark, type Operation, spanOf, tasksOf } from "../../timeline/operation";
import { ALL_KINDS } from "./kinds";

/** Phases of unprocessed tasks, by state; a task's timestamp is when it entered its state. */
const UNDER_WAY: Readonly<Record<string, Mark["phase"]>> = {
  initialized: "submitted",
  received: "submitted",
  "processing-in-progress": "processing",
};

/** Processing takes 1 to 10 seconds; an unknown start is drawn at most this long before the end. */
const LONGEST_PROCESSING_MS = 10_000;
const BEGAN = "it may have begun later: GET /tasks reports only when it ended";

/**
 * Builds operations from `GET /tasks` alone, which reports when each task entered its state, but not when processing
 * began: not before the previous task ended.
 */
export function operationsOfTasks(
  tasks: readonly TaskAnswer[],
  kinds: TimelineKinds = ALL_KINDS,
): Operation[] {
  const inOrder = tasks
    .map((task) => ({ task, at: timeOf(task) }))
    .filter(({ at }) => Number.isFinite(at))
    .sort((one, other) => one.at - other.at);
  let lastEnd = Number.NEGATIVE_INFINITY;
  return inOrder.map(({ task, at }) => {
    const underWay = UNDER_WAY[task.status];
    const began = Math.max(lastEnd, at - LONGEST_PROCESSING_MS);
    if (underWay === undefined) lastEnd = at;
    return {
      key: task.taskId,
      account: "",
      ...commandOf(task.commandType ?? "task", kinds, task.response),
      id: task.response?.resourceId,
      marks: underWay
        ? [{ at, phase: underWay, taskId: task.taskId }]
        : [{ at: began, phase: "processing", taskId: task.taskId, detail: BEGAN }, endOf(task, at)],
      arrivalKnown: false,
    };
  });
}

/**
 * Refines a provider's observations from `GET /tasks`: adds the exact time when each task was processed, which a
 * provider sees only at its next poll, and other programs' tasks on the account during the run.
 */
export function withTasks(
  operations: readonly Operation[],
  tasks: readonly TaskAnswer[],
  kinds: TimelineKinds = ALL_KINDS,
): Operation[] {
  const { from, to } = spanOf(operations);
  const own = new Set(operations.flatMap(tasksOf));
  const others = tasks.filter((task) => {
    const at = timeOf(task);
    return !own.has(task.taskId) && at >= from && at <= to;
  });
  const processedAt = new Map(
    tasks.filter(({ status }) => UNDER_WAY[status] === undefined).map((task) => [task.taskId, timeOf(task)]),
  );
  return [
    ...operations.map((operation) => ({ ...operation, marks: correctTimes(operation.marks, processedAt) })),
    ...operationsOfTasks(others, kinds).map((operation) => ({ ...operation, foreign: true })),
  ];
}

/** Uses the server's time unless it contradicts the provider's observations. */
function correctTimes(marks: readonly Mark[], processedAt: ReadonlyMap<string, number>): Mark[] {
  let taskId: string | undefined;
  let last = Number.NEGATIVE_INFINITY;
  return marks.map((mark) => {
    taskId = mark.taskId ?? taskId;
    const reportedAt =
      mark.phase === "processed" && taskId !== undefined ? processedAt.get(taskId) : undefined;
    const at = reportedAt !== undefined && reportedAt > last && reportedAt < mark.at ? reportedAt : mark.at;
    last = at;
    return { ...mark, at };
  });
}

function endOf({ status, taskId, description, response }: TaskAnswer, at: number): Mark {
  if (status === "processing-completed") return { at, phase: "ready", taskId };
  return { at, phase: "failed", taskId, detail: response?.error?.type ?? description ?? status };
}

const timeOf = ({ timestamp }: TaskAnswer): number => Date.parse(timestamp ?? "");
