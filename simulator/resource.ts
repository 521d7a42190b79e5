import type { TaskError } from "./refusal";
import type { TaskState } from "./tasks/state";

/** The fields of every resource, whatever its kind. */
export interface Resource<Kind extends string = string, State extends string = string> {
  /** Name of its kind, such as `subscription`. */
  kind: Kind;
  id: number | string;
  name: string;
  status: State;
  /** The subscription it belongs to; absent for a resource of the account itself. */
  subscriptionId?: number;
  /** Until then, in simulated milliseconds, its ID answers 404 and no list shows it. */
  visibleAt: number;
  /** Number of its transitions: what was scheduled before the latest one is void. */
  change: number;
  /** ID of the task that last changed it; absent if a fault did. */
  changedBy?: string;
}

/** The command of a task: its `commandType`, the IDs from the path of the request, and the body. */
export interface Command {
  /** As the task's envelope shows it, such as `databaseCreateRequest`. */
  commandType: string;
  subscriptionId?: number;
  body?: unknown;
  /** An ID from the path of the request, such as `databaseId`. */
  [parameter: string]: unknown;
}

/** `response` of a task. */
export interface TaskResponse {
  resourceId?: number | string;
  additionalResourceId?: number;
  resource?: unknown;
  error?: TaskError;
  additionalInfo?: string;
}

/** A task: a request in the processing phase. */
export interface Task {
  kind: "task";
  taskId: string;
  command: Command;
  status: TaskState;
  /** Time of its last change, in simulated milliseconds. */
  timestamp: number;
  /** Until then, in simulated milliseconds, its ID answers 404 and no list shows it. */
  visibleAt: number;
  /** Number of its transitions: what was scheduled before the latest one is void. */
  change: number;
  response?: TaskResponse;
}

/** A task or a resource: anything that has a state. */
export type Stateful = Task | Resource;

/** Whether this is a task, and not a resource. */
export function isTask(item: Stateful): item is Task {
  return "taskId" in item;
}

/** The ID of a task or a resource. */
export function idOf(item: Stateful): string | number {
  return isTask(item) ? item.taskId : item.id;
}

/** Whether the ID of a task or a resource is visible to clients. */
export function isVisible(item: Stateful | undefined, now: number): boolean {
  return item !== undefined && item.visibleAt <= now;
}
