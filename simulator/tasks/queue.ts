import type { Account } from "../account";
import type { Command, Task } from "../resource";

/**
 * Receives a request: a task that awaits processing. Its ID answers 404 for a moment.
 *
 * For each account only one operation is processed at a time: tasks are received and processed one after the other. A
 * task that is `received` cannot be cancelled.
 */
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
  account.transition(task, "received");
  account.queue.push(task.taskId);
  startNextTask(account);
  return task;
}

/** Starts the next task if none is being processed. */
export function startNextTask(account: Account): void {
  if (account.processing) return;
  account.processing = account.queue.shift();
  const task = account.processing && account.tasks.get(account.processing);
  if (task) account.schedule(task, "processing-in-progress", 0);
}
