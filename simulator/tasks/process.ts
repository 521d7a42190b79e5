import type { Account } from "../account";
import { strikeProcessing } from "../faults/strikes";
import type { ResourceKind } from "../kind";
import type { Kinds } from "../kinds";
import { Refusal } from "../refusal";
import type { Command, Task, TaskResponse } from "../resource";
import { startNextTask } from "./queue";

/**
 * Called when a task reaches the state it was scheduled for, as the API's lifecycle page has it: from `received` (the
 * request awaits processing) to `processing-in-progress` (a dedicated worker is processing it), then to
 * `processing-completed` or `processing-error`.
 */
export function reachTaskState(
  kinds: Kinds<ResourceKind>,
  account: Account,
  task: Task,
  state: string,
): void {
  task.timestamp = account.now;
  if (state === "processing-in-progress") {
    account.transition(task, "processing-in-progress");
    account.schedule(task, "processing-completed", account.duration("taskProcessing"));
    return;
  }
  task.response = runCommand(kinds, account, task);
  account.transition(task, task.response.error ? "processing-error" : "processing-completed");
  account.processing = undefined;
  startNextTask(account);
}

function runCommand(kinds: Kinds<ResourceKind>, account: Account, task: Task): TaskResponse {
  const error = strikeProcessing(account, task);
  if (error) return { error };
  try {
    return perform(kinds, account, task);
  } catch (error) {
    if (error instanceof Refusal) return error.toResponse();
    throw error;
  }
}

function perform(kinds: Kinds<ResourceKind>, account: Account, { command, taskId }: Task): TaskResponse {
  const handler = kinds.ofCommand(command.commandType)?.commands[command.commandType];
  if (!handler) throw new Error(`there is no command called '${command.commandType}'`);
  // The request was read with the schema of this command before it became a task.
  return (handler as (account: Account, command: Command, taskId: string) => TaskResponse)(
    account,
    command,
    taskId,
  );
}
