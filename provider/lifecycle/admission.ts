import type { Snapshots } from "../api/snapshots";
import { awaitingKeyError, LifecycleError } from "./error";
import { isSubscription, type Target } from "./kind";
import { type AccountNow, freePlaces, nextOf, obstacle, restInTheWay, takesPlace } from "./limits";
import type { Progress, Submission } from "./operation";
import { OtherClients } from "./otherClients";
import { formatDuration, intervalMs } from "./polling";
import type { Candidate } from "./slot";

/** With one task queued behind the current one the API never idles. Submitted tasks cannot be cancelled, so no more. */
const MOST_SUBMITTED = 2;
const BLOCKED = { quickestMs: 1000, part: 0.1 };
/** The count of other clients' tasks is valid for 20 times the duration of its read: their list may be long. */
const TASKS = { quickestMs: 0, part: 20 };
/** Another client that was active within this time may be waiting for the place that we release ... */
const COMPANY_MS = 120_000;
/** ... and gets this long to take it. */
const COURTESY_MS = 1_500;

/**
 * Admits the operations of an account as its limits allow, those that unblock the most first. The limits are checked
 * against what the API reports, so that other clients' tasks count too.
 */
export class Admission {
  private waiting: readonly Candidate[] = [];
  /** Submitted and not processed yet. */
  private submitted: readonly Submission[] = [];
  private lastProcessed: Promise<unknown> = Promise.resolve();
  /** The account as of the last read; undefined when a task of ours was processed since. */
  private known?: AccountNow;
  /** The account as of the last read, even if it is outdated. */
  private latest: AccountNow = { subscriptions: new Map(), submitted: [], foreign: 0 };
  /** Other clients' tasks that may turn a subscription non-active, by the last count, and how long that is valid. */
  private hint = { foreign: 0, until: 0 };
  private running = false;
  private lastTurnAt = 0;
  private turns = 0;
  private isAwake = false;
  private resume: () => void = () => undefined;

  constructor(
    private readonly snapshots: Snapshots,
    private readonly foreign = new OtherClients(),
  ) {}

  /**
   * Waits until the account's limits allow the operation, then runs the work. Until then the operation can be dropped
   * without any effect.
   *
   * @param work submits the request and waits until its task is processed; returns the resource that was changed.
   * @throws {@link LifecycleError} of kind `not-admitted` when the queue made no progress for as long as the timeout,
   * or `awaiting-key`; and what the work throws.
   */
  admit(operation: Submission, watch: Progress, work: Candidate["work"]): Promise<Target | undefined> {
    return new Promise((resolve, refuse) => {
      const candidate = { operation, watch, enqueuedAt: Date.now(), work, resolve, refuse };
      this.waiting = [...this.waiting, candidate];
      watch.observe(operation, "waiting");
      this.wake();
      void this.run();
    });
  }

  /** Whether this process submitted the task. */
  isOwn(taskId: string): boolean {
    return this.foreign.isOwn(taskId);
  }

  /** Whether this process submitted anything. */
  get hasSubmitted(): boolean {
    return this.foreign.hasOwn;
  }

