import type { AccountSettings } from "./accountOptions";
import { Agenda, type Appointment } from "./agenda";
import { initialCloudAccounts } from "./cloudAccounts/initial";
import { Databases } from "./databases/collection";
import type { Faults } from "./faults/faults";
import { strikeOnEntering } from "./faults/states";
import type { Durations, Settings } from "./options";
import { Random } from "./random";
import type { SimulatorRecord } from "./record";
import type { CloudAccount, Database, Subscription, Task, Thing } from "./state";

/** What of an account is written to the state file. */
export interface SavedAccount {
  accountId: number;
  created: number;
  random: number;
  lastId: number;
  queue: string[];
  processing?: string;
  tasks: Task[];
  subscriptions: Subscription[];
  databases: Database[];
  cloudAccounts: CloudAccount[];
  agenda: Appointment[];
}

/**
 * One account: its things, what is due when, and its own time.
 *
 * It knows no rule of the lifecycle; those are in `tasks/`, `subscriptions/`, `databases/` and
 * `cloudAccounts/`. Accounts share nothing, so each is processed and provisioned on its own.
 */
export class Account {
  readonly accountId: number;
  readonly tasks: Map<string, Task>;
  /** IDs of the tasks that await processing, in the order they were received. */
  readonly queue: string[];
  /** ID of the one task that is being processed. */
  processing: string | undefined;
  readonly subscriptions: Map<number, Subscription>;
  readonly databases: Databases;
  readonly cloudAccounts: Map<number, CloudAccount>;
  readonly agenda: Agenda;
  readonly random: Random;
  /** Simulated milliseconds since 1970: the time of what is happening. */
  now: number;
  /** When the account came to be, in simulated milliseconds. */
  readonly created: number;
  /** Whether anything changed since the state was saved last. */
  changed = true;
  private lastId: number;

  constructor(
    readonly options: AccountSettings,
    readonly settings: Settings,
    private readonly record: SimulatorRecord,
    readonly faults: Faults,
    now: number,
    saved?: SavedAccount,
  ) {
    this.accountId = options.accountId;
    this.now = now;
    this.created = saved?.created ?? now;
    this.random = new Random(saved?.random ?? Math.imul(settings.seed + 1, options.accountId));
    this.lastId = saved?.lastId ?? this.random.integer(100_000, 199_999);
    this.queue = saved?.queue ?? [];
    this.processing = saved?.processing;
    this.agenda = new Agenda(saved?.agenda);
    this.tasks = new Map(saved?.tasks.map((task) => [task.taskId, task]));
    this.subscriptions = new Map(saved?.subscriptions.map((subscription) => [subscription.id, subscription]));
    // The Redis servers behind databases ended with the simulator that started them.
    this.databases = new Databases(saved?.databases.map((database) => ({ ...database, real: false })));
    this.cloudAccounts = new Map(saved?.cloudAccounts.map((account) => [account.id, account]));
    if (saved) for (const thing of this.things()) this.report(thing, undefined, thing.status);
    else for (const one of initialCloudAccounts(options)) this.cloudAccounts.set(one.id, one);
  }

  /** An ID for a new resource, unlike any other in the account. */
  newId(): number {
    this.lastId += this.random.integer(1, 9);
    return this.lastId;
  }

  /** Draws a duration, in simulated milliseconds. */
  duration(name: keyof Durations): number {
    return Math.round(this.random.within(this.settings.durations[name]) * 1000);
  }

  /** Lets a thing enter a state now. Whatever was due for it before is void. */
  enter<T extends Thing>(thing: T, status: T["status"], taskId?: string): void {
    const from = thing.change === 0 ? undefined : thing.status;
    thing.status = status;
    thing.change += 1;
    thing.changedBy = taskId ?? thing.changedBy;
    this.changed = true;
    this.report(thing, from, status, taskId);
    strikeOnEntering(this, thing);
  }

  /** Lets a thing reach a state in `inMs` simulated milliseconds. */
  later<T extends Thing>(thing: T, to: T["status"] | "gone", inMs: number): void {
    this.agenda.add({
      at: this.now + Math.round(inMs),
      kind: thing.kind,
      id: idOf(thing),
      to,
      change: thing.change,
    });
  }

  /** Removes a resource. */
  remove(thing: Exclude<Thing, Task>): void {
    if (thing.kind === "database") this.databases.remove(thing);
    else if (thing.kind === "subscription") this.subscriptions.delete(thing.id);
    else this.cloudAccounts.delete(thing.id);
    this.changed = true;
    this.report(thing, thing.status, "gone");
  }

  find(kind: Thing["kind"], id: string | number): Thing | undefined {
    if (kind === "task") return this.tasks.get(String(id));
    if (kind === "database") return this.databases.get(Number(id));
    return kind === "subscription" ? this.subscriptions.get(Number(id)) : this.cloudAccounts.get(Number(id));
  }

  /** The databases of a subscription, in the order of their creation. */
  databasesOf(subscriptionId: number): Database[] {
    return this.databases.of(subscriptionId);
  }

  toJSON(): SavedAccount {
    return {
      accountId: this.accountId,
      created: this.created,
      random: this.random.state,
      lastId: this.lastId,
      queue: this.queue,
      processing: this.processing,
      tasks: [...this.tasks.values()],
      subscriptions: [...this.subscriptions.values()],
      databases: [...this.databases.values()],
      cloudAccounts: [...this.cloudAccounts.values()],
      agenda: this.agenda.toJSON(),
    };
  }

  private things(): Thing[] {
    return [
      ...this.cloudAccounts.values(),
      ...this.subscriptions.values(),
      ...this.databases.values(),
      ...this.tasks.values(),
    ].filter((thing) => thing.change > 0);
  }

  private report(thing: Thing, from: string | undefined, to: string, taskId?: string): void {
    const isTask = thing.kind === "task";
    this.record.addChange({
      at: this.now,
      accountId: this.accountId,
      kind: thing.kind,
      id: idOf(thing),
      name: isTask ? thing.command.commandType : thing.name,
      from,
      to,
      taskId: isTask ? thing.taskId : taskId,
      subscriptionId: subscriptionOf(thing),
      error: isTask ? thing.response?.error?.type : undefined,
    });
  }
}

/** Whether the ID of a thing is known to the outside already. */
export function isVisible(thing: { visibleAt: number } | undefined, now: number): boolean {
  return thing !== undefined && thing.visibleAt <= now;
}

function idOf(thing: Thing): string | number {
  if (thing.kind === "task") return thing.taskId;
  return thing.kind === "database" ? thing.databaseId : thing.id;
}

function subscriptionOf(thing: Thing): number | undefined {
  if (thing.kind === "database") return thing.subscriptionId;
  return thing.kind === "task" && "subscriptionId" in thing.command
    ? thing.command.subscriptionId
    : undefined;
}
