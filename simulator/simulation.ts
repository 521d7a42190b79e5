import type { Account } from "./account";
import type { Appointment } from "./agenda";
import { strikeProvisioning, strikeVisibility } from "./faults/strikes";
import type { ResourceKind } from "./kind";
import type { Kinds } from "./kinds";
import { isTask, type Resource, type Stateful } from "./resource";
import { reachTaskState } from "./tasks/process";

/**
 * Performs everything that is due at `now`, in order of time. Nothing happens between calls, so the state of an account
 * only depends on the time, and not on how often it is read.
 */
export function advance(kinds: Kinds<ResourceKind>, account: Account, now: number): void {
  for (let due = account.agenda.takeDue(now); due; due = account.agenda.takeDue(now)) {
    account.now = due.at;
    const item = account.find(due.kind, due.id);
    if (item?.change !== due.change) continue;
    if (isTask(item)) reachTaskState(kinds, account, item, due.to);
    else reachResourceState(kinds, account, item, due);
  }
  account.now = Math.max(account.now, now);
}

/** Called when a task or a resource has entered a state, or is gone. */
export function onTransition(
  kinds: Kinds<ResourceKind>,
  account: Account,
  item: Stateful,
  state: string,
): void {
  if (state !== "gone") strikeVisibility(account, item);
  for (const kind of kinds.all) kind.observe?.(account, item, state);
}

function reachResourceState(
  kinds: Kinds<ResourceKind>,
  account: Account,
  resource: Resource,
  due: Appointment,
): void {
  const kind = kinds.get(resource.kind);
  const isIntermediate = kind?.intermediateStates?.includes(due.to);
  const state = isIntermediate ? due.to : strikeProvisioning(account, resource, due);
  if (state !== undefined) kind?.reach(account, resource, state);
}
