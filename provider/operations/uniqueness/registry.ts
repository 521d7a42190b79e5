import type { Account } from "../../lifecycle/account";
import { describeTarget, type Target, targetOf } from "../../lifecycle/kind";
import type { Call } from "../call";
import type { AnyDeclaration, Problem } from "../declaration";
import { EngineSlots } from "../engineSlots";
import type { ResourceName } from "../field";
import { defaultsOf, type Properties } from "../properties";

/** An existing resource of the program, as the engine compared it in this run. */
export interface Compared {
  readonly call: Call;
  readonly target: Target;
  /** The name that the program declares; undefined while unknown. */
  readonly wantedName?: string;
  readonly isReplaced: boolean;
  /** The name that the state has. */
  readonly heldName?: unknown;
  readonly inputs: Properties;
}

/** A resource whose name is set as soon as another one has given it up. */
export interface Deferred {
  readonly compared: Compared;
  readonly name: string;
}

/**
 * Tracks the resources that this run declares on an account, and the run's progress. One process serves all dynamic
 * resources of a run, so it sees them all, except those that the program no longer declares.
 */
export class Registry {
  /** URNs by claimed value, e.g. `database subscription 7 name db-0`. */
  private readonly claims = new Map<string, string>();
  /** The values that each URN claims. */
  private readonly claimedBy = new Map<string, Set<string>>();
  private readonly compared = new Map<string, Compared>();
  private readonly ids = new Map<string, string>();
  /** URNs of resources that the engine is about to create or change. */
  private readonly pending = new Set<string>();
  /** Whether the resource compared last does not change: it waits for its turn unseen, or is the last. */
  private isLatestUnchanged = false;
  private running = 0;
  private waiting = 0;
  private lastSeenAt = 0;
  private last: Promise<unknown> = Promise.resolve();
  /** Resources whose own update is setting their name. */
  readonly renaming = new Set<string>();
  readonly deferred = new Set<Deferred>();
  /** What the engine's limit of resources at a time costs. */
  readonly slots = new EngineSlots();

  /**
   * Claims the resource's unique values.
   *
   * @param inputs the known ones. Resources of subscriptions that have no ID yet, in a preview, cannot be compared:
   * they may be in different ones.
   * @param options whether these are all: only then it is known what identifies a resource without a name.
   * @returns a problem for each value that another resource of the program claims.
   */
  claim(
    declaration: AnyDeclaration,
    urn: string,
    inputs: Properties,
    { isWhole = true }: { readonly isWhole?: boolean } = {},
  ): readonly Problem[] {
    const { kind, unique } = declaration;
    this.seen();
    this.isLatestUnchanged = false;
    this.release(urn);
    const twice = isWhole ? this.claimPlace(declaration, urn, inputs) : undefined;
    if (twice !== undefined) return [twice];
    const scope = unique?.scope(inputs);
    if (unique === undefined || scope === undefined) return [];
    return unique.arguments.flatMap((argument) => {
      if (inputs[argument] === undefined) return [];
      const other = this.claimValue(`${kind.name} ${scope} ${argument} ${inputs[argument]}`, urn);
      if (other === undefined) return [];
      const reason =
        `${inputs[argument]} is also the ${argument} of ${logicalName(other)} (${other}): ` +
        `it must be unique within ${scope}.`;
      return [{ property: argument, reason }];
    });
  }

