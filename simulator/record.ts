import type { Clock, Period } from "./clock";
import type { Occurrence } from "./faults/occurrence";
import type { FaultRule } from "./faults/rule";

/**
 * A request as it was answered, even if the answer was lost; one whose connection was reset before it was accepted
 * is only among the faults. It contains no headers and no body, so no secrets.
 */
export interface RequestRecord {
  /** Simulated milliseconds since 1970. */
  at: number;
  /** Absent when the keys were refused. */
  accountId?: number;
  method: string;
  /** Path and query, such as `/v1/subscriptions/12/databases?offset=0`. */
  path: string;
  status: number;
  /** Set on a dry run, which changes nothing. */
  dryRun?: true;
}

/** A transition of a task or a resource from one state to another. */
export interface StateChange {
  /** Simulated milliseconds since 1970. */
  at: number;
  accountId: number;
  /** `task`, or the name of the resource's kind, such as `database`. */
  kind: string;
  /** Task ID (a UUID) or resource ID. */
  id: string | number;
  /** The resource's name; of a task, its `commandType`. */
  name: string;
  /** Absent when it did not exist. */
  from?: string;
  /** `gone` when it no longer exists. */
  to: string;
  /** The task that caused it; absent when only time passed. */
  taskId?: string;
  /** Of a task and of a resource in a subscription: the subscription. */
  subscriptionId?: number;
  /** Of a task in `processing-error`: the error's code, such as `SUBSCRIPTION_NOT_ACTIVE`. */
  error?: string;
}

/** A fault that struck, and its occurrence. It contains no headers and no body, so no secrets. */
export interface FaultRecord extends Occurrence {
  /** The rule that struck. */
  rule: FaultRule;
}

/** A record as JSON: what `simulate --record` writes. */
export interface ExportedRecord {
  format: typeof RECORD_FORMAT;
  version: 1;
  /** Simulated milliseconds per real millisecond. */
  timeScale: number;
  /**
   * When the simulator started, in milliseconds since 1970. Every real time of its run is a simulated one:
   * `simulated + (time - real) * timeScale`.
   */
  start: { real: number; simulated: number };
  /** All periods from the start on, if time was paused, or passed at several speeds. */
  periods?: readonly Period[];
  requests: readonly RequestRecord[];
  changes: readonly StateChange[];
  faults: readonly FaultRecord[];
}

/** `format` of an exported record. */
export const RECORD_FORMAT = "redis-cloud-simulator-record";

const MINUTE_MS = 60_000;

/** Maximum number of entries of each type, so that a simulator that runs for weeks does not exhaust the memory. */
const LONGEST_RECORD = 500_000;

/** Called with each entry when it is added. */
export interface RecordListener {
  onRequest?(request: RequestRecord): void;
  onChange?(change: StateChange): void;
  onFault?(fault: FaultRecord): void;
}

/** Everything that happened, in order, for tests and for analysis. */
export class SimulatorRecord {
  readonly requests: RequestRecord[] = [];
  readonly changes: StateChange[] = [];
  readonly faults: FaultRecord[] = [];
  private readonly listeners = new Set<RecordListener>();
  /** @internal How many changes there have been, including those that are no longer kept. */
  count = 0;

  /** @internal */
  constructor(private readonly clock: Clock) {}

  /** Calls the listener with each entry that is added from now on. */
  listen(listener: RecordListener): void {
    this.listeners.add(listener);
  }

  /** @internal */
  addRequest(request: RequestRecord): void {
    append(this.requests, request);
    for (const listener of this.listeners) listener.onRequest?.(request);
  }

  /** @internal */
  addChange(change: StateChange): void {
    append(this.changes, change);
    this.count += 1;
    for (const listener of this.listeners) listener.onChange?.(change);
  }

  /** @internal */
  addFault(fault: FaultRecord): void {
    append(this.faults, fault);
    for (const listener of this.listeners) listener.onFault?.(fault);
  }

  /**
   * The most subscriptions of one account that were non-active at the same time, whatever made them so:
   * creation, update, deletion, the growth of a cluster, or a fault. As for the API's own limit, one in `error`
   * no longer counts.
   */
  highestNonActiveSubscriptions(accountId?: number): number {
    return this.highest(accountId, () => true);
  }

  /** The same without causes other than clients: the growth of a cluster, and a fault that makes one `pending`. */
  highestChangingSubscriptions(accountId?: number): number {
    const growing = new Set(
      this.changes
        .filter((change) => change.kind === "task" && change.name === "databaseCreateRequest")
        .map((change) => change.id),
    );
    const isByFault = ({ from, taskId }: StateChange) => from === "active" && taskId === undefined;
    return this.highest(accountId, (change) => !growing.has(change.taskId ?? "") && !isByFault(change));
  }

  /** Create-database tasks that were submitted while their subscription was not active. */
  databasesSubmittedWhileNonActive(): StateChange[] {
    const states = new Map<string, string>();
    return this.changes.filter((change) => {
      if (change.kind === "subscription") states.set(`${change.accountId}/${change.id}`, change.to);
      const submitted = change.name === "databaseCreateRequest" && change.to === "received";
      return submitted && states.get(`${change.accountId}/${change.subscriptionId}`) !== "active";
    });
  }

  /** The resources that still exist, each as its latest change. */
  remaining(accountId?: number): StateChange[] {
    const last = new Map<string, StateChange>();
    for (const change of this.changes) {
      if (change.kind === "task" || (accountId !== undefined && change.accountId !== accountId)) continue;
      last.set(`${change.accountId}/${change.kind}/${change.id}`, change);
    }
    return [...last.values()].filter((change) => change.to !== "gone");
  }

  /** The write requests: neither reads nor dry runs. */
  writes(): RequestRecord[] {
    return this.requests.filter(({ method, dryRun }) => method !== "GET" && !dryRun);
  }

  /** The most requests with the keys of one account within a simulated minute, wherever the minute begins. */
  requestsInBusiestMinute(accountId?: number): number {
    const recent = new Map<number, number[]>();
    let most = 0;
    for (const request of this.requests) {
      if (request.accountId === undefined) continue;
      if (accountId !== undefined && request.accountId !== accountId) continue;
      const times = recent.get(request.accountId) ?? [];
      recent.set(request.accountId, times);
      times.push(request.at);
      while (request.at - (times[0] ?? request.at) >= MINUTE_MS) times.shift();
      most = Math.max(most, times.length);
    }
    return most;
  }

  /** The whole record; it contains no secrets. */
  toJSON(): ExportedRecord {
    const { start, periods } = this.clock;
    const [{ timeScale } = this.clock] = periods;
    const { requests, changes, faults } = this;
    return {
      ...{ format: RECORD_FORMAT, version: 1, timeScale, start },
      ...(periods.length > 1 && { periods }),
      ...{ requests, changes, faults },
    };
  }

  private highest(accountId: number | undefined, counts: (change: StateChange) => boolean): number {
    const nonActive = new Map<number, Set<string | number>>();
    let highest = 0;
    for (const change of this.changes) {
      if (change.kind !== "subscription") continue;
      if (accountId !== undefined && change.accountId !== accountId) continue;
      const ids = nonActive.get(change.accountId) ?? new Set();
      nonActive.set(change.accountId, ids);
      if (["active", "error", "gone"].includes(change.to)) ids.delete(change.id);
      else if (counts(change)) ids.add(change.id);
      highest = Math.max(highest, ids.size);
    }
    return highest;
  }
}

function append<Entry>(entries: Entry[], entry: Entry): void {
  entries.push(entry);
  if (entries.length > LONGEST_RECORD) entries.splice(0, LONGEST_RECORD / 10);
}
