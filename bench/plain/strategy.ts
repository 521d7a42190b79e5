import { throughputIn } from "../driver/products";
import {
  databaseNames,
  type Program,
  productOf,
  subscriptionIndices,
  subscriptionName,
} from "../driver/program";
import type { PlainClient } from "./client";
import { Turns } from "./turns";

const SUBSCRIPTIONS_AT_ONCE = 3;

/**
 * A simple strategy that respects the limits: three subscriptions at a time, one database after the other in each, and
 * each step completes before the next.
 */
export class PlainStrategy {
  private readonly turns = new Turns(SUBSCRIPTIONS_AT_ONCE);
  /** Paths of the subscriptions, each with those of its databases. */
  private readonly created = new Map<string, readonly string[]>();

  constructor(
    private readonly client: PlainClient,
    private readonly program: Program,
  ) {}

  async up(): Promise<void> {
    await Promise.all(
      subscriptionIndices(this.program).map(async (index) => {
        const path = await this.turns.take(() => this.createSubscription(index));
        await this.removeCreationPlan(path);
        const databases: string[] = [];
        for (const name of databaseNames(this.program, index)) {
          databases.push(await this.createDatabase(path, name));
        }
        await this.addRegion(path, databaseNames(this.program, index));
        this.created.set(path, databases);
      }),
    );
  }

  async destroy(): Promise<void> {
    await Promise.all(
      [...this.created].map(async ([path, databases]) => {
        for (const database of databases) await this.delete(database);
        await this.removeRegion(path);
        await this.turns.take(() => this.delete(path));
      }),
    );
  }

  private async createSubscription(index: number): Promise<string> {
    const { path, subscription, subscriptionRequest } = productOf(this.program);
    const body = { ...subscription.args, ...subscriptionRequest, name: subscriptionName(index) };
    const created = `${path}/${await this.client.submit("POST", path, body)}`;
    await this.client.active(created);
    return created;
  }

  private async removeCreationPlan(path: string): Promise<void> {
    const { subscriptionRequest } = productOf(this.program);
    if (!("databases" in subscriptionRequest)) return;
    const { subscription = [] } = (await this.client.get(`${path}/databases`)) ?? {};
    for (const { databaseId } of subscription.flatMap(({ databases }) => databases)) {
      await this.delete(`${path}/databases/${databaseId}`);
    }
  }

  private async createDatabase(path: string, name: string): Promise<string> {
    if ((await this.client.get(path))?.status !== "active") await this.client.active(path);
    const { database, databaseRequest } = productOf(this.program);
    const body = { ...database.args, ...databaseRequest, name };
    const id = await this.client.submit("POST", `${path}/databases`, body);
    await this.client.active(`${path}/databases/${id}`);
    return `${path}/databases/${id}`;
  }

  private async addRegion(path: string, databases: readonly string[]): Promise<void> {
    const { region } = productOf(this.program);
    if (region === undefined) return;
    const localThroughputMeasurement = throughputIn(region.args.region);
    const body = {
      ...region.args,
      databases: databases.map((name) => ({ name, localThroughputMeasurement })),
    };
    await this.client.submit("POST", `${path}/regions`, body);
    await this.client.active(path);
  }

  private async removeRegion(path: string): Promise<void> {
    const { region } = productOf(this.program);
    if (region === undefined) return;
    await this.client.submit("DELETE", `${path}/regions`, { regions: [{ region: region.args.region }] });
    await this.client.active(path);
  }

  private async delete(path: string): Promise<void> {
    await this.client.submit("DELETE", path);
    await this.client.gone(path);
  }
}
