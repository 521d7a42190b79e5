import { type TaskAnswer, tasksAnswer } from "../../provider/api/answers";
import type { Account } from "../../provider/lifecycle/account";
import { isSubscription, type Kind, kindsOf } from "../../provider/lifecycle/kind";
import { ALL, type Declarations } from "../declarations";
import { inventory, isInside, type Listing } from "../inventory";
import { kindsOfCommand } from "../timeline/kinds";

/** An account's activity at one time. */
export interface Seen {
  /** Most recently changed first. */
  readonly tasks: readonly TaskAnswer[];
  /** Resources that are not ready. */
  readonly changing: readonly Listing[];
}

/** A task is recent if it is at most this much older than the latest one. */
const RECENT_MS = 3_600_000;

/**
 * Reads the account: tasks, subscriptions, and the kinds of resources that recent tasks are about. Lists a parent's
 * children only if it is changing, a recent task names it, or a child was changing in the last poll.
 *
 * @param before resources that were changing in the last poll.
 */
export async function lookAt(
  account: Account,
  before: readonly Listing[] = [],
  declarations: Declarations = ALL,
): Promise<Seen> {
  const now = Date.now();
  const { tasks = [] } = await account.api.get("/tasks", tasksAnswer);
  const recent = recentParents(tasks, declarations);
  const isOpen = (listing: Listing) =>
    isChanging(listing) ||
    recent.has(`${listing.kind.name} ${listing.id}`) ||
    before.some((one) => isInside(one, listing));
  const looked = declarations.filter(({ kind }) => isSubscription(kind) || isBusy(kind, declarations, tasks));
  const found = await inventory(account, looked, now, (listing) =>
    isParent(listing.kind, declarations) ? isOpen(listing) : isChanging(listing),
  );
  return {
    tasks: tasks.sort((one, other) => timeOf(other) - timeOf(one)),
    changing: found.filter(isChanging),
  };
}

/** Whether a recent task is about a resource of the kind or its children. */
function isBusy(kind: Kind, declarations: Declarations, tasks: readonly TaskAnswer[]): boolean {
  const since = latestOf(tasks) - RECENT_MS;
  return tasks.some((task) => {
    const about = kindsOfCommand(task.commandType ?? "", declarations);
    const kinds = [...about, ...about.flatMap(({ parents }) => parents.flatMap(kindsOf))];
    return timeOf(task) > since && kinds.some((one) => one.name === kind.name);
  });
}

const isChanging = ({ kind, status }: Listing): boolean => !kind.states.ready.has(status);

const isParent = ({ name }: Kind, declarations: Declarations): boolean =>
  declarations.some(({ kind }) => kind.parents.flatMap(kindsOf).some((parent) => parent.name === name));

/** Milliseconds since 1970; 0 if the task has no timestamp. */
export const timeOf = ({ timestamp }: TaskAnswer): number => Date.parse(timestamp ?? "") || 0;

/** Time of the latest task change. */
const latestOf = (tasks: readonly TaskAnswer[]): number =>
  tasks.reduce((latest, task) => Math.max(latest, timeOf(task)), 0);

/** Parents of resources that recent tasks are about, from the parent ID in the task. */
function recentParents(tasks: readonly TaskAnswer[], declarations: Declarations): ReadonlySet<string> {
  const since = latestOf(tasks) - RECENT_MS;
  const parents = tasks.flatMap((task) => {
    const about = kindsOfCommand(task.commandType ?? "", declarations);
    const parents = about.flatMap((kind) => kind.parents.flatMap(kindsOf));
    const id = task.response?.additionalResourceId;
    return id !== undefined && timeOf(task) > since ? parents.map(({ name }) => `${name} ${id}`) : [];
  });
  return new Set(parents);
}
