import type { TaskState } from "../tasks/state";

/** How often a rule strikes, among the occurrences to which it applies. Each rule counts separately. */
interface Frequency {
  /** Number of occurrences to skip first. @default 0 */
  after?: number;
  /** Maximum number of strikes. @default unlimited */
  times?: number;
  /** Probability of a strike, from 0 to 1; repeatable for the simulator's seed. @default 1 */
  probability?: number;
  /** Only in this account. @default all accounts */
  accountId?: number;
}

/** Which requests a rule applies to. */
interface OfRequests extends Frequency {
  /** HTTP method, such as `POST`. @default all */
  method?: string;
  /**
   * Path after `/v1`, without the query: `*` stands for anything between two slashes, `**` for any rest, e.g.
   * `/subscriptions/**`. @default all
   */
  path?: string;
}

/** Which tasks a rule applies to. */
interface OfTasks extends Frequency {
  /** As in the task's envelope; `*` stands for any characters, e.g. `database*Request`. @default all */
  commandType?: string;
  /**
   * Name of the resource that the task creates or works on.
   * `*` stands for any characters. @default all
   */
  name?: string;
}

/** Which resources a rule applies to, by their kind, and by the task that created or changed them last. */
interface OfResources extends OfTasks {
  /** Name of a kind of resource, such as `database`. @default all */
  kind?: string;
}

/** The request is rejected before it is accepted: no task, and it does not count towards the rate limit. */
export interface RefusedRequest extends OfRequests {
  fault: "refused-request";
  status: 429 | 500 | 502 | 503;
  /** Whether a gateway in front of the API answers, with a page in HTML. @default false */
  html?: boolean;
  /** `Retry-After`, in seconds of the client's time. @default no such header */
  retryAfter?: number;
  /** `X-Rate-Limit-Remaining`. @default no such header */
  remaining?: number;
}

/** The response is late. A client that stops waiting does not undo the request. */
export interface SlowAnswer extends OfRequests {
  fault: "slow-answer";
  /** Simulated seconds. */
  seconds: number;
  /**
   * `before`: the request waits to be accepted, and the answer shows the state when it is given.
   * `after`: it is accepted at once, and the answer shows the state of that time. @default "before"
   */
  when?: "before" | "after";
}

/** The connection is reset. */
export interface ResetConnection extends OfRequests {
  fault: "reset-connection";
  /**
   * `before` the request is accepted: nothing happens. `after` it was accepted: its task exists, but the client
   * does not learn of it.
   */
  when: "before" | "after";
}

/** A new ID answers 404 and is missing from lists, for longer than the duration `visibility` says. */
export interface HiddenId extends OfTasks {
  fault: "hidden-id";
  /** `task`, or the name of a kind of resource, such as `database`. @default all, tasks among them */
  kind?: string;
  /** Simulated seconds, on top of `visibility`. */
  seconds: number;
}

/** The task ends in `processing-error`, without any change. */
export interface ProcessingError extends OfTasks {
  fault: "processing-error";
  /** One of the API's error codes, known to the simulator or not, such as `SUBSCRIPTION_NOT_ACTIVE`. */
  error: string;
  /** @default what the simulator says for this code */
  description?: string;
}

/** Provisioning ends in `error` at the time when it would have been done: of a creation, an update or a deletion. */
export interface ProvisioningError extends OfResources {
  fault: "provisioning-error";
}

/** Provisioning does not complete in time: the resource stays `pending`, `deleting` or the like. */
export interface ProvisioningStall extends OfResources {
  fault: "provisioning-stall";
  /** Delay in simulated seconds. @default it never ends */
  seconds?: number;
}

/** An active subscription becomes `pending` because of a task that should not cause it. */
export interface PendingSubscription extends OfTasks {
  fault: "pending-subscription";
  /** When a task on it, or on a resource in it, enters this state. `received`: while the task is queued. */
  taskState: Exclude<TaskState, "processing-error">;
  /** How long it is `pending`, in simulated seconds. */
  seconds: number;
}

/** A fault, when it strikes, and how often. Rules are plain JSON. */
export type FaultRule =
  | RefusedRequest
  | SlowAnswer
  | ResetConnection
  | HiddenId
  | ProcessingError
  | ProvisioningError
  | ProvisioningStall
  | PendingSubscription;

/** The rules of these faults. */
export type RuleOf<Fault extends FaultRule["fault"]> = Extract<FaultRule, { fault: Fault }>;
