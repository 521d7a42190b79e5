import { type TaskAnswer, tasksAnswer } from "../../provider/api/answers";
import type { Account } from "../../provider/lifecycle/account";
import { STATES } from "../../provider/lifecycle/states";

/** A subscription or a database that is not active. */
export interface Changing {
  readonly kind: "subscription" | "database";
  readonly id: number;
  readonly subscriptionId?: number;
  readonly name?: string;
  readonly status: string;
}

/** What an account is at, at some moment. */
export interface Seen {
  /** The one that changed most recently first. */
  readonly tasks: readonly TaskAnswer[];
  readonly changing: readonly Changing[];
}

/** Databases of a subscription are looked at for so long after a task about one of them. */
const RECENT_MS = 3_600_000;

/**
 * Reads the account: its tasks, its subscriptions, and the databases of those subscriptions that change, or of whose
 * databases a recent task tells.
 *
 * @param before what was changing at the look before, if any.
 */
export async function lookAt({ api, snapshots }: Account, before: readonly Changing[] = []): Promise<Seen> {
  const now = Date.now();
  const [{ tasks = [] }, subscriptions] = await Promise.all([
    api.get("/tasks", tasksAnswer),
    snapshots.subscriptions.asOf(now),
  ]);
  const changing = [...subscriptions.values()].filter(({ status }) => !STATES.subscription.ready.has(status));
  const ids = new Set([
    ...changing.map(({ id }) => id),
    ...subscriptionsOf(tasks),
    ...before.flatMap(({ subscriptionId }) => subscriptionId ?? []),
  ]);
  const listed = await Promise.all(
    [...ids].filter((id) => subscriptions.has(id)).map((id) => databasesOf(id, snapshots, now)),
  );
  return {
    tasks: tasks.sort((one, other) => timeOf(other) - timeOf(one)),
    changing: [
      ...changing.map(({ id, name, status }) => ({ kind: "subscription", id, name, status }) as const),
      ...listed.flat().filter(({ status }) => !STATES.database.ready.has(status)),
    ],
  };
}

/** Milliseconds since 1970; 0 where a task does not tell. */
export const timeOf = ({ timestamp }: TaskAnswer): number => Date.parse(timestamp ?? "") || 0;

/** A task about a database tells its subscription, too. */
function subscriptionsOf(tasks: readonly TaskAnswer[]): readonly number[] {
  const since = tasks.reduce((latest, task) => Math.max(latest, timeOf(task)), 0) - RECENT_MS;
  return tasks
    .filter((task) => task.commandType?.startsWith("database") && timeOf(task) > since)
    .map(({ response }) => response?.additionalResourceId)
    .filter((id) => typeof id === "number");
}

async function databasesOf(
  subscriptionId: number,
  snapshots: Account["snapshots"],
  since: number,
): Promise<readonly Changing[]> {
  const databases = await snapshots.databases(subscriptionId).asOf(since);
  return [...databases.values()].map(({ databaseId: id, name, status }) => ({
    kind: "database",
    subscriptionId,
    id,
    name,
    status,
  }));
}
