import type { ListedTask } from "../api/answers";
import { type Action, commandTypes, isCommand } from "./commands";
import { isSubscription, type Kind } from "./kind";
import { knownKinds } from "./knownKinds";
import { NOT_YET_VISIBLE_MS } from "./polling";
import { TASK_COMPLETED, TASK_UNDER_WAY } from "./states";

/** Tasks that only read, of kinds that are not known here: they are nobody's change. */
const ONLY_READS = /(Get|List|Status)Request$/;

/** Tracks the activity of other clients on the account, from its list of tasks. */
export class OtherClients {
  /** IDs of the tasks that this process submitted. */
  private readonly ours = new Set<string>();
  private underWay: ReadonlySet<string> = new Set();
  /** Created subscriptions that may be missing from the list for a moment, and when their creation was seen. */
  private created = new Map<number, number>();
  private lastSeenAt = Number.NEGATIVE_INFINITY;

  /** @param kinds the kinds whose tasks are recognized. */
  constructor(private readonly kinds: () => readonly Kind[] = knownKinds) {}

  /** Records a task that this process submitted. */
  own(taskId: string): void {
    this.ours.add(taskId);
  }

  isOwn(taskId: string): boolean {
    return this.ours.has(taskId);
  }

  /** Whether this process submitted anything. */
  get hasOwn(): boolean {
    return this.ours.size > 0;
  }

  /** Records a subscription whose creation was processed. */
  creates(subscriptionId: number): void {
    this.created.set(subscriptionId, Date.now());
  }

  /** Records a list of tasks; returns how many pending ones of other clients may turn a subscription non-active. */
  count(tasks: ReadonlyMap<string, ListedTask>): number {
    const foreign = [...tasks.values()].filter(({ taskId }) => !this.ours.has(taskId));
    const kinds = this.kinds();
    const reads = new Set(kinds.flatMap(({ commands }) => [...(commands.read ?? [])]));
    const isRead = (commandType: string) => reads.has(commandType) || ONLY_READS.test(commandType);
    const underWay = foreign.filter(
      ({ status, commandType = "" }) => TASK_UNDER_WAY.has(status) && !isRead(commandType),
    );
    const isCreation = (commandType?: string) =>
      kinds.some((kind) => isSubscription(kind) && isCommand(kind, "create", commandType));
    for (const { taskId, commandType, status, response } of foreign) {
      const isNew = this.underWay.has(taskId) && status === TASK_COMPLETED;
      if (isNew && isCreation(commandType) && response?.resourceId !== undefined)
        this.creates(Number(response.resourceId));
    }
    this.underWay = new Set(underWay.map(({ taskId }) => taskId));
    if (underWay.length > 0) this.lastSeenAt = Date.now();
    const turning = new Set(kinds.flatMap(turningNonActive));
    return underWay.filter(({ commandType = "" }) => turning.has(commandType)).length;
  }

  /** Whether another client was active within this many milliseconds. */
  seenWithin(durationMs: number): boolean {
    return Date.now() - this.lastSeenAt < durationMs;
  }

  /** Returns the listed subscriptions and those that are created but not listed yet, which count as changing. */
  withCreated(
    listed: ReadonlyMap<number, { readonly status: string }>,
  ): ReadonlyMap<number, { readonly status: string }> {
    const missing = [...this.created].filter(
      ([id, at]) => !listed.has(id) && Date.now() - at < NOT_YET_VISIBLE_MS,
    );
    this.created = new Map(missing);
    const all = new Map<number, { readonly status: string }>(listed);
    for (const [id] of missing) all.set(id, { status: "pending" });
    return all;
  }
}

/** The `commandType`s of a kind's tasks that may turn a subscription non-active. */
const turningNonActive = (kind: Kind): readonly string[] =>
  kind.limits.turnsNonActive.flatMap((action: Action) => [...commandTypes(kind, action)]);
