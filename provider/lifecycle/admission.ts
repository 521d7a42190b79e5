import type { Snapshots } from "../api/snapshots";
import { awaitingKey, LifecycleError } from "./error";
import { isSubscription, subscriptionOf, type Target } from "./kind";
import { type AccountNow, freePlaces, nextOf, obstacle, takesPlace } from "./limits";
import type { Progress, Submission } from "./operation";
import { OtherClients } from "./otherClients";
import { forPeople, intervalMs } from "./polling";
import { isSubscriptionResting } from "./states";

/** What whoever is admitted is told, and tells. */
export interface Slot {
  /** To be called as soon as the API has accepted the request. */
  readonly accepted: (taskId?: string) => void;
  /** Resolves when what was submitted before is processed: the API processes tasks in the order it got them. */
  readonly before: Promise<unknown>;
  /** Whether the API has another task of ours to go on with. */
  readonly hasFollower: () => boolean;
}

interface Candidate {
  readonly operation: Submission;
  readonly watch: Progress;
  readonly arrivedAt: number;
  readonly work: (turn: Slot) => Promise<Target | undefined>;
  readonly resolve: (target: Target | undefined) => void;
  readonly refuse: (error: unknown) => void;
}

/** With one task behind the one that is processed the API never idles, and little is submitted that can't be taken back. */
const MOST_SUBMITTED = 2;
const BLOCKED = { quickestMs: 1000, part: 0.1 };
/** Tasks of others that are in the way are read again after so many times as long as that took: there may be many. */
const TASKS = { quickestMs: 0, part: 20 };
/** Somebody else who was at work within this time may wait for the place that we give back ... */
const COMPANY_MS = 120_000;
/** ... and gets this long to take it. */
const COURTESY_MS = 1_500;

/**
 * Lets the operations of an account submit, the most unlocking first, as its limits allow: judged by what the API
 * reports, so that the work of other programs counts too.
 */
export class Admission {
  private waiting: readonly Candidate[] = [];
  /** Not processed yet. */
  private submitted: readonly Submission[] = [];
  private lastProcessed: Promise<unknown> = Promise.resolve();
  private readonly foreign = new OtherClients();
  /** As of the last look; undefined when a task was processed since. */
  private known?: AccountNow;
  /** The same, however much happened since. */
  private latest: AccountNow = { subscriptions: new Map(), submitted: [], foreign: 0 };
  /** How many tasks of others the last look found in the way, and until when they are taken to be there still. */
  private hint = { foreign: 0, until: 0 };
  private running = false;
  private lastTurnAt = 0;
  private turns = 0;
  private isAwake = false;
  private resume: () => void = () => undefined;

  constructor(private readonly snapshots: Snapshots) {}

  /**
   * Waits until the account's limits allow the operation, then does the work. Until then it can be dropped without a
   * trace.
   *
   * @param work submits, and ends when the task is processed; its result is the resource that was changed.
   * @throws {@link LifecycleError} of kind `not-admitted` when nothing was admitted for as long as its timeout;
   * and what the work throws.
   */
  admit(operation: Submission, watch: Progress, work: Candidate["work"]): Promise<Target | undefined> {
    return new Promise((resolve, refuse) => {
      const candidate = { operation, watch, arrivedAt: Date.now(), work, resolve, refuse };
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

  /** Something happened that may let somebody go, which must not be slept through. */
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
        // Those who come together are looked at together.
        await new Promise(setImmediate);
      } catch (error) {
        // The account cannot be looked at: nobody is admitted blindly.
        for (const { refuse } of this.take(() => true)) refuse(error);
      }
    }
    this.running = false;
  }

  /** Admits one, if the limits allow any by a fresh look. */
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
    // What is processed while we look may be missing from what we see, so it still counts as submitted.
    const { submitted } = this;
    const { tasks, subscriptions } = this.snapshots;
    const isOfPlaces = this.isNextOfPlaces({ ...this.latest, submitted });
    // Tasks first: what others have processed in between counts twice, rather than not at all.
    const all = isOfPlaces ? await tasks.asOf(Date.now()) : undefined;
    const foreign = all === undefined ? 0 : this.foreign.count(all);
    if (all !== undefined) this.hint = { foreign, until: Date.now() + intervalMs(tasks.tookMs, TASKS) };
    const listed = await subscriptions.asOf(Date.now());
    this.latest = { foreign, subscriptions: this.foreign.withCreated(listed), submitted };
    // Nobody takes a place without a look at the tasks.
    if (all === undefined && this.isNextOfPlaces(this.latest)) return this.look();
    return this.latest;
  }

  /** Whether it matters what others are at: the list of tasks may be long. */
  private isNextOfPlaces(now: AccountNow): boolean {
    const next = nextOf(this.waiting, now);
    if (next !== undefined) return takesPlace(next.operation);
    return this.waiting.some(({ operation }) => takesPlace(operation));
  }

  /** Nobody can see who else waits for the last place: whoever had it last leaves the next a moment. */
  private leavesToOthers(operation: Submission, now: AccountNow): boolean {
    const isLast = takesPlace(operation) && freePlaces(now) === 1;
    const pauseMs = this.lastTurnAt + COURTESY_MS - Date.now();
    if (!isLast || pauseMs <= 0 || !this.foreign.seenWithin(COMPANY_MS)) return false;
    setTimeout(() => this.wake(), pauseMs);
    return true;
  }

  /** Returns when the API has the request; the work goes on. */
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

  /** Something happened that may let somebody go: a task is processed, somebody came, or the account was read. */
  private event(): Promise<void> {
    const now = Date.now();
    // A task of ours ends by itself, and those who wait for a resource look at the account anyway.
    const dueAt =
      this.submitted.length > 0 ? Number.POSITIVE_INFINITY : now + intervalMs(now - this.lastTurnAt, BLOCKED);
    return new Promise((resolve) => {
      this.resume = resolve;
      const seen = (subscriptions: AccountNow["subscriptions"]) => {
        // Only a hint, which a look confirms before anybody goes: others may have finished since.
        const foreign = Date.now() < this.hint.until ? this.hint.foreign : 0;
        this.known = { subscriptions, submitted: this.submitted, foreign };
      };
      this.snapshots.subscriptions
        .next(dueAt)
        .then(seen, () => undefined)
        .then(resolve);
    });
  }

  /** What is in a subscription that rests would wait for ever, and be refused by the API. */
  private refuseInResting({ subscriptions }: AccountNow): void {
    const statusFor = ({ operation: { target } }: Candidate) =>
      isSubscription(target.kind) ? undefined : subscriptions.get(subscriptionOf(target) ?? 0)?.status;
    for (const candidate of this.take((one) => isSubscriptionResting(statusFor(one))))
      candidate.refuse(awaitingKey(candidate.operation, statusFor(candidate)));
  }

  private refuseLate(now: AccountNow): void {
    const late = ({ watch, arrivedAt }: Candidate) =>
      Date.now() - Math.max(arrivedAt, this.lastTurnAt) > watch.timeoutMs;
    for (const { operation, watch, refuse } of this.take(late)) {
      const description = `waited ${forPeople(watch.timeoutMs)} for ${obstacle(operation, now) ?? "its turn"}`;
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
