import type { ListedTask } from "../api/answers";
import type { Account } from "../lifecycle/account";
import type { Kind, Target } from "../lifecycle/kind";
import { TASK_COMPLETED, TASK_UNDER_WAY } from "../lifecycle/states";

/** What the account's tasks tell of changes to a resource that this process did not make. */
export interface Changed {
  /** Tasks that update it and are not processed yet. */
  readonly underWay: readonly string[];
  readonly isUpdated: boolean;
  readonly isDeleted: boolean;
}

/**
 * Changes to the resource after the one that the state knows of: those of an interrupted run, and what other people
 * and programs did. `GET /tasks` tells those of the past ten days.
 *
 * @param knownTaskId the task of the latest change that the state knows of.
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

/** The tasks that created resources of a kind. */
export const creationsOf = <T extends { readonly commandType?: string; readonly status: string }>(
  { commands }: Kind,
  tasks: readonly T[],
): readonly T[] =>
  tasks.filter(({ commandType, status }) => commandType === commands.create && status === TASK_COMPLETED);

/** The latest change of the resource that is processed; undefined without any in the past ten days. */
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

/** Milliseconds; NaN where there is none, which is neither before nor after anything. */
const timeOf = (task: Pick<ListedTask, "timestamp"> | undefined): number => Date.parse(task?.timestamp ?? "");
