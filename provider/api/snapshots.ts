import type { z } from "zod";
import {
  type ListedCloudAccount,
  type ListedDatabase,
  type ListedSubscription,
  type ListedTask,
  listedCloudAccounts,
  listedDatabase,
  listedDatabases,
  listedSubscription,
  listedSubscriptions,
  listedTask,
  listedTasks,
  type PaymentMethodsAnswer,
  paymentMethodsAnswer,
} from "./answers";
import type { RedisCloudApi } from "./client";
import { RedisCloudApiError } from "./error";
import { RememberedList, type Told } from "./remembered";
import { Shared } from "./shared";

const PAGE_SIZE = 100;

type ToldDatabase = Told<ListedDatabase>;
type DatabasesAnswer = ReturnType<typeof listedDatabases<z.ZodType<readonly ToldDatabase[]>>>;

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
    const tasks = new RememberedList(listedTask, "taskId");
    const tasksAnswer = listedTasks(tasks.schema);
    this.tasks = new Shared(async () => tasks.byId((await api.get("/tasks", tasksAnswer)).tasks ?? []));
    const subscriptions = new RememberedList(listedSubscription, "id");
    const subscriptionsAnswer = listedSubscriptions(subscriptions.schema);
    this.subscriptions = new Shared(async () =>
      subscriptions.byId((await api.get("/subscriptions", subscriptionsAnswer)).subscriptions),
    );
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
      const databases = new RememberedList(listedDatabase, "databaseId");
      const answer = listedDatabases(databases.schema);
      shared = new Shared(async () => databases.byId(await this.allPages(subscriptionId, answer)));
      this.databasesBySubscription.set(subscriptionId, shared);
    }
    return shared;
  }

  private async allPages(subscriptionId: number, answer: DatabasesAnswer): Promise<readonly ToldDatabase[]> {
    const found = new Map<number, ToldDatabase>();
    for (let offset = 0; ; offset += PAGE_SIZE) {
      const page = await this.page(subscriptionId, offset, answer);
      const foundBefore = found.size;
      for (const told of page) found.set(told.item.databaseId, told);
      // A server that repeats itself would be asked forever.
      if (page.length < PAGE_SIZE || found.size === foundBefore) return [...found.values()];
    }
  }

  private async page(
    subscriptionId: number,
    offset: number,
    answer: DatabasesAnswer,
  ): Promise<readonly ToldDatabase[]> {
    const path = `/subscriptions/${subscriptionId}/databases?offset=${offset}&limit=${PAGE_SIZE}`;
    try {
      const { subscription } = await this.api.get(path, answer);
      return subscription.flatMap(({ databases = [] }) => databases);
    } catch (error) {
      // The API answers 404 past the last page, and for a subscription without databases.
      if (error instanceof RedisCloudApiError && error.kind === "not-found") return [];
      throw error;
    }
  }
}
