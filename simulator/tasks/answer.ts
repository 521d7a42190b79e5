import type { Account } from "../account";
import { isVisible } from "../account";
import { TASK_HISTORY_MS } from "../limits";
import type { Task } from "../state";
import type { Command } from "./command";
import type { TaskState } from "./state";

/** The standard descriptions, recorded from the real server. */
const DESCRIPTIONS: Record<TaskState, string> = {
  received: "Task request received and is being queued for processing.",
  "processing-in-progress": "Task request is being processed.",
  "processing-completed":
    "Request processing completed successfully and its resources are now being provisioned / de-provisioned.",
  "processing-error": "Task request failed during processing. See error information for failure details.",
};

/**
 * The envelope of a task.
 *
 * @param baseUrl the API's URL with `/v1`, for the links
 */
export function taskAnswer(task: Task, baseUrl: string) {
  const self = { href: `${baseUrl}/tasks/${task.taskId}`, type: "GET" };
  const resource = resourcePath(task);
  const links =
    task.status === "received"
      ? [{ rel: "task", ...self }]
      : [
          ...(resource ? [{ rel: "resource", href: `${baseUrl}${resource}`, type: "GET" }] : []),
          { rel: "self", ...self },
        ];
  return {
    taskId: task.taskId,
    commandType: task.command.commandType,
    status: task.status,
    description: DESCRIPTIONS[task.status],
    timestamp: new Date(task.timestamp).toISOString(),
    ...(task.response && { response: task.response }),
    links,
  };
}

/** The envelopes as they were written last: of a thousand tasks few have changed since. */
const written = new WeakMap<Task, { change: number; baseUrl: string; json: string }>();

/** {@link taskAnswer} as JSON. A task that did not change is not written again. */
export function taskJson(task: Task, baseUrl: string): string {
  const last = written.get(task);
  if (last?.change === task.change && last.baseUrl === baseUrl) return last.json;
  const json = JSON.stringify(taskAnswer(task, baseUrl));
  written.set(task, { change: task.change, baseUrl, json });
  return json;
}

/** `GET /tasks`: all tasks of the past ten days, the one that changed most recently first. */
export function recentTasks(account: Account): Task[] {
  return [...account.tasks.values()]
    .filter((task) => isVisible(task, account.now) && account.now - task.timestamp <= TASK_HISTORY_MS)
    .reverse()
    .sort((one, other) => other.timestamp - one.timestamp);
}

function resourcePath(task: Task): string | undefined {
  const id = task.response?.resourceId;
  if (id === undefined) return undefined;
  const command: Command = task.command;
  if (command.commandType.startsWith("cloudAccount")) return `/cloud-accounts/${id}`;
  if (command.commandType.startsWith("database") && "subscriptionId" in command) {
    return `/subscriptions/${command.subscriptionId}/databases/${id}`;
  }
  return `/subscriptions/${id}`;
}
