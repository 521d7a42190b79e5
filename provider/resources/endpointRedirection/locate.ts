import type { ListedSubscription } from "../../api/answers";
import type { Place } from "../../api/lists";
import type { Kind } from "../../lifecycle/kind";
import type { ResourceSession } from "../../operations/session";
import { PRO_SUBSCRIPTION } from "../connectivity";
import { databaseKind } from "../database/kind";
import { essentialsDatabaseKind } from "../essentialsDatabase/kind";
import { essentialsSubscriptionKind } from "../essentialsSubscription/kind";
import { ACTIVE_ACTIVE } from "../subscription/kind";

/** Where a database is: requests name its subscription, which a redirection does not. */
interface Located {
  readonly path: string;
  readonly product: "Pro" | "Active-Active" | "Essentials";
}

/**
 * Finds databases of any product by their IDs, in the lists of all subscriptions.
 *
 * @param since accepts cached lists that were read at this time or later, in milliseconds; 0 accepts any.
 */
export async function locateDatabases(
  ids: readonly number[],
  session: ResourceSession,
  since: number,
): Promise<ReadonlyMap<number, Located>> {
  const found = new Map<number, Located>();
  const look = async (kind: Kind, place: Place, below: string, product: Located["product"]) => {
    const listed = await session.list(kind, place, since);
    for (const id of ids) {
      const path = `${below}/${place.subscriptionId}/databases/${id}`;
      if (listed.has(id)) found.set(id, { path, product });
    }
  };
  const pro = await session.list(PRO_SUBSCRIPTION.kind as Kind<ListedSubscription>, {}, since);
  const essentials = await session.list(essentialsSubscriptionKind, {}, since);
  await Promise.all([
    ...[...pro].map(([subscriptionId, { deploymentType }]) => {
      const product = deploymentType === ACTIVE_ACTIVE ? "Active-Active" : "Pro";
      return look(databaseKind, { subscriptionId }, "/subscriptions", product);
    }),
    ...[...essentials.keys()].map((subscriptionId) =>
      look(essentialsDatabaseKind, { subscriptionId }, "/fixed/subscriptions", "Essentials"),
    ),
  ]);
  return found;
}
