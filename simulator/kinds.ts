import type { KindCopy } from "./copy/kindCopy";
import type { Command, Resource } from "./resource";
import type { AccountSettings } from "./resources/accountOptions";

/** The part of a kind that an account needs to store resources of it. */
export interface StoredKind<R extends Resource = Resource> {
  /** Name of the kind in fault rules, in the record and in the state file, such as `subscription`. */
  readonly name: string;
  /**
   * Path below `/v1` by which tasks link to a resource, such as `/subscriptions/:subscriptionId/databases/:databaseId`.
   * The last parameter is the ID of the resource; commands carry it under the same name.
   */
  readonly path: string;
  /** The `commandType`s of the tasks that create resources of this kind or work on them. */
  readonly commands: Readonly<Record<string, unknown>>;
  /** The resources of a new account. */
  initial?(options: AccountSettings): R[];
  /** How resources are copied from an account that has them already. @default they are not copied */
  readonly copy?: KindCopy<R>;
  /** A resource from the state file, when the simulator starts. @default as saved */
  restore?(saved: R): R;
}

/**
 * Refers to the collection of a kind. It is the kind's name, whose type says what the resources are, so that one kind
 * can refer to resources of another without importing its declaration.
 */
export type KindName<R extends Resource> = string & { readonly resource?: R };

/** The kinds of resources that a simulator knows. */
export class Kinds<K extends StoredKind = StoredKind> {
  private readonly byName: ReadonlyMap<string, K>;
  private readonly byCommand: ReadonlyMap<string, K>;

  /** @throws RangeError when two kinds share a name or a `commandType` */
  constructor(readonly all: readonly K[]) {
    this.byName = uniqueMap(all.map((kind) => [kind.name, kind]));
    this.byCommand = uniqueMap(
      all.flatMap((kind) => Object.keys(kind.commands).map((commandType) => [commandType, kind] as const)),
    );
  }

  get names(): string[] {
    return [...this.byName.keys()];
  }

  get commandTypes(): string[] {
    return [...this.byCommand.keys()];
  }

  get(name: string): K | undefined {
    return this.byName.get(name);
  }

  /** The kind that a command creates or works on. */
  ofCommand(commandType: string): K | undefined {
    return this.byCommand.get(commandType);
  }
}

/** Name of the path parameter that holds the ID of a resource of this kind, such as `databaseId`. */
export function idParameter({ path }: StoredKind): string {
  return path.match(/:(\w+)(?!.*:)/)?.[1] ?? "id";
}

/** Path below `/v1` of the resource that a command created or worked on. */
export function resourcePath(kind: StoredKind, command: Command, id: string | number): string {
  const own = idParameter(kind);
  return kind.path.replace(/:(\w+)/g, (_, name) => String(name === own ? id : command[name]));
}

function uniqueMap<Value>(entries: (readonly [string, Value])[]): Map<string, Value> {
  const map = new Map(entries);
  if (map.size === entries.length) return map;
  const names = entries.map(([name]) => name);
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  throw new RangeError(`two kinds of resources claim '${repeated}'`);
}
