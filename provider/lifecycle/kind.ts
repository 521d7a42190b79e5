import type { ListedResource, ListSource, Place, ResourceId } from "../api/lists";
import type { States } from "./states";

/** What is done to a resource. */
export type Action = "create" | "update" | "delete";

/** The tasks that change a resource, by their `commandType`. */
export interface Commands {
  readonly create: string;
  readonly update: ReadonlySet<string>;
  readonly delete: string;
  /** Those that only read, where the API serves a read as a task. */
  readonly read?: ReadonlySet<string>;
}

/** Something that a resource is in, which is part of its path and of its Pulumi ID. */
export interface Parent {
  /** The argument that holds its ID, e.g. `subscriptionId`. */
  readonly argument: string;
  /** For people, e.g. `subscription`. */
  readonly noun: string;
  /** Absent where it is no resource of its own, such as a region. */
  readonly kind?: Kind;
}

/**
 * What the account's limits have to do with a kind of resource. The limits are about subscriptions: one that is not
 * active takes no further change, and no more than three may be non-active at a time.
 */
export interface Limits {
  /**
   * How the resource is related to a subscription that has to be active before its tasks are submitted: it is one, it is
   * in one, or there is none.
   */
  readonly subscription: "itself" | "parent" | "none";
  /** What may turn that subscription non-active. */
  readonly turnsNonActive: readonly Action[];
  /** Among operations that are allowed, those with the lower number are submitted first. */
  readonly precedence: Readonly<Record<Action, number>>;
}

/** A kind of resource, as far as the lifecycle of its operations depends on it. */
export interface Kind<Item extends ListedResource = ListedResource> extends ListSource<Item> {
  /** By which journals, records and states know it, e.g. `cloudAccount`. */
  readonly name: string;
  /** For people, in the singular, e.g. `cloud account`. */
  readonly noun: string;
  /** What it is in, from the outermost. */
  readonly parents: readonly Parent[];
  /** Type of the API's ID. A kind without an ID of its own has that of the last of its parents. */
  readonly idType: "number" | "string";
  /** Whether the API refuses a second resource of the same name in the same place. */
  readonly isNameUnique: boolean;
  readonly states: States;
  /**
   * How long it has to be seen ready, in milliseconds, before it counts as such: for kinds that turn pending again while
   * something related to them changes.
   *
   * @default 0
   */
  readonly settlingMs?: number;
  readonly commands: Commands;
  /** Codes of refusals that pass by themselves, beside those that all kinds have, e.g. while something is changing. */
  readonly passingRefusals: readonly string[];
  readonly limits: Limits;
}

/** A resource: its kind, where it is, and its ID. */
export interface Target {
  readonly kind: Kind;
  /** IDs of its parents that are known, by argument. */
  readonly place: Place;
  /** Absent until it is created. */
  readonly id?: ResourceId;
}

/** Whether the resource is one of the subscriptions that the limits are about. */
export const isSubscription = ({ limits }: Kind): boolean => limits.subscription === "itself";

/** The ID of the subscription that has to be active for a change of the resource; undefined where there is none. */
export function subscriptionOf({ kind, place, id }: Target): number | undefined {
  const { subscription } = kind.limits;
  if (subscription === "none") return undefined;
  const found = subscription === "itself" ? id : place.subscriptionId;
  return found === undefined ? undefined : Number(found);
}

/** The resource in words, e.g. `database 12 of subscription 7`. */
export function named({ kind, place, id }: Target): string {
  const parents = kind.parents
    .filter(({ argument }) => place[argument] !== undefined)
    .map(({ argument, noun }) => ` of ${noun} ${place[argument]}`);
  return [kind.noun, ...(id === undefined ? [] : [` ${id}`]), ...parents.reverse()].join("");
}

/** By which a program tells a resource of an account from all others. */
export const keyOf = ({ kind, place, id }: Target): string =>
  [kind.name, ...kind.parents.map(({ argument }) => place[argument] ?? ""), id ?? ""].join("/");

/** The Pulumi ID of a resource: the IDs of its parents and its own, e.g. `7/12`. */
export const pulumiIdOf = ({ kind, place, id }: Target): string =>
  [...kind.parents.map(({ argument }) => place[argument]), id].join("/");

/**
 * The resource that a Pulumi ID, or the arguments of one that is to be created, are about.
 *
 * @param inputs arguments, which hold the IDs of its parents.
 */
export function targetOf(kind: Kind, inputs: object, pulumiId?: string): Target {
  const given = inputs as Readonly<Record<string, unknown>>;
  const parts = pulumiId?.split("/");
  const ids = kind.parents.map(({ argument }, index) => [argument, idOf(parts?.[index] ?? given[argument])]);
  const place = Object.fromEntries(ids.filter(([, id]) => id !== undefined)) as Place;
  if (parts === undefined) return { kind, place };
  const own = parts.slice(kind.parents.length).join("/");
  return { kind, place, id: kind.idType === "number" ? Number(own) : own };
}

/** IDs of parents are numbers wherever they look like numbers: a program may give them as text. */
function idOf(value: unknown): ResourceId | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  return /^\d+$/.test(value) ? Number(value) : value;
}
