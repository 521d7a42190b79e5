import type { StateChange } from "../../simulator";
import type { Step, SubscriptionCreation, SubscriptionDeletion } from "../bound";
import { sum } from "../bound/sequences";
import { changedByTask, firstReached, type Phase, type ProcessedTask, processedTasks } from "./phase";

/** The server's work in a phase, and its makespan. */
export interface Work<Subscription> {
  readonly subscriptions: readonly Subscription[];
  /** Seconds from the first received task to the last change that was waited for. */
  readonly makespan: number;
}

/** The kinds of subscription with their databases: names in the record, and prefixes of their tasks' names. */
const PRODUCTS = [
  { subscription: "subscription", database: "database", prefix: "", takesPlace: true },
  {
    subscription: "essentialsSubscription",
    database: "essentialsDatabase",
    prefix: "fixed",
    takesPlace: false,
  },
] as const;
type Product = (typeof PRODUCTS)[number];

/** Actual durations of all tasks and provisioning of a creation. */
export function creationWork(phase: Phase): Work<SubscriptionCreation> {
  const planDeletions = processedTasks(phase, "databaseDeleteRequest");
  const pending = pendingByTask(phase);
  const regions = regionTasks(phase, "activeActiveRegionCreateRequest", pending);
  const parts = PRODUCTS.map((product) => {
    const { takesPlace } = product;
    const subscriptions = subscriptionsBy(phase, product, "Create", "active");
    const databases = databasesBy(phase, product, "Create", "active");
    const created = subscriptions.map(({ id, processing, provisioning }) => {
      const isOwn = ({ subscriptionId }: ProcessedTask) => subscriptionId === id;
      const own = databases.filter(isOwn);
      const planDeletion = sum(planDeletions.filter(isOwn).map((deletion) => deletion.processing));
      const growth = own.map(({ taskId }) => pending.get(taskId)?.seconds ?? 0);
      const its = { databases: own, regions: regions.filter(isOwn) };
      return { processing, provisioning, planDeletion, ...its, growth, takesPlace };
    });
    return { created, ends: [...subscriptions, ...databases].map(({ readyAt }) => readyAt) };
  });
  return {
    subscriptions: parts.flatMap(({ created }) => created),
    makespan: makespan(phase, [
      ...parts.flatMap(({ ends }) => ends),
      ...planDeletions.map(({ completedAt }) => completedAt),
      ...regions.map(({ readyAt }) => readyAt),
    ]),
  };
}

/** Actual durations of a destruction. */
export function destructionWork(phase: Phase): Work<SubscriptionDeletion> {
  const regions = regionTasks(phase, "activeActiveRegionDeleteRequest", pendingByTask(phase));
  const parts = PRODUCTS.map((product) => {
    const { takesPlace } = product;
    const subscriptions = subscriptionsBy(phase, product, "Delete", "gone");
    const databases = databasesBy(phase, product, "Delete", "gone");
    const deleted = subscriptions.map((subscription) => {
      const isOwn = ({ subscriptionId }: ProcessedTask) => subscriptionId === subscription.id;
      const its = { databases: databases.filter(isOwn), regions: regions.filter(isOwn) };
      return { ...subscription, ...its, takesPlace };
    });
    return { deleted, ends: [...subscriptions, ...databases].map(({ readyAt }) => readyAt) };
  });
  const ends = [...parts.flatMap(({ ends }) => ends), ...regions.map(({ readyAt }) => readyAt)];
  return { subscriptions: parts.flatMap(({ deleted }) => deleted), makespan: makespan(phase, ends) };
}

interface Provisioned extends Step, ProcessedTask {
  readonly id: string | number;
  /** Simulated milliseconds. */
  readonly readyAt: number;
}

const subscriptionsBy = (
  phase: Phase,
  product: Product,
  action: "Create" | "Delete",
  ready: "active" | "gone",
) => provisionedBy(phase, commandOf(product, `Subscription${action}Request`), product.subscription, ready);

const databasesBy = (phase: Phase, product: Product, action: "Create" | "Delete", ready: "active" | "gone") =>
  provisionedBy(phase, commandOf(product, `Database${action}Request`), product.database, ready);

/** E.g. `fixedDatabaseCreateRequest`, or `databaseCreateRequest` without a prefix. */
const commandOf = ({ prefix }: Product, name: string): string =>
  prefix === "" ? name.charAt(0).toLowerCase() + name.slice(1) : prefix + name;

/** The tasks of a kind, each with its resource and the time until that was ready or gone. */
function provisionedBy(
  phase: Phase,
  commandType: string,
  kind: StateChange["kind"],
  ready: "active" | "gone",
): readonly Provisioned[] {
  const changed = changedByTask(phase, kind);
  const reached = firstReached(phase, kind, ready);
  return processedTasks(phase, commandType).flatMap((task) => {
    const resource = changed.get(task.taskId);
    const readyAt = resource && reached.get(resource.id);
    if (readyAt === undefined) return [];
    return [{ ...task, id: resource?.id ?? 0, readyAt, provisioning: (readyAt - task.completedAt) / 1000 }];
  });
}

/** A time in which a subscription was `pending`. */
interface Pending {
  readonly seconds: number;
  /** Simulated milliseconds. */
  readonly until: number;
}

/** When a subscription was `pending` because of what was created in it or removed from it, by the task of that. */
function pendingByTask(phase: Phase): ReadonlyMap<string, Pending> {
  const grown = new Map<string, Pending>();
  const growing = new Map<string | number, { taskId: string; since: number }>();
  for (const { kind, id, to, taskId, at } of phase.changes) {
    if (kind !== "subscription") continue;
    const since = growing.get(id);
    if (to === "pending" && taskId !== undefined) growing.set(id, { taskId, since: at });
    else if (to === "active" && since)
      grown.set(since.taskId, { seconds: (at - since.since) / 1000, until: at });
  }
  return grown;
}

/** The tasks that changed regions: their subscription is `pending` until the region is there, or gone. */
function regionTasks(
  phase: Phase,
  commandType: string,
  pending: ReadonlyMap<string, Pending>,
): readonly (ProcessedTask & Step & { readonly readyAt: number })[] {
  return processedTasks(phase, commandType).flatMap((task) => {
    const { seconds: provisioning, until: readyAt } = pending.get(task.taskId) ?? {};
    return provisioning === undefined || readyAt === undefined ? [] : [{ ...task, provisioning, readyAt }];
  });
}

function makespan({ changes }: Phase, ends: readonly number[]): number {
  const first = changes.find(({ kind, to }) => kind === "task" && to === "received");
  return first === undefined ? 0 : (Math.max(first.at, ...ends) - first.at) / 1000;
}
