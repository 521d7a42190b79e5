import type { ListedTask } from "../api/answers";
import type { Account } from "../lifecycle/account";
import { isCommand } from "../lifecycle/commands";
import { idInTasks, type Kind, mayStandFor, type Target } from "../lifecycle/kind";
import { TASK_COMPLETED, TASK_UNDER_WAY } from "../lifecycle/states";

/** Changes to a resource that this process did not make, according to the account's tasks. */
export interface Changed {
  /** IDs of its update tasks that are not processed yet. */
  readonly underWay: readonly string[];
  readonly isUpdated: boolean;
  readonly isDeleted: boolean;
  /** Whether it, or another one in the same place, was deleted: the tasks of some kinds do not tell which. */
  readonly mayBeDeleted: boolean;
  /** Whether a part of it was created again, by this process or another: see `Commands.recreation`. */
  readonly isRecreated: boolean;
}

/**
 * Finds changes to the resource after the latest one in the state: those of an interrupted run, and those of other
 * clients. `GET /tasks` lists those of the past ten days.
 *
 * @param knownTaskId the task of the latest change in the state.
 */
export async function changedSince(
  account: Account,
  target: Target,
  knownTaskId: string | undefined,
): Promise<Changed> {
  const { kind } = target;
  const id = idInTasks(target);
  // What this process recreated is in no list that was read before.
  const isOld = kind.commands.recreation !== undefined && account.admission.hasSubmitted;
  const tasks = await account.snapshots.tasks.asOf(isOld ? Date.now() : 0);
  const knownAt = timeOf(tasks.get(knownTaskId ?? ""));
  const all = [...tasks.values()].filter((task) => task.taskId !== knownTaskId && !(timeOf(task) <= knownAt));
  const byOthers = all.filter(({ taskId }) => !account.admission.isOwn(taskId));
  const deletions = byOthers.filter(
    (task) => isCommand(kind, "delete", task.commandType) && task.status === TASK_COMPLETED,
  );
  const later = byOthers.filter(({ response }) => response?.resourceId === id);
  const isDone = ({ status }: ListedTask) => status === TASK_COMPLETED;
  const updates = later.filter(({ commandType }) => isCommand(kind, "update", commandType));
  return {
    underWay: updates.filter(({ status }) => TASK_UNDER_WAY.has(status)).map(({ taskId }) => taskId),
    isUpdated: updates.some(isDone),
    isDeleted: deletions.some(({ response }) => response?.resourceId === id),
    mayBeDeleted: deletions.some(({ response }) => mayStandFor(response?.resourceId, target)),
    isRecreated: isRecreated(target, all.filter(isDone)),
  };
}

/** @param done the tasks that were processed after the latest change in the state. */
function isRecreated({ kind, place }: Target, done: readonly ListedTask[]): boolean {
  const { recreation } = kind.commands;
  const parent = kind.parents.at(-1);
  if (recreation === undefined || parent === undefined) return false;
  const ofParent = done.filter(({ response }) => response?.resourceId === place[parent.argument]);
  const deletions = ofParent.filter(({ commandType }) => commandType === recreation.delete);
  return ofParent.some(
    (task) =>
      task.commandType === recreation.create &&
      deletions.some((deletion) => timeOf(deletion) <= timeOf(task)),
  );
}

/** Returns the completed tasks that created resources of a kind. */
export const creationsOf = <T extends { readonly commandType?: string; readonly status: string }>(
  kind: Kind,
  tasks: readonly T[],
): readonly T[] =>
  tasks.filter(
    ({ commandType, status }) => isCommand(kind, "create", commandType) && status === TASK_COMPLETED,
  );

/** Returns the task ID of the latest processed creation or update; undefined without any in the past ten days. */
export async function latestChange(account: Account, target: Target): Promise<string | undefined> {
  const { kind } = target;
  const id = idInTasks(target);
  const tasks = await account.snapshots.tasks.asOf(0);
  const changes = [...tasks.values()].filter(
    ({ commandType, response, status }) =>
      response?.resourceId === id &&
      status === TASK_COMPLETED &&
      (isCommand(kind, "create", commandType) || isCommand(kind, "update", commandType)),
  );
  return changes.sort((a, b) => timeOf(b) - timeOf(a))[0]?.taskId;
}

/** Timestamp in milliseconds; NaN where there is none, which compares as neither before nor after anything. */
const timeOf = (task: Pick<ListedTask, "timestamp"> | undefined): number => Date.parse(task?.timestamp ?? "");
