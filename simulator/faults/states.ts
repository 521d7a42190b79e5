import type { Account } from "../account";
import type { Appointment } from "../agenda";
import { type TaskError, taskErrorOf } from "../refusal";
import type { CloudAccount, Database, Subscription, Task, Thing } from "../state";
import type { Command } from "../tasks/command";
import type { Occurrence } from "./faults";

/**
 * Where faults take a hand in tasks and provisioning: when anything enters a state, when a task is processed, and
 * when provisioning would be done. The lifecycle itself knows of no fault.
 */

/** A new ID may stay hidden, and a task may turn its subscription `pending`. */
export function strikeOnEntering(account: Account, thing: Thing): void {
  if (thing.change === 1) {
    const hidden = account.faults.strike(["hidden-id"], occurrenceOf(account, thing));
    if (hidden) thing.visibleAt += hidden.seconds * 1000;
  }
  if (thing.kind === "task") turnSubscriptionPending(account, thing);
}

/** The error in which a fault ends a task, whatever it asks for. */
export function faultyOutcome(account: Account, task: Task): TaskError | undefined {
  const rule = account.faults.strike(["processing-error"], occurrenceOf(account, task));
  return rule && taskErrorOf(rule.error, rule.description);
}

/** The state in which provisioning ends that is done now; undefined when it does not end now. */
export function endOfProvisioning(
  account: Account,
  thing: Exclude<Thing, Task>,
  due: Appointment,
): string | undefined {
  // `pending` is a state on the way.
  if (due.to === "pending" || due.late) return due.to;
  const faults = ["provisioning-error", "provisioning-stall"] as const;
  const rule = account.faults.strike(faults, occurrenceOf(account, thing));
  if (!rule) return due.to;
  if (rule.fault === "provisioning-error") return "error";
  if (rule.seconds !== undefined) {
    account.agenda.add({ ...due, at: account.now + Math.round(rule.seconds * 1000), late: true });
  }
  account.changed = true;
  return undefined;
}

function turnSubscriptionPending(account: Account, task: Task): void {
  if (!("subscriptionId" in task.command)) return;
  const subscription = account.subscriptions.get(task.command.subscriptionId);
  if (subscription?.status !== "active") return;
  const occurrence = { ...occurrenceOf(account, task), taskState: task.status };
  const rule = account.faults.strike(["pending-subscription"], occurrence);
  if (!rule) return;
  subscription.changedBy = undefined;
  account.enter(subscription, "pending");
  account.later(subscription, "active", rule.seconds * 1000);
}

function occurrenceOf(account: Account, thing: Thing): Occurrence {
  const { kind } = thing;
  const at = { at: account.now, accountId: account.accountId, kind };
  if (thing.kind === "task") {
    const { taskId: id, command } = thing;
    return { ...at, id, name: nameOf(account, command), commandType: command.commandType };
  }
  const commandType = account.tasks.get(thing.changedBy ?? "")?.command.commandType;
  return { ...at, id: idOf(thing), name: thing.name, commandType };
}

/** The name of what a task creates or works on, as far as it has one. */
function nameOf(account: Account, command: Command): string | undefined {
  if ("databaseId" in command) return account.databases.get(command.databaseId)?.name;
  if (command.commandType === "databaseCreateRequest") return command.body.name;
  if ("subscriptionId" in command) return account.subscriptions.get(command.subscriptionId)?.name;
  if ("cloudAccountId" in command) return account.cloudAccounts.get(command.cloudAccountId)?.name;
  return command.body.name;
}

function idOf(thing: Subscription | Database | CloudAccount): number {
  return thing.kind === "database" ? thing.databaseId : thing.id;
}
