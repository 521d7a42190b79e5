import type { z } from "zod";
import type { DryRunAnswer, ListedSubscription, PaymentMethodAnswer } from "../api/answers";
import type { Catalog } from "../api/catalog";
import type { ApiRequest } from "../api/client";
import { RedisCloudApiError } from "../api/error";
import type { ListedResource, Place, ResourceId } from "../api/lists";
import type { Account } from "../lifecycle/account";
import { waitUntilChangeable } from "../lifecycle/changeable";
import { dryRunsOf } from "../lifecycle/dryRuns";
import { LifecycleError } from "../lifecycle/error";
import type { Kind, Target } from "../lifecycle/kind";
import { operate } from "../lifecycle/operate";
import type { JournalEntry, Operation, Progress, Submission } from "../lifecycle/operation";
import { NOT_YET_VISIBLE_MS } from "../lifecycle/polling";
import { waitUntilProcessed } from "../lifecycle/processed";
import {
  type OtherSideWait,
  statusOf,
  waitForOtherSide,
  waitUntilProvisioned,
} from "../lifecycle/provisioned";
import { readByTask } from "../lifecycle/readByTask";
import { earlierRunsOf } from "../recovery/earlierRuns";
import type { NamedResource } from "../recovery/findByName";
import { PendingTasks } from "../recovery/pendingTasks";
import type { Recovered, RecoveryQuery } from "../recovery/query";
import { type Changed, changedSince, creationsOf, latestChange } from "../recovery/taskHistory";

/** One resource's session on its account. Every change runs through {@link operate}. */
export class ResourceSession {
  constructor(
    private readonly account: Account,
    private readonly watch: Progress,
  ) {}

  /** Reports the status in a few words. */
  report(status: string): void {
    this.watch.report(status);
  }

  /** A session for related work on something else, which its reports and record name. */
  about({ what, name }: { what: string; name: string }): ResourceSession {
    return new ResourceSession(this.account, {
      ...this.watch,
      report: (status) => this.watch.report(`${what}: ${status}`),
      observe: (work, phase, seen) => this.watch.observe(work, phase, { ...seen, name }),
    });
  }

  /** Adds a message to the run's diagnostics. */
  announce(text: string): void {
    this.watch.announce(text);
  }

  /** Creates the resource, and waits until it is active. */
  create(
    target: Target,
    request: ApiRequest,
    notes: JournalEntry,
    more: Pick<Submission, "complete" | "isNameless"> = {},
  ): Promise<Target> {
    return operate(this.account, { action: "create", target, request, notes, ...more }, this.watch);
  }

  /** Updates the resource, and waits until it is active again. */
  async update(
    target: Target,
    request: ApiRequest,
    notes: JournalEntry,
    { complete, progress }: Pick<Submission, "complete" | "progress"> = {},
  ): Promise<void> {
    await operate(this.account, { action: "update", target, request, complete, progress, notes }, this.watch);
  }

  /** Updates the resource, and waits only until the task is processed. */
  async startUpdate(target: Target, request: ApiRequest): Promise<void> {
    await operate(this.account, { action: "update", target, request }, this.watch, "processed");
  }

  /** Finds what an earlier run created or requested without its engine recording it. */
  recover(sought: RecoveryQuery): Promise<Recovered | undefined> {
    return earlierRunsOf(this.account).find(sought, this.watch);
  }

  /** Finds, for a preview, what a creation would take over by name. @throws TakeoverRefused */
  previewTakeover(sought: RecoveryQuery): Promise<NamedResource | undefined> {
    return earlierRunsOf(this.account).preview(sought);
  }

  /** Records that the engine knows the resource. */
  noteKnown(target: Target): void {
    earlierRunsOf(this.account).noteKnown(target);
  }

  /** Changes by other processes since the task that the state knows. */
  changedSince(target: Target, knownTaskId: string | undefined): Promise<Changed> {
    return changedSince(this.account, target, knownTaskId);
  }

  /** Task ID of the latest change in the account's tasks. */
  latestChange(target: Target): Promise<string | undefined> {
    return latestChange(this.account, target);
  }

  /** Whether a task created or changed the resource within the given time. */
  async wasChangedWithin(target: Target, milliseconds: number): Promise<boolean> {
    const taskId = await latestChange(this.account, target);
    const { timestamp = "" } = (await this.account.snapshots.tasks.asOf(0)).get(taskId ?? "") ?? {};
    return Date.now() - Date.parse(timestamp) < milliseconds;
  }

  /** IDs of the resources of a kind that tasks of the past ten days created. */
  async createdIds(kind: Kind): Promise<readonly ResourceId[]> {
    const tasks = await this.account.snapshots.tasks.asOf(Date.now());
    return creationsOf(kind, [...tasks.values()]).flatMap(({ response }) => response?.resourceId ?? []);
  }

  /** The current provisioning state; undefined if not found. */
  status(target: Target): Promise<string | undefined> {
    return statusOf(this.account, target, Date.now());
  }

