import { type TaskAnswer, taskAnswer } from "../api/answers";
import { CoalescedRead } from "../api/coalescedRead";
import { RedisCloudApiError } from "../api/error";
import type { Account } from "./account";
import { LifecycleError, type LifecycleErrorKind } from "./error";
import type { Operation, Progress } from "./operation";
import { formatDuration, NOT_YET_VISIBLE_MS, type PollingInterval, pollUntil } from "./polling";
import { isTaskState, TASK_COMPLETED, TASK_PROCESSING, TASK_UNDER_WAY } from "./states";

/** No task of ours is queued behind this one: the next one may wait until this one is seen as processed. */
const URGENT = { quickestMs: 100, part: 0.15 };
/** A task of ours is queued behind this one: the API continues with it on its own. */
const FOLLOWED = { quickestMs: 300, part: 0.3 };

/**
 * Waits until the task is processed: `received`, `processing-in-progress`, then `processing-completed`.
 *
 * @throws {@link LifecycleError} of kind `processing-error` with the task's code and description,
 * `processing-timeout`, or `lost-sight`.
 */
export async function waitUntilProcessed(
  account: Account,
  operation: Operation,
  taskId: string,
  { deadline, watch, hasFollower }: { deadline: number; watch: Progress; hasFollower: () => boolean },
): Promise<TaskAnswer> {
  const failed = (
    kind: LifecycleErrorKind,
    description: string,
    about: { code?: string; cause?: unknown } = {},
  ) => {
    // What an argument identifies has its ID before it exists.
    const resourceId = operation.action === "create" ? undefined : operation.target.id;
    return new LifecycleError({ kind, operation, taskId, description, ...about, resourceId });
  };
  const startedAt = Date.now();
  const usualMs = account.usual.shortest("processing", operation);
  const pace = (): PollingInterval => ({ ...(hasFollower() ? FOLLOWED : URGENT), usualMs });
  const task = new CoalescedRead(() => read(account, operation, taskId, Date.now() - startedAt));

  const look = (task: TaskAnswer | undefined, waitedMs: number): TaskAnswer | undefined => {
    if (task?.status === TASK_COMPLETED) return task;
    if (task !== undefined && !TASK_UNDER_WAY.has(task.status)) {
      const error = task.response?.error;
      throw failed("processing-error", error?.description ?? task.description ?? task.status, {
        code: error?.type,
      });
    }
    if (Date.now() > deadline) {
      const status = task?.status ?? "not listed";
      throw failed("processing-timeout", `still ${status} after ${formatDuration(watch.timeoutMs)}`);
    }
    if (task?.status === TASK_PROCESSING) watch.observe(operation, "processing", { taskId });
    watch.report(`${task?.status ?? "submitted"}, ${formatDuration(waitedMs)}`);
    return undefined;
  };

  const done = await pollUntil(task, look, { pace, deadline, isNew: true }).catch((error) => {
    throw error instanceof LifecycleError ? error : failed("lost-sight", error.message, { cause: error });
  });
  account.usual.took("processing", operation, Date.now() - startedAt);
  return done;
}

/** Reads the task; undefined on a 404 shortly after submission, when it may not be visible yet. */
async function read(
  account: Account,
  operation: Operation,
  taskId: string,
  waitedMs: number,
): Promise<TaskAnswer | undefined> {
  try {
    return await account.api.get(`/tasks/${taskId}`, taskOf(operation));
  } catch (error) {
    const isNotFound = error instanceof RedisCloudApiError && error.kind === "not-found";
    if (isNotFound && waitedMs < NOT_YET_VISIBLE_MS) return undefined;
    throw error;
  }
}

const knownTask = taskAnswer.refine(({ status }) => isTaskState(status), {
  path: ["status"],
  error: ({ input }) => `unknown task state: ${(input as TaskAnswer).status}`,
});

const creationTask = (isId: (id: unknown) => boolean) =>
  knownTask.refine(({ status, response }) => status !== TASK_COMPLETED || isId(response?.resourceId), {
    path: ["response", "resourceId"],
    error: "the task is completed, but has no resource ID",
  });

/** Schemas of tasks that create a resource, by the type of its ID. */
const CREATION_TASKS = {
  number: creationTask((id) => Number.isSafeInteger(id) && Number(id) > 0),
  string: creationTask((id) => typeof id === "string" && id !== ""),
};

/** Schema of the operation's task: its state is a known one, and a completed creation names its resource unless an argument does. */
function taskOf({ action, target: { kind, id } }: Operation): typeof knownTask {
  const isNamed = action !== "create" || kind.isAction || id !== undefined;
  return isNamed ? knownTask : CREATION_TASKS[kind.idType ?? "number"];
}
