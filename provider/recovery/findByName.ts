import type { ListedTask } from "../api/answers";
import type { ResourceId } from "../api/lists";
import type { Account } from "../lifecycle/account";
import { isCommand } from "../lifecycle/commands";
import { CLOCKS_DIFFER_MS } from "../lifecycle/creations";
import { LifecycleError } from "../lifecycle/error";
import { describeTarget, idInTasks, type Target } from "../lifecycle/kind";
import type { Progress } from "../lifecycle/operation";
import { NOT_YET_VISIBLE_MS } from "../lifecycle/polling";
import { listOf, type Waiting, waitUntilParentReady } from "../lifecycle/provisioned";
import { isLeaving, TASK_COMPLETED } from "../lifecycle/states";
import { PendingTasks } from "./pendingTasks";
import type { Recovered, RecoveryQuery } from "./query";

const LOOK_AGAIN_MS = 2_000;

/** A resource has the auto-name of the query, but must not be taken over. */
export class TakeoverRefused extends Error {
  override readonly name = "TakeoverRefused";

  constructor(
    readonly target: Target,
    /** The reason, as the end of a sentence that begins with the resource. */
    readonly reason: string,
  ) {
    super(`${describeTarget(target)} ${reason}, so it is not taken over.`);
  }
}

/** A resource that was found by its name, and the task that created it. */
export interface NamedResource {
  readonly target: Target;
  readonly creation: ListedTask;
}

/** Finds created resources by their names. */
export class NameSearch {
  private readonly creations: PendingTasks;

  constructor(
    private readonly account: Account,
    private readonly isKnown: (target: Target) => boolean,
  ) {
    this.creations = new PendingTasks(account);
  }

  /** Finds the resource by its auto-name, which no other resource would have. */
  async find(sought: RecoveryQuery, watch: Progress): Promise<Recovered | undefined> {
    if (!sought.isAutoName) return undefined;
    const since = await this.creations.processedOnce(sought.target, watch);
    return foundBy(await this.theOne(sought, await this.called(sought, since)));
  }

  /**
   * Like {@link NameSearch.find}, for a preview: uses the account as last read, and does not wait.
   *
   * @throws {@link TakeoverRefused}
   */
  async preview(sought: RecoveryQuery): Promise<NamedResource | undefined> {
    return sought.isAutoName ? this.theOne(sought, await this.called(sought, 0)) : undefined;
  }

