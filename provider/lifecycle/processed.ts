import { type TaskAnswer, taskAnswer } from "../api/answers";
import { RedisCloudApiError } from "../api/error";
import type { Account } from "./account";
import { LifecycleError, type LifecycleErrorKind } from "./error";
import type { Operation, Watch } from "./operation";
import { forPeople, lookUntil, NOT_YET_VISIBLE_MS } from "./pace";
import { TASK_COMPLETED, TASK_UNDER_WAY } from "./states";

const FRESHEST_LOOK_MS = 300;

/**
 * Waits until the task is processed: `received`, `processing-in-progress`, then `processing-completed`.
 *
 * @throws {@link LifecycleError} of kind `processing-error` with the task's code and description, or
 * `processing-timeout`.
 */
export async function processed(
  account: Account,
  operation: Operation,
  taskId: string,
  { deadline, watch }: { deadline: number; watch: Watch },
): Promise<TaskAnswer> {
  const failed = (kind: LifecycleErrorKind, description: string, code?: string) =>
    new LifecycleError({ kind, operation, taskId, description, code, resourceId: operation.target.id });

  let lastList: ReadonlyMap<string, TaskAnswer> | undefined;
  const look = async (since: number, waitedMs: number) => {
    const tasks = await account.snapshots.tasks.asOf(since);
    // A task that is not in a new list is asked for once, by itself.
    const isNew = tasks !== lastList;
    lastList = tasks;
    return {
      tasks,
      task: tasks.get(taskId) ?? (isNew ? await notListed(account, taskId, waitedMs) : undefined),
    };
  };

  return lookUntil(async ({ since, waitedMs }) => {
    const { tasks, task } = await look(since, waitedMs).catch((error) => {
      throw failed("lost-sight", error.message);
    });
    if (task?.status === TASK_COMPLETED) return task;
    if (task !== undefined && !TASK_UNDER_WAY.has(task.status)) {
      const error = task.response?.error;
      throw failed("processing-error", error?.description ?? task.description ?? task.status, error?.type);
    }
    if (Date.now() > deadline) {
      throw failed(
        "processing-timeout",
        `still ${task?.status ?? "not listed"} after ${forPeople(watch.timeoutMs)}`,
      );
    }
    watch.report(progress(tasks, task, waitedMs));
    return undefined;
  }, FRESHEST_LOOK_MS);
}

async function notListed(
  account: Account,
  taskId: string,
  waitedMs: number,
): Promise<TaskAnswer | undefined> {
  try {
    return await account.api.get(`/tasks/${taskId}`, taskAnswer);
  } catch (error) {
    const isNotFound = error instanceof RedisCloudApiError && error.kind === "not-found";
    if (isNotFound && waitedMs < NOT_YET_VISIBLE_MS) return undefined;
    throw error;
  }
}

function progress(
  tasks: ReadonlyMap<string, TaskAnswer>,
  task: TaskAnswer | undefined,
  waitedMs: number,
): string {
  if (task?.status === "processing-in-progress") return `processing, ${forPeople(waitedMs)}`;
  const ahead = [...tasks.values()].filter(
    ({ status, taskId }) => TASK_UNDER_WAY.has(status) && taskId !== task?.taskId,
  ).length;
  return ahead === 0 ? "submitted" : `queued behind ${ahead} ${ahead === 1 ? "task" : "tasks"}`;
}
