import { type TaskAnswer, tasksAnswer } from "../../provider/api/answers";
import type { Account } from "../../provider/lifecycle/account";
import { isSubscription, type Kind } from "../../provider/lifecycle/kind";
import { ALL, type Declarations } from "../declarations";
import { inventory, isInside, type Listing } from "../inventory";
import { kindOfCommand } from "../timeline/operation";

/** What an account is at, at some moment. */
export interface Seen {
  /** The one that changed most recently first. */
  readonly tasks: readonly TaskAnswer[];
  /** Resources that are not ready. */
  readonly changing: readonly Listing[];
}

/** What is in a resource is looked at for so long after a task about it. */
const RECENT_MS = 3_600_000;

/**
 * Reads the account: its tasks, its subscriptions, and resources of kinds that recent tasks are about. What is in others is
 * read of those that change, and of those that a recent task, or the look before, tells of.
 *
 * @param before what was changing at the look before, if any.
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

/** Whether a recent task is about a resource of the kind, or about something in one. */
function isBusy(kind: Kind, declarations: Declarations, tasks: readonly TaskAnswer[]): boolean {
  const since = latestOf(tasks) - RECENT_MS;
  return tasks.some((task) => {
    const about = kindOfCommand(task.commandType ?? "", declarations);
    const kinds = about === undefined ? [] : [about, ...about.parents.map((parent) => parent.kind)];
    return timeOf(task) > since && kinds.some((one) => one?.name === kind.name);
  });
}

const isChanging = ({ kind, status }: Listing): boolean => !kind.states.ready.has(status);

const isParent = ({ name }: Kind, declarations: Declarations): boolean =>
  declarations.some(({ kind }) => kind.parents.some((parent) => parent.kind?.name === name));

/** Milliseconds since 1970; 0 where a task does not tell. */
export const timeOf = ({ timestamp }: TaskAnswer): number => Date.parse(timestamp ?? "") || 0;

/** When a task changed most recently. */
const latestOf = (tasks: readonly TaskAnswer[]): number =>
  tasks.reduce((latest, task) => Math.max(latest, timeOf(task)), 0);

/** Parents of resources that recent tasks are about: such a task tells the ID of the parent, too. */
function recentParents(tasks: readonly TaskAnswer[], declarations: Declarations): ReadonlySet<string> {
  const since = latestOf(tasks) - RECENT_MS;
  const parents = tasks.flatMap((task) => {
    const parent = kindOfCommand(task.commandType ?? "", declarations)?.parents.at(-1)?.kind;
    const id = task.response?.additionalResourceId;
    return parent !== undefined && id !== undefined && timeOf(task) > since ? `${parent.name} ${id}` : [];
  });
  return new Set(parents);
}
