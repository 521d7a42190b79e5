import type { Snapshots } from "../api/snapshots";
import { LifecycleError } from "./error";
import { obstacle, rank, type SubscriptionStates } from "./limits";
import type { Operation, Target, Watch } from "./operation";
import { forPeople, lookUntil, NOT_YET_VISIBLE_MS } from "./pace";

interface Candidate {
  readonly operation: Operation;
  readonly watch: Watch;
  readonly arrivedAt: number;
  readonly start: () => Promise<Target | undefined>;
  readonly refuse: (error: unknown) => void;
}

const FRESHEST_LOOK_MS = 500;

/**
 * Lets one operation of an account submit at a time, the most unlocking first, as its limits allow.
 *
 * The API processes one task at a time and takes nothing back, so nothing is gained by submitting more. What the
 * limits are judged by is read after the last task was processed, and counts the work of other programs too.
 */
export class Admission {
  private waiting: readonly Candidate[] = [];
  private running = false;
  private lastTurnAt = 0;
  /** Subscriptions whose creation was processed and that were not listed yet, with the moment of it. */
  private created = new Map<number, number>();

  constructor(private readonly snapshots: Snapshots) {}

  /**
   * Waits until the account's limits allow the operation, then does the work, alone, until its task is processed.
   * Until then it can be dropped without a trace.
   *
   * @param work submits, and ends when the task is processed; its result is the resource that was changed.
   * @throws {@link LifecycleError} of kind `not-admitted` when nothing was admitted for as long as its timeout;
   * and what the work throws.
   */
  admit(
    operation: Operation,
    watch: Watch,
    work: () => Promise<Target | undefined>,
  ): Promise<Target | undefined> {
    return new Promise((resolve, refuse) => {
      const start = () => {
        const done = work();
        done.then(resolve, refuse);
        return done;
      };
      this.waiting = [...this.waiting, { operation, watch, arrivedAt: Date.now(), start, refuse }].sort(
        (a, b) => rank(a.operation) - rank(b.operation),
      );
      void this.run();
    });
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.waiting.length > 0) {
      try {
        for (const next of await lookUntil(({ since }) => this.next(since), FRESHEST_LOOK_MS))
          await this.grant(next);
      } catch (error) {
        // The account cannot be looked at: nobody is admitted blindly.
        for (const candidate of this.take(() => true)) candidate.refuse(error);
      }
    }
    this.running = false;
  }

  /** Who is next; nobody when nobody waits any more; undefined when it has to be looked again. */
  private async next(since: number): Promise<readonly Candidate[] | undefined> {
    const subscriptions = this.withCreated(await this.snapshots.subscriptions.asOf(since));
    const next = this.waiting.find(({ operation }) => obstacle(operation, subscriptions) === undefined);
    if (next !== undefined) return [next];
    this.refuseLate(subscriptions);
    this.reportObstacles(subscriptions);
    return this.waiting.length === 0 ? [] : undefined;
  }

  /** A fresh subscription may be missing from the list for a moment, and changes all the same. */
  private withCreated(listed: SubscriptionStates): SubscriptionStates {
    const missing = [...this.created].filter(
      ([id, at]) => !listed.has(id) && Date.now() - at < NOT_YET_VISIBLE_MS,
    );
    this.created = new Map(missing);
    return new Map([...listed, ...missing.map(([id]) => [id, { status: "pending" }] as const)]);
  }

  private async grant(next: Candidate): Promise<void> {
    this.take((candidate) => candidate === next);
    this.waiting.forEach(({ watch }, index) => {
      watch.report(`queued behind ${index + 1} ${index === 0 ? "task" : "tasks"}`);
    });
    const changed = await next.start().catch(() => undefined);
    const isNew = next.operation.action === "create" && changed?.kind === "subscription";
    if (isNew && changed.id !== undefined) this.created.set(changed.id, Date.now());
    this.lastTurnAt = Date.now();
  }

  private refuseLate(subscriptions: SubscriptionStates): void {
    const late = ({ watch, arrivedAt }: Candidate) =>
      Date.now() - Math.max(arrivedAt, this.lastTurnAt) > watch.timeoutMs;
    for (const { operation, watch, refuse } of this.take(late)) {
      const description = `waited ${forPeople(watch.timeoutMs)} for ${obstacle(operation, subscriptions)}`;
      refuse(new LifecycleError({ kind: "not-admitted", operation, description }));
    }
  }

  private reportObstacles(subscriptions: SubscriptionStates): void {
    for (const { operation, watch } of this.waiting) {
      watch.report(`waiting for ${obstacle(operation, subscriptions)}`);
    }
  }

  private take(which: (candidate: Candidate) => boolean): readonly Candidate[] {
    const taken = this.waiting.filter(which);
    this.waiting = this.waiting.filter((candidate) => !which(candidate));
    return taken;
  }
}
