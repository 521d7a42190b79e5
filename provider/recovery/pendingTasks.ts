import type { ListedTask } from "../api/answers";
import type { ResourceId } from "../api/lists";
import type { Account } from "../lifecycle/account";
import { type Action, isCommand } from "../lifecycle/commands";
import { LifecycleError } from "../lifecycle/error";
import type { Target } from "../lifecycle/kind";
import type { Operation, Progress } from "../lifecycle/operation";
import { formatDuration, NOT_YET_VISIBLE_MS, pollUntil } from "../lifecycle/polling";
import { TASK_COMPLETED, TASK_UNDER_WAY } from "../lifecycle/states";

const PACE = { quickestMs: 500, part: 0.2 };

/** Pending tasks of other processes: one of them may be an earlier run's. */
export class PendingTasks {
  /** By kind: when the tasks that were pending at the first call were processed. */
  private readonly settled = new Map<string, Promise<number>>();

  constructor(private readonly account: Account) {}

  /** Waits for the creations that are pending at the first call for a kind; later calls share that wait. */
  processedOnce(target: Target, watch: Progress): Promise<number> {
    const { name } = target.kind;
    let settled = this.settled.get(name);
    if (settled === undefined) {
      settled = this.processedNow(target, watch);
      this.settled.set(name, settled);
      // A failure is not kept: the next call tries again.
      settled.catch(() => this.settled.delete(name));
    }
    return settled;
  }

  /**
   * Waits until the creations that are pending now are processed.
   *
   * @returns when that was seen: lists that are read after it contain the created resources.
   */
  processedNow(target: Target, watch: Progress): Promise<number> {
    return this.processed({ action: "create", target }, watch);
  }

  /**
   * Waits until the pending tasks with the action and kind of `work` are processed.
   *
   * @throws {@link LifecycleError} of kind `not-admitted` when they are not processed in time.
   */
  async processed(work: Operation, watch: Progress): Promise<number> {
    const { snapshots, admission } = this.account;
    const deadline = Date.now() + watch.timeoutMs;
    const now = await snapshots.tasks.asOf(Date.now());
    const awaited = [...now.values()].filter(
      (task) =>
        isCommand(work.target.kind, work.action, task.commandType) &&
        isUnderWay(task) &&
        !admission.isOwn(task.taskId),
    );
    if (awaited.length > 0) {
      const what = `${awaited.length} earlier tasks, which may belong to this resource`;
      watch.report(`waiting for ${what}`);
      const look = (tasks: ReadonlyMap<string, ListedTask>): true | undefined => {
        if (!awaited.some(({ taskId }) => isUnderWay(tasks.get(taskId)))) return true;
        if (Date.now() <= deadline) return undefined;
        const description = `waited ${formatDuration(watch.timeoutMs)} for ${what}`;
        throw new LifecycleError({ kind: "not-admitted", operation: work, description });
      };
      await pollUntil(snapshots.tasks, look, { pace: () => PACE, deadline, isNew: true });
    }
    if (work.action === "create" && !work.target.kind.isNameUnique) await this.listed(work.target);
    return Date.now();
  }

  /**
   * Waits for resources that are created and not listed yet, of every kind that the same command creates. This is not needed where names are unique: the API then
   * refuses a duplicate.
   */
  private async listed(target: Target): Promise<void> {
    const { snapshots } = this.account;
    const tasks = [...(await snapshots.tasks.asOf(0)).values()];
    const idsBy = (action: Action) =>
      tasks
        .filter(
          ({ commandType, status }) =>
            isCommand(target.kind, action, commandType) && status === TASK_COMPLETED,
        )
        .flatMap(({ response }) => response?.resourceId ?? []);
    const deleted = new Set(idsBy("delete"));
    const created = idsBy("create").filter((id) => !deleted.has(id));
    const isDone = (listed: ReadonlyMap<ResourceId, unknown>, waitedMs: number) =>
      created.every((id) => listed.has(id)) || waitedMs > NOT_YET_VISIBLE_MS;
    await pollUntil(
      snapshots.listOf(target.kind.partOf?.list ?? target.kind, target.place),
      (listed, waitedMs) => (isDone(listed, waitedMs) ? true : undefined),
      { pace: () => PACE },
    );
  }
}

const isUnderWay = (task: ListedTask | undefined): boolean => TASK_UNDER_WAY.has(task?.status ?? "");
