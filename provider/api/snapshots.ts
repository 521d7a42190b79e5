import {
  type ListedSubscription,
  type ListedTask,
  listedTask,
  listedTasks,
  type PaymentMethodsAnswer,
  paymentMethodsAnswer,
  subscriptionList,
} from "./answers";
import { CachedList } from "./cachedList";
import { CoalescedRead, SelectedRead, type SharedRead } from "./coalescedRead";
import type { ListedResource, ListSource, Place, Read, ResourceId } from "./lists";
import { SeldomRead } from "./seldomRead";

type SharedList<Item extends ListedResource> = SharedRead<ReadonlyMap<ResourceId, Item>>;

/** The account's lists, each by ID, shared by all readers. */
export class Snapshots {
  /** `GET /tasks`: the tasks of the past ten days. */
  readonly tasks: CoalescedRead<ReadonlyMap<string, ListedTask>>;
  /** `GET /payment-methods`: also the first read of an account, since it takes no arguments and returns little. */
  readonly paymentMethods: CoalescedRead<PaymentMethodsAnswer>;
  private readonly lists = new Map<string, SharedList<ListedResource>>();

  /**
   * @param get reads a path of the API.
   * @param getByTaskOf returns the same for paths that the API serves as tasks, for the list of a source in a place.
   */
  constructor(
    private readonly get: Read,
    private readonly getByTaskOf: (source: ListSource, place: Place) => Read,
  ) {
    const tasks = new CachedList(listedTask, "taskId");
    const tasksAnswer = listedTasks(tasks.schema);
    this.tasks = new CoalescedRead(async () => tasks.byId((await get("/tasks", tasksAnswer)).tasks ?? []));
    this.paymentMethods = new CoalescedRead(() => get("/payment-methods", paymentMethodsAnswer));
  }

  /** `GET /subscriptions`, of every kind: the limits of the account are checked against it. */
  get subscriptions(): SharedRead<ReadonlyMap<number, ListedSubscription>> {
    return this.listOf(subscriptionList) as SharedRead<ReadonlyMap<number, ListedSubscription>>;
  }

  /**
   * Returns the list of a kind of resource in a place, shared by all callers.
   *
   * @param id the resource that is looked for: where the API has no list, it alone is read.
   */
  listOf<Item extends ListedResource>(
    source: ListSource<Item>,
    place: Place = {},
    id?: ResourceId,
  ): SharedList<Item> {
    const one = source.readOne === undefined ? undefined : id;
    const key = [source.name, Object.values(place).join("/"), ...(one === undefined ? [] : [one])].join(" ");
    let shared = this.lists.get(key) as SharedList<Item> | undefined;
    if (shared === undefined) {
      shared = one === undefined ? this.open(source, place) : this.openOne(source, place, one);
      this.lists.set(key, shared);
    }
    return shared;
  }

  /**
   * Returns the earliest read of a list that counts as current, in milliseconds of `Date.now()`: for most lists one that
   * begins now, for one that the API serves as a task a recent one.
   */
  freshSince(source: ListSource, place: Place = {}): number {
    return this.seldomRead(source, place)?.freshSince ?? Date.now();
  }

  /** Announces a change of a list; returns the function to call once its task is processed, or it is given up. */
  beginChange(source: ListSource, place: Place): () => void {
    return this.seldomRead(source, place)?.beginChange() ?? (() => undefined);
  }

  /** The read of the whole list, where the API serves it as a task. */
  private seldomRead(source: ListSource, place: Place): SeldomRead<unknown> | undefined {
    const { partOf } = source;
    if (partOf !== undefined) return this.seldomRead(partOf.list, partOf.placeOf?.(place) ?? place);
    if (!source.isReadByTask) return undefined;
    const read = this.listOf(source, place);
    return read instanceof SeldomRead ? read : undefined;
  }

  private openOne<Item extends ListedResource>(
    source: ListSource<Item>,
    place: Place,
    id: ResourceId,
  ): SharedList<Item> {
    const reader = { get: this.get, getByTask: this.getByTaskOf(source, place) };
    return new CoalescedRead(async () => {
      const item = await source.readOne?.(reader, id);
      return new Map(item === undefined ? [] : [[id, item]]);
    });
  }

  private open<Item extends ListedResource>(source: ListSource<Item>, place: Place): SharedList<Item> {
    const { partOf } = source;
    if (partOf !== undefined) {
      const whole = this.listOf(partOf.list, partOf.placeOf?.(place) ?? place);
      const isOne = ([, item]: [ResourceId, Item]) => partOf.has(item, place);
      return new SelectedRead(whole, (all) => new Map([...all].filter(isOne)));
    }
    const read = source.openList({ get: this.get, getByTask: this.getByTaskOf(source, place) }, place);
    return source.isReadByTask ? new SeldomRead(read) : new CoalescedRead(read);
  }
}
