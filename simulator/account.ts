import { Agenda, type Appointment } from "./agenda";
import { Collection } from "./collection";
import type { Faults } from "./faults/faults";
import type { KindName, Kinds } from "./kinds";
import { Random } from "./random";
import type { SimulatorRecord } from "./record";
import { idOf, isTask, type Resource, type Stateful, type Task } from "./resource";
import type { AccountSettings } from "./resources/accountOptions";
import type { Settings } from "./settings";

/** The part of an account that is written to the state file. */
export interface SavedAccount {
  accountId: number;
  created: number;
  random: number;
  lastId: number;
  queue: string[];
  processing?: string;
  tasks: Task[];
  /** The resources by the names of their kinds. */
  resources: Record<string, Resource[]>;
  agenda: Appointment[];
}

/** The parts of the simulator that an account needs. */
export interface AccountContext {
  readonly settings: Settings;
  readonly kinds: Kinds;
  readonly record: SimulatorRecord;
  readonly faults: Faults;
  /** Called when a task or a resource has entered a state, or is gone. */
  onTransition(account: Account, item: Stateful, state: string): void;
}

/**
 * One account: its tasks and resources, its scheduled transitions, and its time.
 *
 * It knows neither the rules of the lifecycle nor any kind of resource: those are in `tasks/` and `resources/`.
 * Accounts share nothing, so each is processed and provisioned independently.
 */
export class Account {
  readonly accountId: number;
  readonly tasks: Map<string, Task>;
  /** IDs of the tasks that await processing, in the order they were received. */
  readonly queue: string[];
  /** ID of the one task that is being processed. */
  processing: string | undefined;
  readonly agenda: Agenda;
  readonly random: Random;
  /** Current time of the account, in simulated milliseconds since 1970. */
  now: number;
  /** When the account was created, in simulated milliseconds. */
  readonly created: number;
  /** When it began in this simulator, at its start or by a reset, in simulated milliseconds. */
  readonly startedAt: number;
  /** Whether anything has changed since the state was last saved. */
  changed = true;
  private readonly collections: ReadonlyMap<string, Collection>;
  private lastId: number;

  constructor(
    readonly options: AccountSettings,
    private readonly context: AccountContext,
    now: number,
    saved?: SavedAccount,
  ) {
    this.accountId = options.accountId;
    this.now = now;
    this.created = saved?.created ?? now;
    this.startedAt = now;
    this.random = new Random(saved?.random ?? Math.imul(context.settings.seed + 1, options.accountId));
    this.lastId = saved?.lastId ?? this.random.integer(100_000, 199_999);
    this.queue = saved?.queue ?? [];
    this.processing = saved?.processing;
    this.agenda = new Agenda(saved?.agenda);
    this.tasks = new Map(saved?.tasks.map((task) => [task.taskId, task]));
    this.collections = new Map(
      context.kinds.all.map((kind) => {
        const restored = saved?.resources[kind.name]?.map((one) => kind.restore?.(one) ?? one);
        // A file that was written before the simulator knew the kind has none of its resources.
        return [kind.name, new Collection(kind.name, restored ?? kind.initial?.(options))];
      }),
    );
    if (saved) for (const item of this.items()) this.report(item, undefined, item.status);
  }

  get kinds(): Kinds {
    return this.context.kinds;
  }

  get settings(): Settings {
    return this.context.settings;
  }

  get faults(): Faults {
    return this.context.faults;
  }

  /** The resources of a kind. */
  collection<R extends Resource>(kind: KindName<R>): Collection<R> {
    const collection = this.collections.get(kind);
    if (!collection) throw new Error(`there is no kind of resource called '${kind}'`);
    // The type of a `KindName` determines the type of the kind's resources.
    return collection as unknown as Collection<R>;
  }

  /** A task (of the kind `task`) or a resource. */
  find(kind: string, id: string | number): Stateful | undefined {
    return kind === "task" ? this.tasks.get(String(id)) : this.collections.get(kind)?.get(id);
  }

  /** A new resource ID, unique within the account. */
  newId(): number {
    this.lastId += this.random.integer(1, 9);
    return this.lastId;
  }

  /**
   * Draws a duration, in simulated milliseconds.
   *
   * @param name such as `databaseCreate`
   */
  duration(name: string): number {
    const range = this.settings.durations[name];
    if (!range) throw new Error(`there is no duration called '${name}'`);
    return Math.round(this.random.within(range) * 1000);
  }

  /** Adds a new resource; a task puts it into its first state. */
  add<R extends Resource>(resource: R, taskId?: string): void {
    this.collection<R>(resource.kind).add(resource);
    this.transition(resource, resource.status, taskId);
  }

  /** Adds a resource that exists from the start, with an ID of its own. */
  addExisting(resource: Resource): void {
    this.collection(resource.kind).add(resource);
    if (typeof resource.id === "number") this.lastId = Math.max(this.lastId, resource.id);
    resource.change += 1;
    this.report(resource, undefined, resource.status);
  }

  /** Puts a task or a resource into a state now, and cancels earlier scheduled transitions. */
  transition<Item extends Stateful>(item: Item, status: Item["status"], taskId?: string): void {
    const from = item.change === 0 ? undefined : item.status;
    item.status = status;
    item.change += 1;
    if (!isTask(item)) item.changedBy = taskId ?? item.changedBy;
    this.changed = true;
    this.report(item, from, status, taskId);
    this.context.onTransition(this, item, status);
  }

  /** Schedules a state of a task or a resource in `inMs` simulated milliseconds; `gone` if it will not exist then. */
  schedule<Item extends Stateful>(item: Item, to: Item["status"] | "gone", inMs: number): void {
    this.agenda.add({
      at: this.now + Math.round(inMs),
      kind: item.kind,
      id: idOf(item),
      to,
      change: item.change,
    });
  }

  /** Removes a resource. */
  remove(resource: Resource): void {
    this.collection(resource.kind).remove(resource);
    this.changed = true;
    this.report(resource, resource.status, "gone");
    this.context.onTransition(this, resource, "gone");
  }

  /** Reports that the account ends, with everything in it: another one takes its place. */
  end(): void {
    for (const item of this.items()) this.report(item, item.status, "gone");
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
      resources: Object.fromEntries(
        [...this.collections].map(([kind, collection]) => [kind, [...collection.values()]]),
      ),
      agenda: this.agenda.toJSON(),
    };
  }

  private items(): Stateful[] {
    const resources = [...this.collections.values()].flatMap((collection) => [...collection.values()]);
    return [...resources, ...this.tasks.values()].filter((item) => item.change > 0);
  }

  private report(item: Stateful, from: string | undefined, to: string, taskId?: string): void {
    this.context.record.addChange({
      at: this.now,
      accountId: this.accountId,
      kind: item.kind,
      id: idOf(item),
      name: isTask(item) ? item.command.commandType : item.name,
      from,
      to,
      taskId: isTask(item) ? item.taskId : taskId,
      subscriptionId: isTask(item) ? item.command.subscriptionId : item.subscriptionId,
      error: isTask(item) ? item.response?.error?.type : undefined,
    });
  }
}