  /** Claims what identifies a resource without a name: its place, and its natural key there. */
  private claimPlace(declaration: AnyDeclaration, urn: string, inputs: Properties): Problem | undefined {
    const { kind, naturalKey, fields } = declaration;
    const isPlaced = kind.parents.every(
      ({ argument, optional }) => optional || inputs[argument] !== undefined,
    );
    if (naturalKey === undefined || kind.isAction || !isPlaced) return undefined;
    const natural = naturalKey({ ...inputs });
    const place = kind.parents.map(({ argument }) => inputs[argument] ?? "").join("/");
    const { place: at } = targetOf(kind, inputs);
    const parent = kind.parents.findLast(({ argument }) => argument in at);
    const own = { kind, property: kind.idArgument ?? parent?.argument ?? "" };
    // A value that the state keeps from another client or an earlier program is not declared.
    const undeclared = defaultsOf(inputs);
    const settings = Object.entries(fields).flatMap(([property, { ownKind }]) =>
      ownKind && !isEmpty(inputs[property]) && !undeclared.includes(property)
        ? { kind: ownKind, property }
        : [],
    );
    for (const { kind, property } of [own, ...settings]) {
      const other = this.claimValue(`${kind.name} ${place} natural key ${natural}`, urn);
      if (other === undefined) continue;
      const reason = `${logicalName(other)} (${other}) declares the same ${describeTarget({ kind, place: at })}: declare it once.`;
      return { property: property in fields ? property : "", reason };
    }
    return undefined;
  }

  /** Claims one value, unless another resource does; returns the URN of that one. */
  private claimValue(key: string, urn: string): string | undefined {
    const other = this.claims.get(key);
    if (other !== undefined) return other === urn ? undefined : other;
    this.claims.set(key, urn);
    const own = this.claimedBy.get(urn) ?? new Set();
    this.claimedBy.set(urn, own.add(key));
    return undefined;
  }

  /** Releases all claims of a resource. */
  release(urn: string): void {
    for (const key of this.claimedBy.get(urn) ?? []) this.claims.delete(key);
    this.claimedBy.delete(urn);
  }

  /** Records how the engine compared a resource. */
  noteCompared(compared: Compared, { isChanged }: { isChanged: boolean }): void {
    this.seen();
    const { target, call } = compared;
    this.compared.set(describeTarget(target), compared);
    this.ids.set(call.urn, describeTarget(target));
    this.isLatestUnchanged = !isChanged;
    if (isChanged) this.noteReady(call.urn);
  }

  /** Records that the engine is about to create the resource. */
  noteToCreate(urn: string): void {
    this.seen();
    this.noteReady(urn);
  }

  private noteReady(urn: string): void {
    this.pending.add(urn);
    this.slots.noteReady(urn);
  }

  comparedAs(target: Target): Compared | undefined {
    return this.compared.get(describeTarget(target));
  }

  /** Whether this run replaces the resource. */
  isReplaced({ kind, name }: ResourceName): boolean {
    return [...this.compared.values()].some(
      ({ target, heldName, isReplaced }) => isReplaced && target.kind.name === kind && heldName === name,
    );
  }

  /** Whether this URN belongs to the resource. */
  isOf(urn: string, target: Target): boolean {
    return this.ids.get(urn) === describeTarget(target);
  }

  forget(target: Target): void {
    this.compared.delete(describeTarget(target));
  }

  /** Counts an operation of the engine while it lasts. */
  async operation<T>(urn: string, work: () => Promise<T>): Promise<T> {
    this.pending.delete(urn);
    this.running += 1;
    this.slots.noteStarted(urn);
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.slots.noteEnded(urn);
    }
  }

  /** Runs work that waits for other resources, one at a time. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    const result = this.last.then(work).finally(() => {
      this.waiting -= 1;
    });
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Whether an operation runs that waits for no other: later resources may still be compared. */
  get isAtWork(): boolean {
    return this.running > this.waiting;
  }

  /** Whether the engine waits for an operation to end before it starts the next and compares others. */
  get isEngineBlocked(): boolean {
    return this.pending.size > 0;
  }

  /** The same, including uncertain cases: after an unchanged resource, the run may also be done. */
  get mayBeBlocked(): boolean {
    return this.isEngineBlocked || this.isLatestUnchanged;
  }

  /** Milliseconds since the engine last checked or compared a resource. */
  get quietMs(): number {
    return Date.now() - this.lastSeenAt;
  }

  private seen(): void {
    this.lastSeenAt = Date.now();
  }
}

const registries = new WeakMap<Account, Registry>();

/** The registry of this run's resources on an account. */
export function registryOf(account: Account): Registry {
  const registry = registries.get(account) ?? new Registry();
  registries.set(account, registry);
  return registry;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

export const logicalName = (urn: string): string => urn.slice(urn.lastIndexOf("::") + 2);
