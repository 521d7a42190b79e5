import type { Account } from "../account";
import { faultyOutcome } from "../faults/states";
import { Refusal } from "../refusal";
import type { Task, TaskResponse } from "../state";
import type { Command } from "./command";
import { perform } from "./perform";

/**
 * Task processing, as the API's lifecycle page has it.
 *
 * The task moves through these states: `received` (the request is received and awaits processing),
 * `processing-in-progress` (a dedicated worker is processing it), then `processing-completed` or
 * `processing-error`. For each account, only one operation is processed concurrently: tasks are received
 * and processed one after the other. A task that is `received` cannot be cancelled.
 */

/** Receives a request: a task that awaits processing. Its ID answers 404 for a moment. */
export function submit(account: Account, command: Command): Task {
  const task: Task = {
    kind: "task",
    taskId: account.random.uuid(),
    command,
    status: "received",
    timestamp: account.now,
    visibleAt: account.now + account.duration("visibility"),
    change: 0,
  };
  account.tasks.set(task.taskId, task);
  account.enter(task, "received");
  account.queue.push(task.taskId);
  startNext(account);
  return task;
}

/** What happens when a task reaches the state it was due for. */
export function arriveTask(account: Account, task: Task, to: string): void {
  task.timestamp = account.now;
  if (to === "processing-in-progress") {
    account.enter(task, "processing-in-progress");
    account.later(task, "processing-completed", account.duration("taskProcessing"));
    return;
  }
  const response = outcome(account, task);
  task.response = response;
  account.enter(task, response.error ? "processing-error" : "processing-completed");
  account.processing = undefined;
  startNext(account);
}

/** The next task starts when the one before it is completed, whichever way. */
function startNext(account: Account): void {
  if (account.processing) return;
  account.processing = account.queue.shift();
  const task = account.processing && account.tasks.get(account.processing);
  if (task) account.later(task, "processing-in-progress", 0);
}

function outcome(account: Account, task: Task): TaskResponse {
  const error = faultyOutcome(account, task);
  if (error) return { error };
  try {
    return perform(account, task.command, task.taskId);
  } catch (error) {
    if (error instanceof Refusal) return { error: error.toTaskError() };
    throw error;
  }
}
