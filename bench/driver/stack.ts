import providers from "../../provider/host";
import type { DeclaredProvider } from "../../provider/pulumi/provider";
import {
  databaseNames,
  type Program,
  productOf,
  regionName,
  subscriptionIndices,
  subscriptionName,
} from "./program";

const PROVIDERS = providers as Readonly<Record<string, DeclaredProvider>>;

function providerOf(type: string): DeclaredProvider {
  const provider = PROVIDERS[type];
  if (provider === undefined) throw new Error(`there is no ${type}`);
  return provider;
}

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
    for (const provider of this.types().map(providerOf)) {
      void provider.configure({ config: { get: (key) => config[key], require: (key) => config[key] ?? "" } });
    }
  }

  private types(): readonly string[] {
    const { subscription, database, region } = productOf(this.program);
    return [subscription, database, ...(region ? [region] : [])].map(({ type }) => type);
  }

  /** Creates all subscriptions in parallel, and the databases and the region of each when it exists. */
  async up(): Promise<void> {
    const { subscription, database, region } = productOf(this.program);
    await Promise.all(
      subscriptionIndices(this.program).map(async (index) => {
        const { id: subscriptionId } = await this.create(
          subscription.type,
          subscriptionName(index),
          subscription.args,
        );
        const inIt = (type: string, name: string, args: object) =>
          this.create(type, name, { ...args, subscriptionId });
        await Promise.all([
          ...databaseNames(this.program, index).map((name) => inIt(database.type, name, database.args)),
          region && inIt(region.type, regionName(index), region.args),
        ]);
      }),
    );
  }

  /** Deletes all databases and regions in parallel, and each subscription when its own are gone. */
  async destroy(): Promise<void> {
    const { subscription, database, region } = productOf(this.program);
    await Promise.all(
      subscriptionIndices(this.program).map(async (index) => {
        const names = databaseNames(this.program, index);
        await Promise.all([
          ...names.map((name) => this.delete(database.type, name)),
          region && this.delete(region.type, regionName(index)),
        ]);
        await this.delete(subscription.type, subscriptionName(index));
      }),
    );
  }

  private async create(type: string, name: string, args: object): Promise<Resource> {
    const { stack = "bench" } = this.program;
    const __urn = `urn:pulumi:${stack}::bench::pulumi-nodejs:dynamic/redis-cloud:${type}::${name}`;
    const news = { ...args, __urn, __provider: "exports.handler=…" };
    const { inputs, failures = [] } = await providerOf(type).check({}, news);
    if (failures[0]) throw new Error(`${name}: ${failures[0].reason}`);
    const { id, outs = {} } = await providerOf(type).create(inputs);
    const created = { id, outputs: outs };
    this.state[name] = created;
    return created;
  }

  private async delete(type: string, name: string): Promise<void> {
    const { [name]: held } = this.state;
    if (held !== undefined) await providerOf(type).delete(held.id, held.outputs);
  }
}
