import type { Account } from "../account";
import type { Appointment } from "../agenda";
import { idParameter } from "../kinds";
import { type TaskError, taskErrorOf } from "../refusal";
import { type Command, isTask, type Resource, type Stateful, type Task } from "../resource";
import type { Occurrence } from "./occurrence";

/**
 * Where faults intervene in tasks and provisioning: when anything is created, when a task is processed, and when
 * provisioning would be done. The lifecycle itself does not know about faults.
 */

/** Keeps a new ID hidden for longer, if a fault asks for it. */
export function strikeVisibility(account: Account, item: Stateful): void {
  if (item.change !== 1) return;
  const hidden = account.faults.strike(["hidden-id"], occurrenceOf(account, item));
  if (hidden) item.visibleAt += hidden.seconds * 1000;
}

/** The error in which a fault ends a task, whatever it asks for. */
export function strikeProcessing(account: Account, task: Task): TaskError | undefined {
  const rule = account.faults.strike(["processing-error"], occurrenceOf(account, task));
  return rule && taskErrorOf(rule.error, rule.description);
}

/** The state in which provisioning ends that is done now; undefined when a fault postpones it or stalls it. */
export function strikeProvisioning(
  account: Account,
  resource: Resource,
  due: Appointment,
): string | undefined {
  if (due.late) return due.to;
  const faults = ["provisioning-error", "provisioning-stall"] as const;
  const rule = account.faults.strike(faults, occurrenceOf(account, resource));
  if (!rule) return due.to;
  if (rule.fault === "provisioning-error") return "error";
  if (rule.seconds !== undefined) {
    account.agenda.add({ ...due, at: account.now + Math.round(rule.seconds * 1000), late: true });
  }
  account.changed = true;
  return undefined;
}

/** Whether a fault lets an action fail that does not change the state of its resource, such as a backup. */
export function strikeAction(account: Account, resource: Resource, commandType: string): boolean {
  const occurrence = { ...occurrenceOf(account, resource), commandType };
  return account.faults.strike(["provisioning-error"], occurrence) !== undefined;
}

/** A task or a resource, as rules refer to it. */
export function occurrenceOf(account: Account, item: Stateful): Occurrence {
  const { kind } = item;
  const common = { at: account.now, accountId: account.accountId, kind };
  if (isTask(item)) {
    const { taskId: id, command } = item;
    return { ...common, id, name: nameOf(account, command), commandType: command.commandType };
  }
  const commandType = account.tasks.get(item.changedBy ?? "")?.command.commandType;
  return { ...common, id: item.id, name: item.name, commandType };
}

/** The name of the resource that a command creates or works on, if it has one. */
function nameOf(account: Account, command: Command): string | undefined {
  const kind = account.kinds.ofCommand(command.commandType);
  if (!kind) return undefined;
  const parameter = idParameter(kind);
  if (!(parameter in command)) return (command.body as { name?: string } | undefined)?.name;
  const resource = account.find(kind.name, command[parameter] as string | number);
  return resource && !isTask(resource) ? resource.name : undefined;
}
