import type { Step, SubscriptionCreation, SubscriptionDeletion } from "../bound";
import { changedByTask, firstReached, type Phase, type ProcessedTask, processedTasks } from "./phase";

/** The server's work in a phase, and its makespan. */
export interface Work<Subscription> {
  readonly subscriptions: readonly Subscription[];
  /** Seconds from the first received task to the last change that was waited for. */
  readonly makespan: number;
}

/** Actual durations of all tasks and provisioning of a creation. */
export function creationWork(phase: Phase): Work<SubscriptionCreation> {
  const subscriptions = provisionedBy(phase, "subscriptionCreateRequest", "subscription", "active");
  const databases = provisionedBy(phase, "databaseCreateRequest", "database", "active");
  const planDeletions = processedTasks(phase, "databaseDeleteRequest");
  const growths = growthByTask(phase);
  return {
    subscriptions: subscriptions.map(({ id, processing, provisioning }) => {
      const own = databases.filter(({ subscriptionId }) => subscriptionId === id);
      const deletions = planDeletions.filter(({ subscriptionId }) => subscriptionId === id);
      return {
        processing,
        provisioning,
        planDeletion: deletions.reduce((total, deletion) => total + deletion.processing, 0),
        databases: own,
        growth: own.map(({ taskId }) => growths.get(taskId) ?? 0),
      };
    }),
    makespan: makespan(phase, [
      ...subscriptions.map(({ readyAt }) => readyAt),
      ...planDeletions.map(({ completedAt }) => completedAt),
      ...databases.map(({ readyAt }) => readyAt),
    ]),
  };
}

/** Actual durations of a destruction. */
export function destructionWork(phase: Phase): Work<SubscriptionDeletion> {
  const subscriptions = provisionedBy(phase, "subscriptionDeleteRequest", "subscription", "gone");
  const databases = provisionedBy(phase, "databaseDeleteRequest", "database", "gone");
  return {
    subscriptions: subscriptions.map((subscription) => ({
      ...subscription,
      databases: databases.filter(({ subscriptionId }) => subscriptionId === subscription.id),
    })),
    makespan: makespan(
      phase,
      [...subscriptions, ...databases].map(({ readyAt }) => readyAt),
    ),
  };
}

interface Provisioned extends Step, ProcessedTask {
  readonly id: string | number;
  /** Simulated milliseconds. */
  readonly readyAt: number;
}

/** The tasks of a kind, each with its resource and the time until that was ready or gone. */
function provisionedBy(
  phase: Phase,
  commandType: string,
  kind: "subscription" | "database",
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

/** How long a subscription was `pending` because of a creation in it, by that creation's task. In seconds. */
function growthByTask(phase: Phase): ReadonlyMap<string, number> {
  const grown = new Map<string, number>();
  const growing = new Map<string | number, { taskId: string; since: number }>();
  for (const { kind, id, to, taskId, at } of phase.changes) {
    if (kind !== "subscription") continue;
    const since = growing.get(id);
    if (to === "pending" && taskId !== undefined) growing.set(id, { taskId, since: at });
    else if (to === "active" && since) grown.set(since.taskId, (at - since.since) / 1000);
  }
  return grown;
}

function makespan({ changes }: Phase, ends: readonly number[]): number {
  const first = changes.find(({ kind, to }) => kind === "task" && to === "received");
  return first === undefined ? 0 : (Math.max(first.at, ...ends) - first.at) / 1000;
}