  /** The same from the cached list: all resources of a preview share one read. */
  statusSeen(target: Target): Promise<string | undefined> {
    return statusOf(this.account, target, 0);
  }

  /**
   * Waits for the outcome of an earlier run's request whose answer was lost: until the account's tasks show a change
   * after the one that the state knows, or it is too late for one. An update does not tell of a deletion: it may be that
   * of a run before, which the state does not know either.
   */
  async awaitAnswer(target: Target, action: "update" | "delete", submittedAt: number, knownTaskId?: string) {
    const underWay = new PendingTasks(this.account);
    this.announce(`looking for the outcome of an earlier run's request to ${action} it`);
    while (true) {
      await underWay.processed({ action, target }, this.watch);
      const { isUpdated, isDeleted } = await changedSince(this.account, target, knownTaskId);
      const isSeen = isDeleted || (action === "update" && isUpdated);
      if (isSeen || !(Date.now() < submittedAt + NOT_YET_VISIBLE_MS)) return;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  }

  /** Waits until a task of an earlier run is processed, successfully or not. */
  async awaitTask(target: Target, taskId: string): Promise<void> {
    const deadline = Date.now() + this.watch.timeoutMs;
    const work = { action: "update", target } as const;
    this.announce(`waiting for task ${taskId} of an earlier run`);
    await waitUntilProcessed(this.account, work, taskId, {
      deadline,
      watch: this.watch,
      hasFollower: () => false,
    }).catch((error) => {
      if (error instanceof LifecycleError && error.kind === "processing-timeout") throw error;
    });
  }

  /** Deletes the resource, which was {@link deletable}, and waits until it is gone. Idempotent. */
  async delete(target: Target, request: ApiRequest, notes?: JournalEntry): Promise<void> {
    const submission = { action: "delete", target, request, notes, wasListed: true } as const;
    await operate(this.account, submission, this.watch);
  }

  /** Deletes the resource, and waits only until the task is processed. */
  async startDelete(target: Target, request: ApiRequest): Promise<void> {
    await operate(this.account, { action: "delete", target, request }, this.watch, "processed");
  }

  /** The price of a request, by a dry run that changes nothing. */
  dryRun(target: Target, request: ApiRequest): Promise<DryRunAnswer["pricing"]> {
    return dryRunsOf(this.account).pricing(target, request, this.watch);
  }

  /** Waits until the resource can be deleted; false if it is gone. */
  deletable(target: Target): Promise<boolean> {
    return waitUntilChangeable(this.account, { action: "delete", target }, this.watch);
  }

  /** Waits until the resource is active. */
  ready(target: Target): Promise<void> {
    const deadline = Date.now() + this.watch.timeoutMs;
    return waitUntilProvisioned(this.account, { action: "update", target }, { deadline, watch: this.watch });
  }

  /** Waits until the other side of a connection has done what the operation needs. */
  awaitOtherSide(operation: Operation, wanted: OtherSideWait): Promise<void> {
    return waitForOtherSide(this.account, operation, wanted, this.watch);
  }

  /** Reads a path; undefined if not found. */
  async find<T extends z.ZodType>(path: string, shape: T): Promise<z.infer<T> | undefined> {
    try {
      return await this.account.api.get(path, shape);
    } catch (error) {
      if (error instanceof RedisCloudApiError && error.kind === "not-found") return undefined;
      throw error;
    }
  }

  /** Runs a read that the API serves as a task, and returns the task's `response.resource`. */
  readByTask<T extends z.ZodType>(target: Target, path: string, shape: T): Promise<z.infer<T>> {
    return readByTask(this.account, target, { path, shape }, this.watch);
  }

  /**
   * The resources of a kind in a place.
   *
   * @param since milliseconds of `Date.now()`: the earliest read to accept; 0 for any cached list.
   * @default now or, where the API serves the list as a task, a recent one
   */
  async list<Item extends ListedResource>(
    kind: Kind<Item>,
    place: Place = {},
    since = this.account.snapshots.freshSince(kind, place),
  ): Promise<ReadonlyMap<ResourceId, Item>> {
    return this.account.snapshots.listOf(kind, place).asOf(since);
  }

  /** Reads a resource of a kind that the API does not list; undefined if there is none. */
  async one<Item extends ListedResource>(kind: Kind<Item>, id: ResourceId): Promise<Item | undefined> {
    return (await this.account.snapshots.listOf(kind, {}, id).asOf(Date.now())).get(id);
  }

  /** The options that the account can choose from. */
  get catalog(): Catalog {
    return this.account.catalog;
  }

  /** A subscription, from the cached list. */
  async subscriptionSeen(subscriptionId: number): Promise<ListedSubscription | undefined> {
    return (await this.account.snapshots.subscriptions.asOf(0)).get(subscriptionId);
  }

  /** The account's payment methods. */
  async paymentMethods(): Promise<readonly PaymentMethodAnswer[]> {
    const { paymentMethods = [] } = await this.account.snapshots.paymentMethods.asOf(0);
    return paymentMethods;
  }
}
