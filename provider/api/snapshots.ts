import { isDeepStrictEqual } from "node:util";
import {
  type ListedCloudAccount,
  type ListedDatabase,
  type ListedSubscription,
  type ListedTask,
  listedCloudAccounts,
  listedDatabases,
  listedSubscriptions,
  listedTasks,
  type PaymentMethodsAnswer,
  paymentMethodsAnswer,
} from "./answers";
import type { RedisCloudApi } from "./client";
import { RedisCloudApiError } from "./error";
import { Shared } from "./shared";

const PAGE_SIZE = 100;

/** The account's lists, each by id, shared by all that wait for something in them. */
export class Snapshots {
  /** `GET /tasks`: the tasks of the past ten days. */
  readonly tasks: Shared<ReadonlyMap<string, ListedTask>>;
  /** `GET /subscriptions`. */
  readonly subscriptions: Shared<ReadonlyMap<number, ListedSubscription>>;
  /** `GET /cloud-accounts`. */
  readonly cloudAccounts: Shared<ReadonlyMap<number, ListedCloudAccount>>;
  /** `GET /payment-methods`: also the first look at an account, since it takes no arguments and says little. */
  readonly paymentMethods: Shared<PaymentMethodsAnswer>;
  private readonly databasesBySubscription = new Map<number, Shared<ReadonlyMap<number, ListedDatabase>>>();

  constructor(private readonly api: RedisCloudApi) {
    const tasksById = byId((task: ListedTask) => task.taskId);
    this.tasks = new Shared(async () => {
      const { tasks = [] } = await api.get("/tasks", listedTasks);
      return tasksById(tasks);
    });
    const subscriptionsById = byId((subscription: ListedSubscription) => subscription.id);
    this.subscriptions = new Shared(async () => {
      const { subscriptions } = await api.get("/subscriptions", listedSubscriptions);
      return subscriptionsById(subscriptions);
    });
    this.cloudAccounts = new Shared(async () => {
      const { cloudAccounts } = await api.get("/cloud-accounts", listedCloudAccounts);
      return new Map(cloudAccounts.map((cloudAccount) => [cloudAccount.id, cloudAccount]));
    });
    this.paymentMethods = new Shared(() => api.get("/payment-methods", paymentMethodsAnswer));
  }

  /** `GET /subscriptions/{id}/databases`, all pages. Empty, too, for a subscription that does not exist. */
  databases(subscriptionId: number): Shared<ReadonlyMap<number, ListedDatabase>> {
    let shared = this.databasesBySubscription.get(subscriptionId);
    if (shared === undefined) {
      const databasesById = byId((database: ListedDatabase) => database.databaseId);
      shared = new Shared(async () => databasesById([...(await this.allPages(subscriptionId)).values()]));
      this.databasesBySubscription.set(subscriptionId, shared);
    }
    return shared;
  }

  private async allPages(subscriptionId: number): Promise<ReadonlyMap<number, ListedDatabase>> {
    const found = new Map<number, ListedDatabase>();
    for (let offset = 0; ; offset += PAGE_SIZE) {
      const page = await this.page(subscriptionId, offset);
      const foundBefore = found.size;
      for (const database of page) found.set(database.databaseId, database);
      // A server that repeats itself would be asked forever.
      if (page.length < PAGE_SIZE || found.size === foundBefore) return found;
    }
  }

  private async page(subscriptionId: number, offset: number): Promise<readonly ListedDatabase[]> {
    const path = `/subscriptions/${subscriptionId}/databases?offset=${offset}&limit=${PAGE_SIZE}`;
    try {
      const { subscription } = await this.api.get(path, listedDatabases);
      return subscription.flatMap(({ databases = [] }) => databases);
    } catch (error) {
      // The API answers 404 past the last page, and for a subscription without databases.
      if (error instanceof RedisCloudApiError && error.kind === "not-found") return [];
      throw error;
    }
  }
}

/**
 * Lists by id, where what did not change is the same object as in the list before: lists are long and read often, and
 * hold little that is new.
 */
function byId<Id, Item extends object>(idOf: (item: Item) => Id): (items: readonly Item[]) => Map<Id, Item> {
  let before = new Map<Id, Item>();
  return (items) => {
    const now = items.map((item) => {
      const [id, known] = [idOf(item), before.get(idOf(item))];
      return [id, known !== undefined && isDeepStrictEqual(known, item) ? known : item] as const;
    });
    before = new Map(now);
    return before;
  };
}
