import type { StateChange } from "../record";
import type { Exchanges } from "./exchanges";
import type { Parts } from "./parts";
import type { ConsoleChanges, ConsoleState, ExchangeSummary } from "./types";
import {
  accountState,
  accountSummary,
  dueTimes,
  kindState,
  resourceState,
  type Schedule,
  taskState,
  timeOf,
} from "./views";

/** Real milliseconds in which changes are collected before they are sent. */
const INTERVAL_MS = 200;

/** Entries in the first event of a stream. */
const MOST_CHANGES = 50_000;
const MOST_REQUESTS = 500;

/** Receives an event, as it is written to the streams of all listeners. */
export type Listener = (event: Uint8Array) => void;

/** What happens in the simulator, as the stream of events tells it. Without listeners it costs next to nothing. */
export class Feed implements Schedule {
  private readonly listeners = new Set<Listener>();
  private readonly entered = new Map<string, number>();
  private changes: StateChange[] = [];
  private requests: ExchangeSummary[] = [];
  private faultsChanged = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly parts: Parts,
    private readonly exchanges: () => Exchanges,
  ) {
    parts.record.listen({
      onChange: (change) => this.addChange(change),
      onFault: (fault) => {
        this.exchanges().addFault(fault);
        this.addFaults();
      },
    });
    parts.clock.onChange(() => this.wake());
    for (const change of parts.record.changes) this.addChange(change);
  }

  since(accountId: number, kind: string, id: string | number): number | undefined {
    return this.entered.get(keyOf(accountId, kind, id));
  }

  /** Everything as it is now. */
  async state(url: string): Promise<ConsoleState> {
    await this.parts.runtime.bringUpToDate();
    return this.stateNow(url);
  }

  private stateNow(url: string): ConsoleState {
    const { parts } = this;
    return {
      mode: "live",
      url,
      seed: parts.seed,
      time: timeOf(parts),
      kinds: parts.kinds.map((kind) => kindState(kind, parts.kinds)),
      faults: parts.faults.status,
      accounts: parts.accounts.map((account) => accountState(account, parts, this)),
    };
  }

  /** Calls a listener with the state, and from then on with what changes; returns how to end it. */
  async listen(url: string, listener: Listener): Promise<() => void> {
    await this.parts.runtime.bringUpToDate();
    this.send();
    this.listeners.add(listener);
    const state: ConsoleState = {
      ...this.stateNow(url),
      changes: this.parts.record.changes.slice(-MOST_CHANGES),
      requests: this.exchanges().all.slice(-MOST_REQUESTS),
    };
    listener(encoded("state", state));
    return () => this.listeners.delete(listener);
  }

  addRequest(request: ExchangeSummary): void {
    if (this.listeners.size === 0) return;
    this.requests.push(request);
    this.wake();
  }

  /** Tells that rules, or their counts, are different. */
  addFaults(): void {
    this.faultsChanged = true;
    this.wake();
  }

  private addChange(change: StateChange): void {
    const key = keyOf(change.accountId, change.kind, change.id);
    if (change.to === "gone") this.entered.delete(key);
    else this.entered.set(key, change.at);
    if (this.listeners.size === 0) return;
    this.changes.push(change);
    this.wake();
  }

  private wake(): void {
    if (this.listeners.size === 0) return;
    this.timer ??= setTimeout(() => void this.flush(), INTERVAL_MS);
    this.timer.unref?.();
  }

  /** Databases have their endpoints when their servers have started, which this waits for. */
  private async flush(): Promise<void> {
    await this.parts.runtime.bringUpToDate();
    this.timer = undefined;
    this.send();
  }

  private send(): void {
    const { changes, requests, faultsChanged, parts } = this;
    this.changes = [];
    this.requests = [];
    this.faultsChanged = false;
    if (this.listeners.size === 0) return;
    const data: ConsoleChanges = {
      time: timeOf(parts),
      accounts: parts.accounts.map((account) => accountSummary(account, parts)),
      ...this.itemsOf(changes),
      changes,
      requests,
      ...(faultsChanged && { faults: parts.faults.status }),
    };
    const event = encoded("changes", data);
    for (const listener of this.listeners) listener(event);
  }

  /** The tasks and resources of these changes, as they are now. */
  private itemsOf(changes: readonly StateChange[]): Pick<ConsoleChanges, "resources" | "tasks" | "gone"> {
    const { parts } = this;
    const items: Pick<ConsoleChanges, "resources" | "tasks" | "gone"> = {
      resources: [],
      tasks: [],
      gone: [],
    };
    for (const account of parts.accounts) {
      const { accountId } = account;
      const own = changes.filter((change) => change.accountId === accountId);
      if (own.length === 0) continue;
      const due = dueTimes(account);
      const latest = new Map(own.map((change) => [keyOf(accountId, change.kind, change.id), change]));
      for (const { kind, id } of latest.values()) {
        const task = kind === "task" ? account.tasks.get(String(id)) : undefined;
        const ofKind = parts.kinds.find(({ name }) => name === kind);
        const resource = ofKind && account.collection(kind).get(id);
        if (task) items.tasks.push(taskState(account, task, due, this));
        else if (resource) items.resources.push(resourceState(account, resource, ofKind, due, this));
        else items.gone.push({ accountId, kind, id });
      }
    }
    return items;
  }
}

const keyOf = (accountId: number, kind: string, id: string | number): string => `${accountId}/${kind}/${id}`;

/** A server-sent event. JSON contains no line breaks. */
const encoded = (event: "state" | "changes", data: ConsoleState | ConsoleChanges): Uint8Array =>
  new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
