import { RedisCloudApiError } from "../api/error";
import type { ResourceId } from "../api/lists";
import type { Account } from "../lifecycle/account";
import { LifecycleError } from "../lifecycle/error";
import { isElsewhere, keyOf, type Target, targetOf } from "../lifecycle/kind";
import type { Progress } from "../lifecycle/operation";
import { NOT_YET_VISIBLE_MS, pollUntil } from "../lifecycle/polling";
import { waitUntilProcessed } from "../lifecycle/processed";
import { listOf } from "../lifecycle/provisioned";
import { isLeaving } from "../lifecycle/states";
import { type NamedResource, NameSearch } from "./findByName";
import { findRun } from "./findRun";
import type { Intent } from "./journal/intent";
import { isAtWork } from "./journal/journal";
import type { Recovered, RecoveryQuery } from "./query";

/** A provider exits within this time after its engine is killed. */
const GHOST_MS = 10_000;
const GHOST_PACE_MS = 250;
const LOOK_AGAIN_MS = 2_000;
const PACE = { quickestMs: 500, part: 0.2 };

/**
 * Finds what earlier runs submitted, so that it is not created again: a task cannot be cancelled, and a second request
 * would create a second resource.
 */
export class EarlierRuns {
  private readonly byName: NameSearch;
  /** Resources that the engine knows: those that this process created, or was called for with their IDs. */
  private readonly known = new Set<string>();

  constructor(private readonly account: Account) {
    this.byName = new NameSearch(account, (target) => this.isKnown(target));
  }

  /** Records that the engine knows the resource: it is not one that an earlier run left behind. */
  noteKnown(target: Target): void {
    this.known.add(keyOf(target));
  }

  /**
   * Finds the resource that an earlier run created or requested; undefined when there is none.
   *
   * @throws Error when there is one that must not be taken over.
   */
  async find(sought: RecoveryQuery, watch: Progress): Promise<Recovered | undefined> {
    await awaitEndOfProcess(sought, watch);
    const intent = sought.intent();
    if (sought.target.kind.isAction) return intent && this.findRun(sought, intent, watch);
    if (sought.target.kind.readOne) return intent && this.findUnlisted(sought, intent, watch);
    if (intent === undefined) return this.byName.find(sought, watch);
    if (intent === "unreadable") return this.byName.findSubmitted(sought, Number.NaN, watch);
    const { taskId, fields, name } = intent;
    const names = name === undefined ? sought.names : [name];
    const target = targetOfIntent(intent, sought.target);
    const found = (id: ResourceId): Recovered => ({
      target: { ...target, id },
      by: "journal",
      taskId,
      fields,
    });
    if (intent.id !== undefined) {
      // The engine has learned of the intent's resource since, so the intent leaves nothing to recover.
      const isKnown = this.isKnown(found(intent.id).target);
      return isKnown ? this.byName.find(sought, watch) : this.there(found(intent.id));
    }
    const made = taskId === undefined ? "unknown" : await this.findCreatedResource(taskId, target, watch);
    if (made === "nothing") return undefined;
    if (made !== "unknown") return found(made.id);
    const isAutoName = sought.isAutoName && names.every((one) => sought.names.includes(one));
    const queryOfIntent = { ...sought, target, names, isAutoName, earlierTasks: intent.earlierTasks };
    const named = await this.byName.findSubmitted(queryOfIntent, Date.parse(intent.submittedAt), watch);
    return named && { ...named, by: "journal", fields, isInferred: true };
  }

  /** Finds the run of an action that the intent led to; undefined when it is to run (again). */
  private async findRun(
    sought: RecoveryQuery,
    intent: Intent | "unreadable",
    watch: Progress,
  ): Promise<Recovered | undefined> {
    const { target } = sought;
    if (intent !== "unreadable" && isElsewhere(targetOfIntent(intent, target), target)) return undefined;
    const {
      id,
      taskId,
      submittedAt,
      name,
      fields,
      earlierTasks = [],
    } = intent === "unreadable" ? ({} as Partial<Intent>) : intent;
    const accepted = id === undefined ? taskId : String(id);
    const isTaken = (id: string) =>
      earlierTasks.includes(id) ||
      this.isKnown({ ...target, id }) ||
      sought.wasKnown({ ...target, id }) ||
      sought.isClaimed({ ...target, id });
    if (id === undefined && taskId !== undefined) {
      const made = await this.findCreatedResource(taskId, target, watch);
      if (made === "nothing") return undefined;
    }
    const run =
      accepted ?? (await findRun(this.account, target, Date.parse(submittedAt ?? ""), isTaken, watch));
    if (run === undefined || this.isKnown({ ...target, id: run })) return undefined;
    // At once, so that no other resource takes it for its own.
    this.noteKnown({ ...target, id: run });
    // It ran with other triggers.
    if (name !== undefined && !sought.names.includes(name)) return undefined;
    return {
      target: { ...target, id: run },
      by: "journal",
      taskId: run,
      fields,
      ...(accepted === undefined && { isInferred: true }),
    };
  }