  /**
   * Finds the resource of a creation request whose outcome is unknown.
   *
   * @param submittedAt milliseconds: a resource with an explicit name must not be older.
   */
  async findSubmitted(
    sought: RecoveryQuery,
    submittedAt: number,
    watch: Progress,
  ): Promise<Recovered | undefined> {
    while (true) {
      await this.creations.processedNow(sought.target, watch);
      const deadline = Date.now() + watch.timeoutMs;
      if (await isParentGone(this.account, sought.target, { deadline, watch })) return undefined;
      const ids = (await this.called(sought, Date.now())).filter(
        (id) => !sought.wasKnown({ ...sought.target, id }) && !sought.isClaimed({ ...sought.target, id }),
      );
      // The API may accept a request after the client gave up waiting, and list the resource only a moment later.
      const isLate = !(Date.now() < submittedAt + NOT_YET_VISIBLE_MS);
      const found = await this.theOne(sought, ids, submittedAt, tasksSince(sought));
      if (found !== undefined || isLate) return foundBy(found);
      watch.report("looking for a request that the API may have accepted");
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  private async called({ target, names }: RecoveryQuery, since: number): Promise<readonly ResourceId[]> {
    if (names.length === 0) return [];
    const listed = await listOf(this.account, target).asOf(since);
    return [...listed]
      .filter(([, { name = "", status }]) => names.includes(name) && !isLeaving(target.kind, status))
      .map(([id]) => id)
      .filter((id) => !this.isKnown({ ...target, id }));
  }

  /** Returns, of the resources with the name, the one whose creation is among the account's tasks. */
  private async theOne(
    { target, isAutoName, wasKnown, isClaimed, earlierTasks, createTimeoutMs }: RecoveryQuery,
    ids: readonly ResourceId[],
    submittedAt = Number.NaN,
    since = 0,
  ): Promise<NamedResource | undefined> {
    if (ids.length === 0) return undefined;
    const mayBeOurs = ({ commandType, taskId, timestamp = "" }: ListedTask) =>
      isCommand(target.kind, "create", commandType) &&
      !earlierTasks?.includes(taskId) &&
      (isAutoName ||
        (Date.parse(timestamp) > submittedAt - CLOCKS_DIFFER_MS && !isClaimed({ ...target, id: taskId })));
    const isCreation = (task: ListedTask) =>
      mayBeOurs(task) && task.status === TASK_COMPLETED && isOf(task, target, ids);
    const tasks = await this.tasksWith(isCreation, since);
    const creation = tasks.find(isCreation);
    if (creation === undefined && !isAutoName) return undefined;
    const found = { ...target, id: target.id ?? creation?.response?.resourceId ?? ids[0] };
    if (creation === undefined) throw new TakeoverRefused(found, "was not created within the last ten days");
    if (wasKnown(found))
      throw new TakeoverRefused(found, "is or was managed by a stack: no interrupted run left it behind");
    if (earlierTasks !== undefined) refuseOthers(found, creation, tasks.filter(mayBeOurs), tasks);
    if (isAutoName && changedLater(tasks, creation, target, createTimeoutMs))
      throw new TakeoverRefused(found, "was changed long after its creation: others use it");
    return { target: found, creation };
  }

  /** Returns the account's tasks, read again unless the sought one is among those last read: lists may be newer. */
  private async tasksWith(
    isSought: (task: ListedTask) => boolean,
    since: number,
  ): Promise<readonly ListedTask[]> {
    const { tasks } = this.account.snapshots;
    const known = [...(await tasks.asOf(since)).values()];
    return known.some(isSought) ? known : [...(await tasks.asOf(Date.now())).values()];
  }
}

/** Waits until the parent of a resource is ready, or known to be gone, and the resource with it. */
async function isParentGone(account: Account, target: Target, waiting: Waiting): Promise<boolean> {
  try {
    await waitUntilParentReady(account, target, waiting);
    return false;
  } catch (error) {
    if (error instanceof LifecycleError && error.kind === "gone") return true;
    throw error;
  }
}

/**
 * Whether a task that creates resources of the kind created this one. The tasks of a kind without IDs in the API refer to
 * what contains the resource, or to nothing.
 */
function isOf({ response }: ListedTask, { id, place }: Target, ids: readonly ResourceId[]): boolean {
  const created = response?.resourceId;
  if (created !== undefined && ids.includes(created)) return true;
  return id !== undefined && (created === undefined || Object.values(place).includes(created));
}

/**
 * Refuses a resource that is recognized by its place or by what it connects, if the tasks show another client at work:
 * one that asked for the same and was refused, or that changed the resource. A task does not tell who submitted it.
 *
 * @throws {@link TakeoverRefused}
 */
function refuseOthers(
  found: Target,
  creation: ListedTask,
  creations: readonly ListedTask[],
  tasks: readonly ListedTask[],
): void {
  const others = creations.filter(({ taskId }) => taskId !== creation.taskId);
  if (others.some(({ response }) => /ALREADY_EXIST/.test(response?.error?.type ?? "")))
    throw new TakeoverRefused(found, "may be another client's, which asked for the same at the same time");
  const isChange = ({ commandType, response }: ListedTask) =>
    isCommand(found.kind, "update", commandType) &&
    !isCommand(found.kind, "create", commandType) &&
    response?.resourceId === idInTasks(found);
  if (tasks.some((task) => isChange(task) && timeOf(task) >= timeOf(creation)))
    throw new TakeoverRefused(found, "was changed after its creation: another client uses it");
}

const timeOf = ({ timestamp }: ListedTask): number => Date.parse(timestamp ?? "");

/** A list that is read as a task shows what a task did that was not processed when the tasks were last read. */
const tasksSince = ({ target }: RecoveryQuery): number => (target.kind.isReadByTask ? Date.now() : 0);

const foundBy = (found: NamedResource | undefined): Recovered | undefined =>
  found && { target: found.target, by: "name", taskId: found.creation.taskId };

/**
 * Whether the resource was updated after its creation must have ended. A creation has its timeout once for itself, and
 * again for the arguments that only an update sets. A move to another stack (`pulumi state move`, `adopt`) leaves no
 * trace at the API: only the journal and the stacks' states record it.
 */
function changedLater(
  tasks: readonly ListedTask[],
  { timestamp = "", response }: ListedTask,
  { kind }: Target,
  createTimeoutMs: number,
): boolean {
  const until = Date.parse(timestamp) + 2 * createTimeoutMs;
  return tasks.some(
    (task) =>
      task.response?.resourceId === response?.resourceId &&
      isCommand(kind, "update", task.commandType) &&
      Date.parse(task.timestamp ?? "") > until,
  );
}
