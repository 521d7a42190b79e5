import providers from "../../provider/host";
import type { DeclaredProvider } from "../../provider/pulumi/provider";
import {
  DATABASE,
  databaseNames,
  type Program,
  SUBSCRIPTION,
  subscriptionIndices,
  subscriptionName,
} from "./program";

const { Subscription, Database } = providers as Record<"Subscription" | "Database", DeclaredProvider>;
const PROVIDERS = { Subscription, Database };
type Type = keyof typeof PROVIDERS;

/** A resource as the engine keeps it in the state. */
interface Resource {
  readonly id: string;
  readonly outputs: Record<string, unknown>;
}

/** What the engine keeps between runs, by name. */
export type State = Record<string, Resource>;

/** A stack without the engine: makes the engine's calls, each as soon as its dependencies exist. */
export class Stack {
  /** @param config Pulumi config by full key, e.g. `redis-cloud:apiKey`. */
  constructor(
    private readonly program: Program,
    config: Readonly<Record<string, string>>,
    readonly state: State = {},
  ) {
    for (const provider of Object.values(PROVIDERS)) {
      void provider.configure({ config: { get: (key) => config[key], require: (key) => config[key] ?? "" } });
    }
  }

  /** Creates all subscriptions in parallel, and the databases of each when it exists. */
  async up(): Promise<void> {
    await Promise.all(
      subscriptionIndices(this.program).map(async (index) => {
        const subscription = await this.create("Subscription", subscriptionName(index), SUBSCRIPTION);
        const args = { ...DATABASE, subscriptionId: subscription.id };
        const names = databaseNames(this.program, index);
        await Promise.all(names.map((name) => this.create("Database", name, args)));
      }),
    );
  }

  /** Deletes all databases in parallel, and each subscription when its databases are gone. */
  async destroy(): Promise<void> {
    await Promise.all(
      subscriptionIndices(this.program).map(async (index) => {
        const names = databaseNames(this.program, index);
        await Promise.all(names.map((name) => this.delete("Database", name)));
        await this.delete("Subscription", subscriptionName(index));
      }),
    );
  }

  private async create(type: Type, name: string, args: object): Promise<Resource> {
    const { stack = "bench" } = this.program;
    const __urn = `urn:pulumi:${stack}::bench::pulumi-nodejs:dynamic/redis-cloud:${type}::${name}`;
    const news = { ...args, __urn, __provider: "exports.handler=…" };
    const { inputs, failures = [] } = await PROVIDERS[type].check({}, news);
    if (failures[0]) throw new Error(`${name}: ${failures[0].reason}`);
    const { id, outs = {} } = await PROVIDERS[type].create(inputs);
    const created = { id, outputs: outs };
    this.state[name] = created;
    return created;
  }

  private async delete(type: Type, name: string): Promise<void> {
    const { [name]: held } = this.state;
    if (held !== undefined) await PROVIDERS[type].delete(held.id, held.outputs);
  }
}
