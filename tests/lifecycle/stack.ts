import type { Inputs as Args } from "@pulumi/pulumi";
import { declaredState } from "../../provider/operations/attributes";
import { changes } from "../../provider/operations/changes";
import type { AnyDeclaration } from "../../provider/operations/declaration";
import { DeclaredProvider } from "../../provider/pulumi/provider";
import { DECLARATIONS } from "../../provider/resources/all";

/** Name of the class of a resource, e.g. `Database`. */
type Type = string;

/** The host stores the serialized provider with the resource's properties. */
const PROVIDER = "exports.handler=…";
type Values = Record<string, unknown>;

/** A resource in the engine's state. */
export interface Held {
  readonly type: Type;
  readonly id: string;
  readonly inputs: Values;
  readonly outputs: Values;
  /** Whether its last operation ended as an initialization failure. */
  readonly failed: boolean;
}

/** The error of a resource that exists but was not initialized. */
export interface InitializationFailure extends Error {
  readonly id: string;
  readonly properties: Values;
  readonly reasons: string[];
}

/** Models a stack by the engine's calls to a dynamic provider: one resource at a time, by name. */
export class Stack {
  private readonly declarations = new Map<Type, AnyDeclaration>();
  private readonly providers = new Map<Type, DeclaredProvider>();

  /** @param held the state of earlier runs. */
  constructor(
    private readonly config: Readonly<Record<string, string>>,
    readonly held = new Map<string, Held>(),
  ) {
    for (const declaration of DECLARATIONS) this.declare(declaration);
  }

  /** Registers a kind of resource, in addition to those of the package. */
  declare(declaration: AnyDeclaration): void {
    const declared = new DeclaredProvider(declaration);
    void declared.configure({ config: { get: (key) => this.config[key], require: () => "" } });
    this.declarations.set(declaration.typeName, declaration);
    this.providers.set(declaration.typeName, declared);
  }

  private provider = (type: Type): DeclaredProvider => this.providers.get(type) as DeclaredProvider;

  /** Deploys a subscription like `pulumi up`: creates, updates, replaces, or leaves it. */
  subscription = (name: string, args: Args): Promise<Held> => this.up("Subscription", name, args);
  database = (name: string, args: Args): Promise<Held> => this.up("Database", name, args);
  cloudAccount = (name: string, args: Args): Promise<Held> => this.up("CloudAccount", name, args);
  aclRule = (name: string, args: Args): Promise<Held> => this.up("AclRule", name, args);
  aclRole = (name: string, args: Args): Promise<Held> => this.up("AclRole", name, args);
  aclUser = (name: string, args: Args): Promise<Held> => this.up("AclUser", name, args);
  essentialsSubscription = (name: string, args: Args): Promise<Held> =>
    this.up("EssentialsSubscription", name, args);
  essentialsDatabase = (name: string, args: Args): Promise<Held> => this.up("EssentialsDatabase", name, args);

  /** The state of a resource. */
  state(name: string): Held {
    const held = this.held.get(name);
    if (held === undefined) throw new Error(`the stack holds no ${name}`);
    return held;
  }

  has = (name: string): boolean => this.held.has(name);

  /** The result of `pulumi preview` for these arguments. */
  async preview(name: string, args: Args): Promise<"same" | "update" | "replace"> {
    const { type, id, inputs, outputs } = this.state(name);
    const diff = await this.provider(type).diff(id, outputs, await this.checked(type, name, args, inputs));
    if (!diff.replaces?.length) return diff.changes ? "update" : "same";
    // The engine checks again, as for a new resource.
    await this.checked(type, name, args);
    return "replace";
  }

  /** Whether these inputs replace the resource. Of dependents of a replaced resource, the engine only asks this. */
  async isReplacedBy(name: string, inputs: Args): Promise<boolean> {
    const { type, id, outputs } = this.state(name);
    const { replaces = [] } = await this.provider(type).diff(id, outputs, inputs);
    return replaces.length > 0;
  }

  /** Previews a resource that is not in the state. */
  async previewNew(type: Type, name: string, args: Args): Promise<void> {
    await this.checked(type, name, args);
  }

