import type { ListedSubscription } from "../api/answers";
import type { ListedResource, Place } from "../api/lists";
import type { Kind } from "../lifecycle/kind";
import { reading } from "./account";
import { type ById, type LookupArgs, matches, requireSingle } from "./lookup";

/** A resource found by its name or ID. */
interface Found {
  readonly id: number;
  readonly name?: string;
}

/** Lists the resources of a kind in an account, as look-up results. */
export async function listAll<Item extends ListedResource, Info>(
  kind: Kind<Item>,
  args: LookupArgs,
  toInfo: (item: Item) => Info,
  place: Place = {},
): Promise<Info[]> {
  const listed = await reading(args, ({ snapshots }) => snapshots.listOf(kind, place).asOf(Date.now()));
  return [...listed.values()].map(toInfo);
}

/** The one resource with this ID or name. @throws RunError when none or several match. */
export function findOne<Info extends Found>(
  { noun }: Kind,
  args: LookupArgs & ById,
  all: readonly Info[],
): Info {
  const matching = all.filter((one) => matches(args, one));
  return requireSingle(noun, args, matching, { of: labelOf, all });
}

/** The ID, and the name if there is one. */
const labelOf = ({ id, name }: Found): string => (name === undefined ? `${id}` : `${id} (${name})`);

/** The ID of the subscription to look in. @throws Error when the account has no subscription of this kind with this ID. */
export async function requireSubscription(
  kind: Kind<ListedSubscription>,
  args: LookupArgs & { readonly subscriptionId: number | string },
  what: string,
): Promise<number> {
  const all = await reading(args, ({ snapshots }) => snapshots.listOf(kind).asOf(Date.now()));
  const id = Number(args.subscriptionId);
  if (all.has(id)) return id;
  const known = [...all.values()].map(labelOf);
  throw new Error(
    `Looking up ${what}: this account has no ${kind.noun} ${args.subscriptionId}. ` +
      `Use one of its subscriptions: ${known.join(", ") || "none"}.`,
  );
}