  /** Makes the queue check again, also when it is not waiting yet. */
  private wake(): void {
    this.isAwake = true;
    this.resume();
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.waiting.length > 0) {
      try {
        this.isAwake = false;
        if (await this.admitted()) continue;
        if (!this.isAwake) await this.event();
        // Operations that arrive together are checked together.
        await new Promise(setImmediate);
      } catch (error) {
        // The account cannot be read, so the limits cannot be checked: no operation is admitted.
        for (const { refuse } of this.take(() => true)) refuse(error);
      }
    }
    this.running = false;
  }

  /** Admits one operation if, by a fresh read, the limits allow any. */
  private async admitted(): Promise<boolean> {
    if (this.submitted.length >= MOST_SUBMITTED) return false;
    let now = this.known;
    if (now === undefined || nextOf(this.waiting, now) !== undefined) {
      const { turns } = this;
      now = await this.look();
      if (turns === this.turns) this.known = now;
      this.refuseInResting(now);
      const next = nextOf(this.waiting, now);
      if (next !== undefined && !this.leavesToOthers(next.operation, now)) {
        await this.grant(next);
        return true;
      }
    }
    this.refuseLate(now);
    this.report(now);
    return false;
  }

  private async look(): Promise<AccountNow> {
    // A task that is processed during the reads may be missing from them, so it still counts as submitted.
    const { submitted } = this;
    const { tasks, subscriptions } = this.snapshots;
    const isOfPlaces = this.isNextOfPlaces({ ...this.latest, submitted });
    // Tasks first: another client's task that is processed in between counts twice, rather than not at all.
    const all = isOfPlaces ? await tasks.asOf(Date.now()) : undefined;
    const foreign = all === undefined ? 0 : this.foreign.count(all);
    if (all !== undefined) this.hint = { foreign, until: Date.now() + intervalMs(tasks.tookMs, TASKS) };
    const listed = await subscriptions.asOf(Date.now());
    this.latest = { foreign, subscriptions: this.foreign.withCreated(listed), submitted };
    // No operation takes a place without a read of the tasks.
    if (all === undefined && this.isNextOfPlaces(this.latest)) return this.look();
    return this.latest;
  }

  /** Whether the next operation takes a place. Only then are the tasks read, since their list may be long. */
  private isNextOfPlaces(now: AccountNow): boolean {
    const next = nextOf(this.waiting, now);
    if (next !== undefined) return takesPlace(next.operation);
    return this.waiting.some(({ operation }) => takesPlace(operation));
  }

  /** Whether to pause before taking the last place again: another client may be waiting for it, which we cannot see. */
  private leavesToOthers(operation: Submission, now: AccountNow): boolean {
    const isLast = takesPlace(operation) && freePlaces(now) === 1;
    const pauseMs = this.lastTurnAt + COURTESY_MS - Date.now();
    if (!isLast || pauseMs <= 0 || !this.foreign.seenWithin(COMPANY_MS)) return false;
    setTimeout(() => this.wake(), pauseMs);
    return true;
  }

  /** Starts the work. Resolves when the API has accepted the request; the work continues. */
  private grant({ operation, work, resolve, refuse }: Candidate): Promise<unknown> {
    this.take((candidate) => candidate.operation === operation);
    this.submitted = [...this.submitted, operation];
    if (this.known) this.known = { ...this.known, submitted: this.submitted };
    return new Promise<void>((submitted) => {
      const processed = work({
        accepted: (taskId) => {
          if (taskId !== undefined) this.foreign.own(taskId);
          submitted();
        },
        before: this.lastProcessed,
        hasFollower: () => this.submitted.at(-1) !== operation,
      });
      processed.then(resolve, refuse);
      this.lastProcessed = processed
        .then((target) => this.created(operation, target))
        .catch(() => undefined)
        .then(() => this.processed(operation))
        .then(submitted);
    });
  }

  private created({ action, target }: Submission, created: Target | undefined): void {
    const isNew = action === "create" && isSubscription(target.kind);
    if (isNew && created?.id !== undefined) this.foreign.creates(Number(created.id));
  }

  private processed(operation: Submission): void {
    this.submitted = this.submitted.filter((other) => other !== operation);
    this.known = undefined;
    this.turns += 1;
    this.lastTurnAt = Date.now();
    this.wake();
  }

  /** Waits for what may unblock an operation: a task is processed, an operation arrives, or the account is read. */
  private event(): Promise<void> {
    const now = Date.now();
    // A task of ours wakes the queue when it ends, and waits for resources read the account anyway.
    const dueAt =
      this.submitted.length > 0 ? Number.POSITIVE_INFINITY : now + intervalMs(now - this.lastTurnAt, BLOCKED);
    return new Promise((resolve) => {
      this.resume = resolve;
      const seen = (subscriptions: AccountNow["subscriptions"]) => {
        // Only a hint: tasks may have finished since, so a read confirms it before an operation is admitted.
        const foreign = Date.now() < this.hint.until ? this.hint.foreign : 0;
        this.known = { subscriptions, submitted: this.submitted, foreign };
      };
      this.snapshots.subscriptions
        .next(dueAt)
        .then(seen, () => undefined)
        .then(resolve);
    });
  }

  /** Refuses operations in resting subscriptions: they would wait forever, and the API would refuse them. */
  private refuseInResting({ subscriptions }: AccountNow): void {
    const all = [...this.waiting.map(({ operation }) => operation), ...this.submitted];
    const restOf = ({ operation }: Candidate) => restInTheWay(operation, subscriptions, all);
    for (const candidate of this.take((one) => restOf(one) !== undefined))
      candidate.refuse(awaitingKeyError(candidate.operation, restOf(candidate)));
  }

  private refuseLate(now: AccountNow): void {
    const late = ({ watch, enqueuedAt }: Candidate) =>
      Date.now() - Math.max(enqueuedAt, this.lastTurnAt) > watch.timeoutMs;
    for (const { operation, watch, refuse } of this.take(late)) {
      const description = `waited ${formatDuration(watch.timeoutMs)} for ${obstacle(operation, now) ?? "its turn"}`;
      refuse(new LifecycleError({ kind: "not-admitted", operation, description }));
    }
  }

  private report(now: AccountNow): void {
    const free = freePlaces(now);
    for (const { operation, watch } of this.waiting) {
      const limit = obstacle(operation, now, free);
      watch.observe(operation, "waiting", { detail: limit });
      watch.report(limit === undefined ? `queued, one of ${this.waiting.length}` : `waiting for ${limit}`);
    }
  }

  private take(which: (candidate: Candidate) => boolean): readonly Candidate[] {
    const taken = this.waiting.filter(which);
    this.waiting = this.waiting.filter((candidate) => !which(candidate));
    return taken;
  }
}
