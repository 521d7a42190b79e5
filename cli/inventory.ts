import type { ListedResource, Place } from "../provider/api/lists";
import type { Account } from "../provider/lifecycle/account";
import { type Kind, named, type Target } from "../provider/lifecycle/kind";
import type { Declarations } from "./declarations";

/** A resource that an account lists. */
export interface Listing extends Target {
  readonly id: NonNullable<Target["id"]>;
  readonly name?: string;
  readonly status: string;
  /** Whether it comes with the account. */
  readonly isDefault?: boolean;
}

/**
 * All resources of an account, of kinds whose parents are resources, too. What is in others comes after them.
 *
 * @param since milliseconds: how old lists may be.
 * @param isIncluded tells of a resource whether it counts, and what is in it is looked at.
 */
export async function inventory(
  account: Account,
  declarations: Declarations,
  since: number,
  isIncluded: (listing: Listing) => boolean = () => true,
): Promise<readonly Listing[]> {
  const found: Listing[] = [];
  for (const { kind } of declarations) {
    const places = placesOf(kind, found);
    const lists = await Promise.all(places.map((place) => listingsIn(account, kind, place, since)));
    found.push(...lists.flat().filter(isIncluded));
  }
  return found;
}

/** Where resources of the kind may be. */
function placesOf({ parents }: Kind, found: readonly Listing[]): readonly Place[] {
  const parent = parents.at(-1);
  if (parent === undefined) return [{}];
  const { argument, kind } = parent;
  return found
    .filter((listing) => listing.kind.name === kind?.name)
    .map(({ place, id }) => ({ ...place, [argument]: id }));
}

/** The resources of a kind in a place. */
export async function listingsIn(
  { snapshots }: Account,
  kind: Kind,
  place: Place,
  since: number,
): Promise<Listing[]> {
  const listed = await snapshots.listOf(kind, place).asOf(since);
  return [...listed].map(([id, { name, status, isDefault = false }]: [Listing["id"], ListedResource]) => ({
    kind,
    place,
    id,
    name,
    status,
    isDefault,
  }));
}

/** Whether both are one resource. IDs are unique among resources of a kind. */
export const isSame = (one: Pick<Target, "kind" | "id">, other: Pick<Target, "kind" | "id">): boolean =>
  one.kind.name === other.kind.name && one.id === other.id;

/** Whether the resource is in the other one, at any depth. */
export const isInside = ({ kind, place }: Target, outer: Target): boolean =>
  kind.parents.some(
    (parent) =>
      parent.kind?.name === outer.kind.name &&
      place[parent.argument] === outer.id &&
      isSamePlace(place, outer),
  );

const isSamePlace = (place: Place, outer: Target): boolean =>
  Object.entries(outer.place).every(([argument, id]) => place[argument] === id);

/** The resource and its name, where it has one. */
export const labelOf = ({ name, ...target }: Pick<Listing, "name"> & Target): string =>
  name === undefined ? named(target) : `${named(target)} (${name})`;
