import type { Account } from "../account";
import { type Kinds, resourcePath } from "../kinds";
import { TASK_HISTORY_MS } from "../limits";
import { isVisible, type Task } from "../resource";
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
export function taskAnswer(kinds: Kinds, task: Task, baseUrl: string) {
  const self = { href: `${baseUrl}/tasks/${task.taskId}`, type: "GET" };
  const resource = pathOfResource(kinds, task);
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

/** The latest JSON of each task: of a thousand tasks few have changed since. */
const cached = new WeakMap<Task, { change: number; baseUrl: string; json: string }>();

/** {@link taskAnswer} as JSON. A task that did not change is not serialized again. */
export function taskJson(kinds: Kinds, task: Task, baseUrl: string): string {
  const last = cached.get(task);
  if (last?.change === task.change && last.baseUrl === baseUrl) return last.json;
  const json = JSON.stringify(taskAnswer(kinds, task, baseUrl));
  cached.set(task, { change: task.change, baseUrl, json });
  return json;
}

/** `GET /tasks`: all tasks of the past ten days, the one that changed most recently first. */
export function recentTasks(account: Account): Task[] {
  return [...account.tasks.values()]
    .filter((task) => isVisible(task, account.now) && account.now - task.timestamp <= TASK_HISTORY_MS)
    .reverse()
    .sort((one, other) => other.timestamp - one.timestamp);
}

/** The resource that the task created or worked on, once it is processed. */
function pathOfResource(kinds: Kinds, { command, response }: Task): string | undefined {
  const kind = kinds.ofCommand(command.commandType);
  const id = response?.resourceId;
  return kind && id !== undefined ? resourcePath(kind, command, id) : undefined;
}
