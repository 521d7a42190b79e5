import type { ListedTask } from "../api/answers";
import type { Account } from "../lifecycle/account";
import type { Kind, Target } from "../lifecycle/kind";
import { TASK_COMPLETED, TASK_UNDER_WAY } from "../lifecycle/states";

/** Changes to a resource that this process did not make, according to the account's tasks. */
export interface Changed {
  /** IDs of its update tasks that are not processed yet. */
  readonly underWay: readonly string[];
  readonly isUpdated: boolean;
  readonly isDeleted: boolean;
}

/**
 * Finds changes to the resource after the latest one in the state: those of an interrupted run, and those of other
 * clients. `GET /tasks` lists those of the past ten days.
 *
 * @param knownTaskId the task of the latest change in the state.
 */
export async function changedSince(
  account: Account,
  { kind, id }: Target,
  knownTaskId: string | undefined,
): Promise<Changed> {
  const tasks = await account.snapshots.tasks.asOf(0);
  const knownAt = timeOf(tasks.get(knownTaskId ?? ""));
  const later = [...tasks.values()].filter(
    (task) =>
      task.response?.resourceId === id &&
      task.taskId !== knownTaskId &&
      !(timeOf(task) <= knownAt) &&
      !account.admission.isOwn(task.taskId),
  );
  const { update, delete: deletion } = kind.commands;
  const isDone = ({ status }: ListedTask) => status === TASK_COMPLETED;
  const updates = later.filter(({ commandType = "" }) => update.has(commandType));
  return {
    underWay: updates.filter(({ status }) => TASK_UNDER_WAY.has(status)).map(({ taskId }) => taskId),
    isUpdated: updates.some(isDone),
    isDeleted: later.some((task) => task.commandType === deletion && isDone(task)),
  };
}

/** Returns the completed tasks that created resources of a kind. */
export const creationsOf = <T extends { readonly commandType?: string; readonly status: string }>(
  { commands }: Kind,
  tasks: readonly T[],
): readonly T[] =>
  tasks.filter(({ commandType, status }) => commandType === commands.create && status === TASK_COMPLETED);

/** Returns the task ID of the latest processed creation or update; undefined without any in the past ten days. */
export async function latestChange(account: Account, { kind, id }: Target): Promise<string | undefined> {
  const { create, update } = kind.commands;
  const tasks = await account.snapshots.tasks.asOf(0);
  const changes = [...tasks.values()].filter(
    ({ commandType = "", response, status }) =>
      response?.resourceId === id &&
      status === TASK_COMPLETED &&
      (commandType === create || update.has(commandType)),
  );
  return changes.sort((a, b) => timeOf(b) - timeOf(a))[0]?.taskId;
}

/** Timestamp in milliseconds; NaN where there is none, which compares as neither before nor after anything. */
const timeOf = (task: Pick<ListedTask, "timestamp"> | undefined): number => Date.parse(task?.timestamp ?? "");
