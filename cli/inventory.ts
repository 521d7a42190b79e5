import type { ListedResource, Place } from "../provider/api/lists";
import type { Account } from "../provider/lifecycle/account";
import { describeTarget, type Kind, kindsOf, type Parent, type Target } from "../provider/lifecycle/kind";
import type { Declarations } from "./declarations";

/** A resource that an account lists. */
export interface Listing extends Target {
  readonly id: NonNullable<Target["id"]>;
  readonly name?: string;
  readonly status: string;
  /** Whether it comes with the account. */
  readonly isDefault?: boolean;
  /** Its cloud provider, where the list tells. */
  readonly cloud?: string;
}

/**
 * Lists an account's resources of the given kinds, parents before children.
 *
 * @param since milliseconds since 1970: cached lists must not be older.
 * @param isIncluded whether to return a resource and list its children.
 */
export async function inventory(
  account: Account,
  declarations: Declarations,
  since: number,
  isIncluded: (listing: Listing) => boolean = () => true,
): Promise<readonly Listing[]> {
  const found: Listing[] = [];
  for (const { kind, deleteRequest, isSetting } of declarations) {
    // An action on another resource is nothing that an account has, and a setting belongs to what has it.
    if (deleteRequest === undefined || isSetting) continue;
    const places = await placesOf(account, kind, found, since);
    const lists = await Promise.all(places.map((place) => listingsIn(account, kind, place, since)));
    found.push(...lists.flat().filter(isIncluded));
  }
  return found;
}

/** Places for resources of the kind. */
async function placesOf(
  account: Account,
  { parents, cloud: required }: Kind,
  found: readonly Listing[],
  since: number,
): Promise<readonly Place[]> {
  const index = parents.findLastIndex(({ kind }) => kind !== undefined);
  const [parent, optional] = [parents[index], parents[index + 1]];
  if (parent === undefined) return [{}];
  const names = kindsOf(parent).map(({ name }) => name);
  const places = found
    .filter(({ kind, cloud = required }) => names.includes(kind.name) && (required ?? cloud) === cloud)
    .map(({ kind, place, id }) =>
      placesIn(account, kind, { ...place, [parent.argument]: id }, optional, since),
    );
  return (await Promise.all(places)).flat();
}

/** The place, or those of the optional parents in it. */
async function placesIn(
  { snapshots }: Account,
  { name }: Kind,
  place: Place,
  { argument, optional }: Pick<Parent, "argument" | "optional"> = { argument: "" },
  since: number,
): Promise<readonly Place[]> {
  if (optional?.within !== name) return [place];
  const listed = await snapshots.listOf(optional.list, place).asOf(since);
  const ids = [...listed.values()].map((item) => optional.id(item));
  return ids.filter((id) => id !== undefined).map((id): Place => ({ ...place, [argument]: id }));
}

/** Lists resources of a kind in a place. */
async function listingsIn(
  { snapshots }: Account,
  kind: Kind,
  place: Place,
  since: number,
): Promise<Listing[]> {
  const listed = await snapshots.listOf(kind, place).asOf(since);
  return [...listed].map(
    ([id, { name, status, cloud, isDefault = false }]: [Listing["id"], ListedResource]) => ({
      kind,
      place,
      id,
      name,
      status,
      isDefault,
      cloud,
    }),
  );
}

/** Whether both are the same resource. Some IDs are unique in their place only, such as the names of regions. */
export const isSame = (one: Target, other: Target): boolean =>
  one.kind.name === other.kind.name && one.id === other.id && isSamePlace(one.place, other);

/** Whether the second resource contains the first, at any depth. */
export const isInside = ({ kind, place }: Target, outer: Target): boolean =>
  kind.parents.some(
    (parent) =>
      kindsOf(parent).some(({ name }) => name === outer.kind.name) &&
      place[parent.argument] === outer.id &&
      isSamePlace(place, outer),
  );

const isSamePlace = (place: Place, outer: Target): boolean =>
  Object.entries(outer.place).every(([argument, id]) => place[argument] === id);

/** Label of the resource, with its name if any. */
export const labelOf = ({ name, ...target }: Pick<Listing, "name"> & Target): string =>
  name === undefined ? describeTarget(target) : `${describeTarget(target)} (${name})`;
