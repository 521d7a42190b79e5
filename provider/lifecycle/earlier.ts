import { RedisCloudApiError } from "../api/error";
import type { Account } from "./account";
import { COMMANDS } from "./commands";
import { LifecycleError } from "./error";
import type { Intent } from "./journal/intent";
import { isAtWork } from "./journal/journal";
import { named, type Target, type Watch } from "./operation";
import { lookUntil } from "./pace";
import { processed } from "./processed";
import { listOf } from "./provisioned";
import { type ResourceKind, STATES, TASK_COMPLETED, TASK_UNDER_WAY } from "./states";

/** What was accepted, though its answer was lost, is among the account's tasks by then. */
const LOST_ANSWER_MS = 20_000;
/** A provider whose engine is killed ends by itself within this time. */
const GHOST_MS = 10_000;
/** Clocks of two machines may differ by so much. */
const CLOCKS_DIFFER_MS = 300_000;
const PACE = { quickestMs: 500, part: 0.2 };

/** A resource that an earlier run may have created, without its engine ever learning of it. */
export interface Sought {
  /** Without an ID. */
  readonly target: Target;
  readonly name?: string;
  /** Whether nobody but this resource of this stack would be called so. */
  readonly isAutoName: boolean;
  /** What is written down about its creation. */
  readonly intent: () => Intent | "unreadable" | undefined;
}

/** A resource that was found, and by what. */
export interface Found {
  readonly target: Target;
  readonly by: "journal" | "name";
  readonly taskId?: string;
  /** Names of the arguments that it was created with, where the journal tells. */
  readonly fields?: readonly string[];
}

/**
 * Finds what earlier runs submitted. What is there is not created again: a task cannot be cancelled, and a second
 * request would make a second resource.
 */
export class EarlierRuns {
  /** By kind: when the creations were processed that were under way when this process began. */
  private readonly settled = new Map<ResourceKind, Promise<number>>();

  /** Resources that the engine has shown to know in this process: those it created, or called with their IDs. */
  private readonly known = new Set<string>();

  constructor(private readonly account: Account) {}

  /** The engine knows the resource: it is not one that an earlier run left behind. */
  noteKnown(target: Target): void {
    this.known.add(keyOf(target));
  }

  /**
   * The resource that an earlier run created, or asked for; undefined when there is none.
   *
   * @throws Error when there is one that may not be taken over.
   */
  async find(sought: Sought, watch: Watch): Promise<Found | undefined> {
    await ended(sought, watch);
    const intent = sought.intent();
    if (typeof intent !== "object")
      return this.byName(sought, watch, intent === "unreadable" ? {} : undefined);
    const { taskId, fields } = intent;
    const found = (id: number): Found => ({
      target: { ...sought.target, id },
      by: "journal",
      taskId,
      fields,
    });
    // It is about a resource that the engine has learned of since.
    if (intent.id !== undefined && this.isKnown(found(intent.id).target)) return this.byName(sought, watch);
    if (intent.id !== undefined) return this.there(found(intent.id));
    const made = taskId === undefined ? "unknown" : await this.madeBy(taskId, sought.target, watch);
    if (made === "unknown") {
      const named = await this.byName(sought, watch, intent);
      return named && { ...named, by: "journal", fields };
    }
    return made === "nothing" ? undefined : found(made);
  }

  private isKnown(target: Target): boolean {
    return this.known.has(keyOf(target));
  }

  /** What the task made; nothing, when it was refused. */
  private async madeBy(
    taskId: string,
    target: Target,
    watch: Watch,
  ): Promise<number | "nothing" | "unknown"> {
    watch.announce(`taking up task ${taskId} of an earlier run, which is to create it`);
    const deadline = Date.now() + watch.timeoutMs;
    try {
      const work = { action: "create", target } as const;
      const task = await processed(this.account, work, taskId, { deadline, watch, hasFollower: () => false });
      return task.response?.resourceId ?? "unknown";
    } catch (error) {
      if (!(error instanceof LifecycleError)) throw error;
      if (error.kind === "processing-error") return "nothing";
      // The API keeps tasks for ten days.
      if (error.kind === "lost-sight" && isNotFound(error.cause)) return "unknown";
      throw error;
    }
  }

  /**
   * @param intent where it is certain that the resource was asked for: since when, and that explicit names count too.
   */
  private async byName(
    sought: Sought,
    watch: Watch,
    intent?: Pick<Partial<Intent>, "submittedAt">,
  ): Promise<Found | undefined> {
    const { target, name, isAutoName } = sought;
    if (name === undefined || (intent === undefined && !isAutoName)) return undefined;
    const submittedAt = Date.parse(intent?.submittedAt ?? "");
    const asOf = await (intent === undefined
      ? this.othersProcessed(target.kind, watch)
      : this.processedNow(target.kind, watch));
    const list = listOf(this.account, target);
    const look = async (since: number) =>
      [...(await list.asOf(since))].filter(
        ([id, { name: called, status }]) =>
          called === name &&
          !STATES[target.kind].deleting.has(status) &&
          status !== "deleted" &&
          !this.isKnown({ ...target, id }),
      );
    let candidates = await look(asOf);
    while (candidates.length === 0 && Date.now() < submittedAt + LOST_ANSWER_MS) {
      watch.report("looking for what the API may have accepted");
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      candidates = await look(await this.processedNow(target.kind, watch));
    }
    return this.theOne(
      sought,
      candidates.map(([id]) => id),
      submittedAt,
    );
  }

