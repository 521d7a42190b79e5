import type { ListedTask } from "../api/answers";
import type { Account } from "./account";
import { COMMANDS } from "./commands";
import type { Watch } from "./operation";
import { lookUntil, NOT_YET_VISIBLE_MS } from "./pace";
import { type ResourceKind, TASK_COMPLETED, TASK_UNDER_WAY } from "./states";

const PACE = { quickestMs: 500, part: 0.2 };

/** Changes that others have under way: one of them may be an earlier run's. */
export class ChangesUnderWay {
  /** By kind: when those were processed that were under way when this process began. */
  private readonly settled = new Map<ResourceKind, Promise<number>>();

  constructor(private readonly account: Account) {}

  /** Waits, once for all, for those that were under way when this process began. */
  processedOnce(kind: ResourceKind, watch: Watch): Promise<number> {
    let settled = this.settled.get(kind);
    if (settled === undefined) {
      settled = this.processedNow(kind, watch);
      this.settled.set(kind, settled);
      // A failure is not kept: whoever asks next looks anew.
      settled.catch(() => this.settled.delete(kind));
    }
    return settled;
  }

  /**
   * Waits until those are processed that are under way now.
   *
   * @returns when that was seen: what they made is in lists that are read after it.
   */
  processedNow(kind: ResourceKind, watch: Watch): Promise<number> {
    return this.processed(new Set([COMMANDS[kind].create]), watch);
  }

  /** The same of other changes: of those that update, or delete, resources of the kind. */
  async processed(commands: ReadonlySet<string>, watch: Watch): Promise<number> {
    const { snapshots, admission } = this.account;
    const now = await snapshots.tasks.asOf(Date.now());
    const awaited = [...now.values()].filter(
      (task) => commands.has(task.commandType ?? "") && isUnderWay(task) && !admission.isOwn(task.taskId),
    );
    if (awaited.length > 0) {
      watch.report(`waiting for ${awaited.length} earlier tasks, which may be of this resource`);
      await lookUntil(
        snapshots.tasks,
        (tasks) => (awaited.some(({ taskId }) => isUnderWay(tasks.get(taskId))) ? undefined : true),
        { pace: () => PACE, deadline: Date.now() + watch.timeoutMs, isNew: true },
      );
    }
    if (commands.has(COMMANDS.subscription.create)) await this.listed();
    return Date.now();
  }

  /**
   * Waits for subscriptions that are created and not listed yet. Of databases and cloud accounts there cannot be two of
   * one name, so that nothing is made twice where one is overlooked.
   */
  private async listed(): Promise<void> {
    const { snapshots } = this.account;
    const tasks = [...(await snapshots.tasks.asOf(0)).values()];
    const idsBy = (command: string) =>
      tasks
        .filter(({ commandType, status }) => commandType === command && status === TASK_COMPLETED)
        .flatMap(({ response }) => response?.resourceId ?? []);
    const deleted = new Set(idsBy(COMMANDS.subscription.delete));
    const created = idsBy(COMMANDS.subscription.create).filter((id) => !deleted.has(id));
    const isDone = (listed: ReadonlyMap<number, unknown>, waitedMs: number) =>
      created.every((id) => listed.has(id)) || waitedMs > NOT_YET_VISIBLE_MS;
    await lookUntil(
      snapshots.subscriptions,
      (listed, waitedMs) => (isDone(listed, waitedMs) ? true : undefined),
      { pace: () => PACE },
    );
  }
}

const isUnderWay = (task: ListedTask | undefined): boolean => TASK_UNDER_WAY.has(task?.status ?? "");
