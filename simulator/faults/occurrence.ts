import type { TaskState } from "../tasks/state";

/** Something that a fault may strike: a request, a task, or a resource. */
export interface Occurrence {
  /** Simulated milliseconds since 1970. */
  at: number;
  /** Absent for a request whose keys are wrong. */
  accountId?: number;
  /** HTTP method of a request. */
  method?: string;
  /** Path and query of a request, such as `/v1/subscriptions/12/databases?offset=0`. */
  path?: string;
  /** `task`, or the name of the resource's kind. */
  kind?: string;
  /** Task ID or resource ID. */
  id?: string | number;
  /** Name of the resource; for a task, of the resource that it creates or works on, if any. */
  name?: string;
  /** Command type of the task, or of the task that last changed the resource. */
  commandType?: string;
  /** The new state of a task. */
  taskState?: TaskState;
}