  /** The name that the resource gets, or keeps. */
  async nameIn(type: Type, name: string, args: Args): Promise<unknown> {
    return (await this.checked(type, name, args, this.held.get(name)?.inputs)).name;
  }

  /** The arguments whose change updates the resource, or replaces it. */
  async changed(name: string, args: Args): Promise<readonly string[]> {
    const { type, inputs, outputs } = this.state(name);
    const declaration = this.declarations.get(type) as AnyDeclaration;
    const held = declaredState(declaration, outputs);
    const { update, replace } = changes(declaration, held, await this.checked(type, name, args, inputs));
    return [...Object.keys(update), ...replace];
  }

  /** Like `pulumi refresh`: updates the state from the account. */
  async refresh(name: string): Promise<Held | undefined> {
    const { type, id, outputs } = this.state(name);
    const read = await this.provider(type).read(id, outputs);
    if (!read.id) {
      this.held.delete(name);
      return undefined;
    }
    return this.keep(name, { type, id, inputs: read.inputs ?? {}, outputs: read.props ?? {} });
  }

  /** Replaces with create before delete: the old resource still exists and is known. */
  async createAnother(name: string, args: Args): Promise<Held> {
    const { type, id, inputs, outputs } = this.state(name);
    const news = await this.checked(type, name, args, inputs);
    await this.provider(type).diff(id, outputs, news);
    return this.create(type, name, news);
  }

  /** Like `pulumi destroy`. */
  async destroy(name: string): Promise<void> {
    const { type, id, outputs } = this.state(name);
    await this.provider(type).delete(id, outputs);
    this.held.delete(name);
  }

  async up(type: Type, name: string, args: Args): Promise<Held> {
    const operation = await this.planned(type, name, args);
    return operation === undefined ? this.state(name) : operation();
  }

  /** Checks and compares; returns the operation, if any. */
  async planned(type: Type, name: string, args: Args): Promise<(() => Promise<Held>) | undefined> {
    const held = this.held.get(name);
    const inputs = await this.checked(type, name, args, held?.inputs);
    if (held === undefined) return () => this.create(type, name, inputs);
    const diff = await this.provider(type).diff(held.id, held.outputs, inputs);
    if (diff.replaces?.length) {
      return async () => {
        await this.destroy(name);
        // The engine checks a replacement like a new resource.
        return this.create(type, name, await this.checked(type, name, args));
      };
    }
    if (!diff.changes && !held.failed) return undefined;
    return () => this.update(type, name, held, inputs);
  }

  private update(type: Type, name: string, held: Held, inputs: Values): Promise<Held> {
    return this.orFailed(type, name, inputs, async () => {
      const { outs = {} } = await this.provider(type).update(held.id, held.outputs, inputs);
      return { id: held.id, outputs: { ...outs, __provider: PROVIDER } };
    });
  }

  private create(type: Type, name: string, inputs: Values): Promise<Held> {
    return this.orFailed(type, name, inputs, async () => {
      const { id, outs = {} } = await this.provider(type).create(inputs);
      return { id, outputs: { ...outs, __provider: PROVIDER } };
    });
  }

  private async orFailed(
    type: Type,
    name: string,
    inputs: Values,
    work: () => Promise<{ id: string; outputs: Values }>,
  ): Promise<Held> {
    try {
      return this.keep(name, { ...(await work()), type, inputs });
    } catch (error) {
      const { id, properties, reasons } = error as InitializationFailure;
      if (reasons !== undefined) this.keep(name, { type, id, inputs, outputs: properties }, true);
      throw error;
    }
  }

  private keep(name: string, held: Omit<Held, "failed">, failed = false): Held {
    const kept = { ...held, failed };
    this.held.set(name, kept);
    return kept;
  }

  private async checked(type: Type, name: string, args: Args, olds: Values = {}): Promise<Values> {
    const __urn = `urn:pulumi:test::shop::pulumi-nodejs:dynamic/redis-cloud:${type}::${name}`;
    const news = { ...args, __urn, __provider: PROVIDER };
    const { inputs, failures = [] } = await this.provider(type).check(olds, news);
    const [failure] = failures;
    if (failure) throw new Error(failure.reason);
    return inputs as Values;
  }
}