  /** Finds the resource of an intent, of a kind that the API does not list: the journal has its ID, or it is lost. */
  private async findUnlisted(
    sought: RecoveryQuery,
    intent: Intent | "unreadable",
    watch: Progress,
  ): Promise<Recovered | undefined> {
    const { id, submittedAt, name, fields } = intent === "unreadable" ? ({} as Partial<Intent>) : intent;
    const found = (id: ResourceId): Recovered => ({
      target: { ...sought.target, id },
      by: "journal",
      fields,
    });
    if (id !== undefined) return this.isKnown(found(id).target) ? undefined : this.there(found(id));
    // What another version of the program asked for is not what is declared now.
    if (name !== undefined && !sought.names.includes(name)) return undefined;
    const since = Date.parse(submittedAt ?? "");
    while (true) {
      const lost = await sought.findLost?.(since);
      if (lost !== undefined) return { ...found(lost), isInferred: true };
      if (!(Date.now() < since + NOT_YET_VISIBLE_MS)) return undefined;
      watch.report("looking for a request that the API may have accepted");
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  /**
   * Finds the resource that would be taken over by its name alone, in the account as last read.
   *
   * @throws TakeoverRefused when it must not be taken over.
   */
  preview(sought: RecoveryQuery): Promise<NamedResource | undefined> {
    return this.byName.preview(sought);
  }

  private isKnown(target: Target): boolean {
    return this.known.has(keyOf(target));
  }

  /** Returns the resource that the task created; `nothing` when the task failed. */
  private async findCreatedResource(
    taskId: string,
    target: Target,
    watch: Progress,
  ): Promise<{ readonly id: ResourceId } | "nothing" | "unknown"> {
    watch.announce(`resuming task ${taskId} of an earlier run, which creates it`);
    const deadline = Date.now() + watch.timeoutMs;
    try {
      const work = { action: "create", target } as const;
      const task = await waitUntilProcessed(this.account, work, taskId, {
        deadline,
        watch,
        hasFollower: () => false,
      });
      const id = target.id ?? task.response?.resourceId;
      return id === undefined ? "unknown" : { id };
    } catch (error) {
      if (!(error instanceof LifecycleError)) throw error;
      if (error.kind === "processing-error") return "nothing";
      // The API keeps tasks for ten days.
      if (error.kind === "lost-sight" && isNotFound(error.cause)) return "unknown";
      throw error;
    }
  }

  /** Returns the resource, unless it is gone. A recently created one may not be listed yet. */
  private async there(found: Recovered): Promise<Recovered | undefined> {
    const { kind, id = 0 } = found.target;
    const { status } = await pollUntil(
      listOf(this.account, found.target),
      (listed, waitedMs) => {
        const status = listed.get(id)?.status;
        return status === undefined && waitedMs < NOT_YET_VISIBLE_MS ? undefined : { status };
      },
      { pace: () => PACE },
    );
    return isLeaving(kind, status) ? undefined : found;
  }
}

/**
 * Returns the resource that the intent was to create, in the place recorded there: the program may declare it elsewhere
 * by now. Earlier versions of this package did not record every place.
 */
function targetOfIntent({ place, name }: Intent, { kind, place: declared, id }: Target): Target {
  const from = Object.keys(place).length === 0 ? declared : place;
  const own = kind.idArgument === undefined ? {} : { [kind.idArgument]: name ?? id };
  return targetOf(kind, { ...from, ...own });
}

/** Waits until the process that wrote the intent has ended: a provider outlives its engine by seconds. */
async function awaitEndOfProcess({ intent }: RecoveryQuery, watch: Progress): Promise<void> {
  for (let waitedMs = 0; waitedMs < GHOST_MS; waitedMs += GHOST_PACE_MS) {
    const open = intent();
    if (typeof open !== "object" || !isAtWork(open)) return;
    watch.report(`waiting for process ${open.pid} of an earlier run to end`);
    await new Promise((resolve) => setTimeout(resolve, GHOST_PACE_MS));
  }
}

const isNotFound = (error: unknown): boolean =>
  error instanceof RedisCloudApiError && error.kind === "not-found";

const runs = new WeakMap<Account, EarlierRuns>();

/** Returns the {@link EarlierRuns} of an account. */
export function earlierRunsOf(account: Account): EarlierRuns {
  const known = runs.get(account) ?? new EarlierRuns(account);
  runs.set(account, known);
  return known;
}
