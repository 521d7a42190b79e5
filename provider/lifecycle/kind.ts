import type { Advice } from "../api/advice";
import type { ListedResource, ListSource, Place, ResourceId } from "../api/lists";
import type { Action, Commands } from "./commands";
import type { States } from "./states";

/** A parent of a resource: its ID is part of the resource's path and Pulumi ID. */
export interface Parent {
  /** The argument that holds its ID, e.g. `subscriptionId`. */
  readonly argument: string;
  /** Noun for messages, e.g. `subscription`. */
  readonly noun: string;
  /** Absent where the parent is not a resource, such as a region. */
  readonly kind?: Kind;
  /**
   * The kinds of which the parent may be one, where there are several; `kind` lists all of their resources then.
   *
   * @default only `kind`
   */
  readonly kinds?: readonly Kind[];
  /**
   * The output of the parent's class that holds its ID.
   *
   * @default `id`
   */
  readonly output?: string;
  /** For a parent that resources have in some places only, such as the region in an Active-Active subscription. */
  readonly optional?: OptionalParent;
}

/** Where resources have an optional parent, and which ones there are. */
export interface OptionalParent<Item extends ListedResource = ListedResource> {
  /** The kind of the parent before it that has such parents. */
  readonly within: string;
  /** Lists them, in the place of the parent before it. */
  readonly list: ListSource<Item>;
  /** Its ID, as the argument has it; undefined for an item that cannot be a parent. */
  id(item: Item): ResourceId | undefined;
}

/** The kinds of which a parent may be one. */
export const kindsOf = ({ kind, kinds }: Parent): readonly Kind[] => kinds ?? (kind ? [kind] : []);

/**
 * How the account's limits apply to a kind of resource. The limits concern subscriptions: one that is not active
 * accepts no further change, and no more than three may be non-active at a time.
 */
export interface Limits {
  /**
   * How the resource relates to the subscription that must be active before the resource's tasks are submitted: it is
   * that subscription, it is in it, or there is none.
   */
  readonly subscription: "itself" | "parent" | "none";
  /** Actions that may turn that subscription non-active. */
  readonly turnsNonActive: readonly Action[];
  /** Of the operations that the limits allow, those with the lowest number are submitted first. */
  readonly precedence: Readonly<Record<Action, number>>;
  /** Whether a subscription that rests waits for these changes, so that they are submitted while it does. */
  readonly endsRest?: true;
}

/** Limits of a kind whose tasks have nothing to do with a subscription. */
export const NO_SUBSCRIPTION: Limits = {
  subscription: "none",
  turnsNonActive: [],
  precedence: { create: 1, update: 1, delete: 1 },
};

/** A kind of resource, with what the lifecycle of its operations depends on. */
export interface Kind<Item extends ListedResource = ListedResource> extends ListSource<Item> {
  /** Its identifier in journals, records and states, e.g. `cloudAccount`. */
  readonly name: string;
  /** Singular noun for messages, e.g. `cloud account`. */
  readonly noun: string;
  /** Its parents, from the outermost. */
  readonly parents: readonly Parent[];
  /**
   * The only cloud provider where its parents can have such resources: the API refuses to list them elsewhere.
   *
   * @default any
   */
  readonly cloud?: "AWS" | "GCP";
  /**
   * The argument that identifies a resource in its place, for a kind without IDs in the API's tasks.
   *
   * @default the ID comes from the task that creates the resource
   */
  readonly idArgument?: string;
  /** Whether its parent is in a pending state while it is created or deleted: the parent is waited for first. */
  readonly hasStateOfParent?: true;
  /**
   * Whether the API gives it no ID, since there is only one in a place: its ID is the place then, and the API's tasks
   * refer to it by its first parent.
   */
  readonly isOnePerPlace?: true;
  /**
   * Whether it is an action on its parent, such as a backup, and no thing: its ID is that of the task that ran it. Its
   * list tells how runs ended, by task, and forgets old ones; it exists for as long as its parent, and deleting it
   * changes nothing in the account.
   */
  readonly isAction?: true;
  /** Type of the API's ID. A kind without an ID of its own has that of its last parent. */
  readonly idType: "number" | "string";
  /** Whether the API refuses a second resource of the same name in the same place. */
  readonly isNameUnique: boolean;
  readonly states: States;
  /**
   * How long it must stay ready, in milliseconds, before it counts as ready: for kinds that turn pending again while a
   * related resource changes.
   *
   * @default 0
   */
  readonly settlingMs?: number;
  readonly commands: Commands;
  /** Error codes of temporary refusals, beside those common to all kinds, e.g. while something is changing. */
  readonly passingRefusals: readonly string[];
  /** Error codes of refusals that may pass within a time, such as while a permission that was granted takes effect. */
  readonly lateGrants?: { readonly codes: readonly string[]; readonly withinMs: number };
  /** The next step after error codes that concern this kind. */
  readonly advice?: Advice;
  readonly limits: Limits;
}

/** A resource: its kind, its parents, and its ID. */
export interface Target {
  readonly kind: Kind;
  /** Known IDs of its parents, by argument. */
  readonly place: Place;
  /** Absent until it is created. */
  readonly id?: ResourceId;
}

