import type { DescribedEndpoint, PeerRequest } from "../description";
import type { FaultRuleStatus } from "../faults/faults";
import type { RateLimitUse } from "../http/rateLimit";
import type { StateChange } from "../record";

/** The JSON of the console's API. All times are simulated milliseconds since 1970 unless they say otherwise. */

/** `GET /console/api/state` */
export interface ConsoleState {
  /** `recorded`: there is no simulator, only the record of one; see `GET /console/api/record`. */
  mode: "live" | "recorded";
  /** The API's base URL. */
  url: string;
  seed: number;
  time: TimeState;
  kinds: KindState[];
  faults: FaultRuleStatus[];
  accounts: AccountState[];
  /** The latest transitions of all accounts, oldest first; only in the event stream. */
  changes?: StateChange[];
  /** The latest requests of all accounts, oldest first; only in the event stream. */
  requests?: ExchangeSummary[];
}

/** `GET /console/api/time` */
export interface TimeState {
  now: number;
  /** Simulated milliseconds per real millisecond when not paused. */
  timeScale: number;
  paused: boolean;
  /** When the next transition is scheduled; absent if nothing is. */
  next?: number;
}

/** A kind of resource. */
export interface KindState {
  name: string;
  /** Such as `cloud account`. */
  noun: string;
  /** Path below `/v1`. */
  path: string;
  commandTypes: string[];
  /** Whether other resources are in resources of this kind. */
  isParent: boolean;
  /** What the other side of its connections can do. */
  peerActions: string[];
}

/** An account. */
export interface AccountState extends AccountSummary {
  name: string;
  /** What it contains, in the order of creation. */
  resources: ResourceState[];
  /** The open tasks, and the latest of the others, oldest first. */
  tasks: TaskState[];
}

/** The part of an account that changes with every request. */
export interface AccountSummary {
  accountId: number;
  /** ID of the task that is being processed; absent if none is. */
  processing?: string;
  /** IDs of the tasks that await processing, in order. */
  queue: string[];
  /** The subscriptions that count among those that may be non-active at the same time, and how many may. */
  changing: { limit: number; subscriptionIds: (number | string)[] };
  rateLimit: RateLimitUse;
  /** When it began with its present content: at the start of the simulator, or at its latest reset. */
  since: number;
}

/** A task or a resource that is scheduled to reach another state. */
interface Scheduled {
  /** When it entered its state; absent if that was before the simulator started. */
  since?: number;
  /** When it is scheduled to reach the next one; absent if it rests. */
  due?: number;
}

/** A resource. */
export interface ResourceState extends Scheduled {
  accountId: number;
  kind: string;
  id: number | string;
  name: string;
  status: string;
  subscriptionId?: number;
  /** Such as its region or its size. */
  facts: readonly string[];
  endpoints: readonly DescribedEndpoint[];
  /** What the other side can do about it now. */
  peerRequests: readonly PeerRequest[];
}

/** A task. */
export interface TaskState extends Scheduled {
  accountId: number;
  taskId: string;
  commandType: string;
  status: string;
  /** Name of the resource that it creates or works on, if it has one. */
  name?: string;
  resourceId?: number | string;
  subscriptionId?: number;
  /** Code of the error in which it ended. */
  error?: string;
}

/** A request to the API, as in a list. */
export interface ExchangeSummary {
  /** Number of the request in this simulator, from 1. */
  number: number;
  at: number;
  /** Absent when the keys were refused. */
  accountId?: number;
  method: string;
  /** Path and query. */
  path: string;
  /** 0 when the connection was reset. */
  status: number;
  /** Real milliseconds until the answer. */
  durationMs: number;
  /** The task that it created or asked for. */
  taskId?: string;
  dryRun?: true;
  /** The fault that struck it, such as `refused-request`. */
  fault?: string;
}

/** `GET /console/api/requests/{number}`: with bodies, whose secrets are masked. */
export interface Exchange extends ExchangeSummary {
  /** JSON, or text if it is none; absent without a body. */
  request?: unknown;
  /** The same; absent when there is none, or when it is no longer kept. */
  answer?: unknown;
  /** Why an answer is absent. */
  note?: string;
  /** The request as a command line, whose keys are those of the environment. */
  curl: string;
}

/** Event `changes` of `GET /console/api/events`: what is different since the event before it. */
export interface ConsoleChanges {
  time: TimeState;
  accounts: AccountSummary[];
  /** Resources as they are now. */
  resources: ResourceState[];
  /** Resources and tasks that no longer exist. */
  gone: { accountId: number; kind: string; id: number | string }[];
  tasks: TaskState[];
  changes: StateChange[];
  requests: ExchangeSummary[];
  /** All rules, if any of them, or its counts, are different. */
  faults?: FaultRuleStatus[];
}

/** `GET /console/api/accounts/{accountId}/export`: its content; instead of each secret there is a placeholder. */
export interface ExportedAccount {
  format: "redis-cloud-simulator-account";
  version: 1;
  /** Simulated time of the export; when it is loaded, all times are moved accordingly. */
  now: number;
  account: Record<string, unknown>;
}
