import type { ListedResource, Place } from "../api/lists";
import type { Kind } from "../lifecycle/kind";
import { reading } from "./account";
import { type LookupArgs, matches, theOnly } from "./lookup";

/** What the look-up of one resource takes, beside its place: at least one of them. */
export interface ById {
  /** The API's ID. */
  id?: number | string;
  /** Its name, exactly. */
  name?: string;
}

/** A resource that was found by its name or ID. */
interface Found {
  readonly id: number;
  readonly name?: string;
}

/** The resources of a kind that an account lists, in the form of a look-up. */
export async function listAll<Item extends ListedResource, Info>(
  kind: Kind<Item>,
  args: LookupArgs,
  toInfo: (item: Item) => Info,
  place: Place = {},
): Promise<Info[]> {
  const listed = await reading(args, ({ snapshots }) => snapshots.listOf(kind, place).asOf(Date.now()));
  return [...listed.values()].map(toInfo);
}

/** The one of them with this ID or name. @throws RunError when none or several match. */
export function theOneOf<Info extends Found>(
  { noun }: Kind,
  args: LookupArgs & ById,
  all: readonly Info[],
): Info {
  const matching = all.filter((one) => matches(args, one));
  return theOnly(noun, args, matching, { of: labelOf, all });
}

/** An ID, and the name where there is one. */
export const labelOf = ({ id, name }: Found): string => (name === undefined ? `${id}` : `${id} (${name})`);