/** Whether resources of this kind are the subscriptions that the limits concern. */
export const isSubscription = ({ limits }: Kind): boolean => limits.subscription === "itself";

/** The ID of the subscription that must be active for a change of the resource; undefined where there is none. */
export function subscriptionOf({ kind, place, id }: Target): number | undefined {
  const { subscription } = kind.limits;
  if (subscription === "none") return undefined;
  const found = subscription === "itself" ? id : place.subscriptionId;
  return found === undefined ? undefined : Number(found);
}

/** Describes the resource for messages, e.g. `database 12 of subscription 7`. */
export function describeTarget({ kind, place, id }: Target): string {
  const parents = kind.parents
    .filter(({ argument }) => place[argument] !== undefined)
    .map(({ argument, noun }) => ` of ${noun} ${place[argument]}`);
  const own = id === undefined || kind.isOnePerPlace ? [] : [` ${id}`];
  return [kind.noun, ...own, ...parents.reverse()].join("");
}

/** The innermost parent that is a resource; undefined where there is none, or its ID is not known. */
export function parentOf({ kind, place }: Target): Target | undefined {
  const index = kind.parents.findLastIndex((parent) => parent.kind !== undefined);
  const parent = kind.parents[index];
  const id = parent && place[parent.argument];
  if (parent?.kind === undefined || id === undefined) return undefined;
  const inner = kind.parents.slice(index).map(({ argument }) => argument);
  const outer = Object.fromEntries(Object.entries(place).filter(([argument]) => !inner.includes(argument)));
  return { kind: parent.kind, place: outer, id };
}

/** Unique key of a resource within its account. */
export const keyOf = ({ kind, place, id }: Target): string =>
  [kind.name, ...kind.parents.map(({ argument }) => place[argument] ?? ""), id ?? ""].join("/");

/** Whether a resource is not the declared one, because its parents or its ID differ. The declared one may have no ID yet. */
export const isElsewhere = (resource: Target, declared: Target): boolean =>
  keyOf(resource) !== keyOf({ ...declared, id: declared.id ?? resource.id });

/** The Pulumi ID of a resource: the IDs of its parents and its own, if any, e.g. `7/12`. */
export function pulumiIdOf({ kind, place, id }: Target): string {
  const parents = presentParents(kind, (argument) => argument in place);
  const own = kind.isOnePerPlace ? [] : [id];
  return [...parents.map(({ argument }) => place[argument]), ...own].join("/");
}

/** The ID by which the API's tasks refer to a resource. */
export const idInTasks = ({ kind, place, id }: Target): ResourceId | undefined =>
  kind.isOnePerPlace ? place[kind.parents[0]?.argument ?? ""] : id;

/**
 * Whether a task with this `resourceId` may concern the resource. Some kinds' tasks have the ID of its parent instead of its
 * own, so a match is a reason to look at the resource itself.
 */
export const mayStandFor = (resourceId: ResourceId | undefined, { id, place }: Target): boolean =>
  resourceId !== undefined && (resourceId === id || Object.values(place).includes(resourceId));

/** The parents without the optional ones that are absent. */
const presentParents = ({ parents }: Kind, isPresent: (argument: string) => boolean): readonly Parent[] =>
  parents.filter(({ argument, optional }) => optional === undefined || isPresent(argument));

/**
 * Returns the resource that a Pulumi ID identifies or, without an ID, the one that the inputs are to create.
 *
 * @param inputs the resource's arguments, which hold the IDs of its parents.
 */
export function targetOf(kind: Kind, inputs: object, pulumiId?: string): Target {
  const given = inputs as Readonly<Record<string, unknown>>;
  const parts = pulumiId?.split("/");
  // The parts of an ID tell whether it has the optional parents.
  const mostParts = kind.parents.length + (kind.isOnePerPlace ? 0 : 1);
  const parents = presentParents(kind, () => parts === undefined || parts.length >= mostParts);
  const ids = parents.map(({ argument }, index) => [argument, idOf(parts?.[index] ?? given[argument])]);
  const place = Object.fromEntries(ids.filter(([, id]) => id !== undefined)) as Place;
  const id = ownIdOf(
    kind,
    place,
    given,
    parts?.slice(parents.length - (kind.isOnePerPlace ? 1 : 0)).join("/"),
  );
  return id === undefined ? { kind, place } : { kind, place, id };
}

/** @param own the part of the Pulumi ID after the parents'. */
function ownIdOf(
  kind: Kind,
  place: Place,
  given: Readonly<Record<string, unknown>>,
  own: string | undefined,
): ResourceId | undefined {
  if (kind.isOnePerPlace) return idOfPlace(place);
  if (own === undefined) return idOf(given[kind.idArgument ?? ""]);
  return kind.idType === "number" ? Number(own) : own;
}

/** The ID of a resource of which there is only one in the place; undefined for a place that is not known. */
export const idOfPlace = (place: Place): string | undefined => Object.values(place).join("/") || undefined;

/** Parses the ID of a parent: digits become a number, since a program may give a numeric ID as text. */
function idOf(value: unknown): ResourceId | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  return /^\d+$/.test(value) ? Number(value) : value;
}
