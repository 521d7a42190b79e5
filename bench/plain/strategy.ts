import {
  DATABASE,
  databaseNames,
  type Program,
  SUBSCRIPTION,
  subscriptionIndices,
  subscriptionName,
} from "../driver/program";
import type { PlainClient } from "./client";
import { Turns } from "./turns";

const CREATION_PLAN = [
  { name: "creation-plan", protocol: "redis", datasetSizeInGb: 0.1, replication: false },
];
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
        this.created.set(path, databases);
      }),
    );
  }

  async destroy(): Promise<void> {
    await Promise.all(
      [...this.created].map(async ([path, databases]) => {
        for (const database of databases) await this.delete(database);
        await this.turns.take(() => this.delete(path));
      }),
    );
  }

  private async createSubscription(index: number): Promise<string> {
    const body = { ...SUBSCRIPTION, name: subscriptionName(index), databases: CREATION_PLAN };
    const path = `/subscriptions/${await this.client.submit("POST", "/subscriptions", body)}`;
    await this.client.active(path);
    return path;
  }

  private async removeCreationPlan(path: string): Promise<void> {
    const { subscription = [] } = (await this.client.get(`${path}/databases`)) ?? {};
    for (const { databaseId } of subscription.flatMap(({ databases }) => databases)) {
      await this.delete(`${path}/databases/${databaseId}`);
    }
  }

  private async createDatabase(path: string, name: string): Promise<string> {
    if ((await this.client.get(path))?.status !== "active") await this.client.active(path);
    const id = await this.client.submit("POST", `${path}/databases`, { ...DATABASE, name });
    await this.client.active(`${path}/databases/${id}`);
    return `${path}/databases/${id}`;
  }

  private async delete(path: string): Promise<void> {
    await this.client.submit("DELETE", path);
    await this.client.gone(path);
  }
}
