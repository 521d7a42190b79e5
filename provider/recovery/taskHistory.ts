import type { ListedTask } from "../api/answers";
import type { Account } from "../lifecycle/account";
import { commandTypes, isCommand } from "../lifecycle/commands";
import { idInTasks, type Kind, mayStandFor, type Target } from "../lifecycle/kind";
import { TASK_COMPLETED, TASK_UNDER_WAY } from "../lifecycle/states";

/** Changes to a resource that this process did not make, according to the account's tasks. */
export interface Changed {
  /** IDs of its update tasks that are not processed yet. */
  readonly underWay: readonly string[];
  readonly isUpdated: boolean;
  readonly isDeleted: boolean;
  /**
   * Whether it may have been deleted: the tasks of some kinds name only its parent, and the one that deletes a private link
   * (recorded) names no resource at all.
   */
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
  const isLater = (task: ListedTask) => task.taskId !== knownTaskId && !(timeOf(task) <= knownAt);
  const isByOthers = (task: ListedTask) => !account.admission.isOwn(task.taskId) && isLater(task);
  const { ofResource, ofCommand } = indexOf(tasks);
  const deletions = [...commandTypes(kind, "delete")]
    .flatMap((command) => ofCommand.get(command) ?? [])
    .filter((task) => isDone(task) && isByOthers(task));
  const updates = (ofResource.get(id) ?? []).filter(
    (task) => isCommand(kind, "update", task.commandType) && isByOthers(task),
  );
  return {
    underWay: updates.filter(({ status }) => TASK_UNDER_WAY.has(status)).map(({ taskId }) => taskId),
    isUpdated: updates.some(isDone),
    isDeleted: deletions.some(({ response }) => response?.resourceId === id),
    mayBeDeleted: deletions.some(
      ({ response: { resourceId } = {} }) => resourceId === undefined || mayStandFor(resourceId, target),
    ),
    isRecreated: isRecreated(target, (parentId) =>
      (ofResource.get(parentId) ?? []).filter((task) => isDone(task) && isLater(task)),
    ),
  };
}

/** The tasks of an account, to be looked up for a thousand resources. */
interface TaskIndex {
  readonly ofResource: ReadonlyMap<unknown, readonly ListedTask[]>;
  readonly ofCommand: ReadonlyMap<unknown, readonly ListedTask[]>;
}

const indexes = new WeakMap<object, TaskIndex>();

function indexOf(tasks: ReadonlyMap<unknown, ListedTask>): TaskIndex {
  const known = indexes.get(tasks);
  if (known !== undefined) return known;
  const all = [...tasks.values()];
  const index = {
    ofResource: grouped(all, ({ response }) => response?.resourceId),
    ofCommand: grouped(all, ({ commandType }) => commandType),
  };
  indexes.set(tasks, index);
  return index;
}

function grouped(tasks: readonly ListedTask[], keyOf: (task: ListedTask) => unknown) {
  const groups = new Map<unknown, ListedTask[]>();
  for (const task of tasks) {
    const group = groups.get(keyOf(task));
    if (group) group.push(task);
    else groups.set(keyOf(task), [task]);
  }
  return groups;
}

const isDone = ({ status }: ListedTask): boolean => status === TASK_COMPLETED;

/** @param doneOf the tasks of a resource that were processed after the latest change in the state. */
function isRecreated({ kind, place }: Target, doneOf: (id: unknown) => readonly ListedTask[]): boolean {
  const { recreation } = kind.commands;
  const parent = kind.parents.at(-1);
  if (recreation === undefined || parent === undefined) return false;
  const ofParent = doneOf(place[parent.argument]);
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
  const changes = (indexOf(tasks).ofResource.get(id) ?? []).filter(
    (task) =>
      isDone(task) &&
      (isCommand(kind, "create", task.commandType) || isCommand(kind, "update", task.commandType)),
  );
  return changes.sort((a, b) => timeOf(b) - timeOf(a))[0]?.taskId;
}

/** Timestamp in milliseconds; NaN where there is none, which compares as neither before nor after anything. */
const timeOf = (task: Pick<ListedTask, "timestamp"> | undefined): number => Date.parse(task?.timestamp ?? "");