  /** Of those with the name, the one whose creation the account's tasks tell of. */
  private async theOne(
    { target, name, isAutoName }: Sought,
    ids: readonly number[],
    submittedAt: number,
  ): Promise<Found | undefined> {
    if (ids.length === 0) return undefined;
    const tasks = await this.account.snapshots.tasks.asOf(0);
    const { create } = COMMANDS[target.kind];
    const creations = [...tasks.values()].filter(
      ({ commandType, status, response, timestamp = "" }) =>
        commandType === create &&
        status === TASK_COMPLETED &&
        ids.includes(response?.resourceId ?? Number.NaN) &&
        (isAutoName || Date.parse(timestamp) > submittedAt - CLOCKS_DIFFER_MS),
    );
    const [creation] = creations;
    const id = creation?.response?.resourceId;
    if (id !== undefined) return { target: { ...target, id }, by: "name", taskId: creation?.taskId };
    if (!isAutoName) return undefined;
    throw new Error(
      `${named({ ...target, id: ids[0] })} is called ${name}, which only this resource of this stack would be, but ` +
        "was not created within the last ten days, so it is not taken over. Delete it, or give this resource another name.",
    );
  }

  /** The resource, unless it is gone. */
  private async there(found: Found): Promise<Found | undefined> {
    const { kind, id = 0 } = found.target;
    const isThere = (status: string | undefined) =>
      status !== undefined && status !== "deleted" && !STATES[kind].deleting.has(status);
    const list = listOf(this.account, found.target);
    const seen = await lookUntil(
      list,
      (listed, waitedMs) => {
        const status = listed.get(id)?.status;
        // It may have been created a moment ago.
        return status === undefined && waitedMs < LOST_ANSWER_MS ? undefined : { status };
      },
      { pace: () => PACE },
    );
    return isThere(seen.status) ? found : undefined;
  }

  /** Waits, once for all, for what was under way when this process began: it may be of an earlier run. */
  private othersProcessed(kind: ResourceKind, watch: Watch): Promise<number> {
    let settled = this.settled.get(kind);
    if (settled === undefined) {
      settled = this.processedNow(kind, watch);
      this.settled.set(kind, settled);
      // A failure is not kept: whoever asks next looks anew.
      settled.catch(() => this.settled.delete(kind));
    }
    return settled;
  }

  /** Waits until the creations are processed that others have under way; returns when that was seen. */
  private async processedNow(kind: ResourceKind, watch: Watch): Promise<number> {
    const { snapshots, admission } = this.account;
    const tasks = await snapshots.tasks.asOf(Date.now());
    const isUnderWay = (taskId: string, all: typeof tasks) =>
      TASK_UNDER_WAY.has(all.get(taskId)?.status ?? TASK_COMPLETED);
    const awaited = [...tasks.values()]
      .filter(({ commandType, taskId }) => commandType === COMMANDS[kind].create && !admission.isOwn(taskId))
      .map(({ taskId }) => taskId)
      .filter((taskId) => isUnderWay(taskId, tasks));
    if (awaited.length > 0) {
      watch.report(`waiting for ${awaited.length} earlier tasks, which may be of this resource`);
      await lookUntil(
        snapshots.tasks,
        (all) => (awaited.some((taskId) => isUnderWay(taskId, all)) ? undefined : true),
        { pace: () => PACE, deadline: Date.now() + watch.timeoutMs, isNew: true },
      );
    }
    if (kind === "subscription") await this.listed();
    return Date.now();
  }

  /** Waits for subscriptions that are created and not listed yet. Of the other kinds the API refuses a second of a name. */
  private async listed(): Promise<void> {
    const { subscription } = COMMANDS;
    const tasks = [...(await this.account.snapshots.tasks.asOf(0)).values()];
    const idsBy = (command: string) =>
      tasks
        .filter(({ commandType, status }) => commandType === command && status === TASK_COMPLETED)
        .map(({ response }) => response?.resourceId);
    const deleted = new Set(idsBy(subscription.delete));
    const created = idsBy(subscription.create).filter((id) => id !== undefined && !deleted.has(id));
    const isListed = (listed: ReadonlyMap<number, unknown>) =>
      created.every((id) => listed.has(id as number));
    await lookUntil(
      this.account.snapshots.subscriptions,
      (listed, waitedMs) => (isListed(listed) || waitedMs > LOST_ANSWER_MS ? true : undefined),
      { pace: () => PACE },
    );
  }
}

/** Waits until the process that wrote the intent is gone: a provider lives on for seconds after its engine. */
async function ended({ intent }: Sought, watch: Watch): Promise<void> {
  for (let waitedMs = 0; waitedMs < GHOST_MS; waitedMs += 250) {
    const open = intent();
    if (typeof open !== "object" || !isAtWork(open)) return;
    watch.report(`waiting for process ${open.pid} of an earlier run to end`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

const keyOf = ({ kind, subscriptionId, id }: Target): string => `${kind} ${subscriptionId ?? ""}/${id}`;

const isNotFound = (error: unknown): boolean =>
  error instanceof RedisCloudApiError && error.kind === "not-found";
