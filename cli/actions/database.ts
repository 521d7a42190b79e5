import type { Account } from "../../provider/lifecycle/account";
import type { Kind } from "../../provider/lifecycle/kind";
import { databaseKind } from "../../provider/resources/database/kind";
import { essentialsDatabaseKind } from "../../provider/resources/essentialsDatabase/kind";
import { essentialsSubscriptionKind } from "../../provider/resources/essentialsSubscription/kind";
import { ACTIVE_ACTIVE } from "../../provider/resources/subscription/kind";

/** A database that a command works on. */
export interface NamedDatabase {
  readonly plan: "pro" | "active-active" | "essentials";
  readonly subscriptionId: number;
  readonly databaseId: number;
  readonly name: string;
}

/** For messages, e.g. `database 7/12 (cache)`. */
export const labelOf = ({ subscriptionId, databaseId, name }: NamedDatabase): string =>
  `database ${subscriptionId}/${databaseId} (${name})`;

/**
 * Finds a database by the IDs of its subscription and its own, in the form of its Pulumi ID.
 *
 * @throws Error that says what there is.
 */
export async function findDatabase({ snapshots }: Account, id: string): Promise<NamedDatabase> {
  const [subscriptionId = 0, databaseId = 0] = /^\d+\/\d+$/.test(id) ? id.split("/").map(Number) : [];
  if (databaseId === 0)
    throw new Error(`'${id}' is no ID of a database: write it as <subscription ID>/<database ID>, e.g. 7/12`);
  const now = Date.now();
  const pro = (await snapshots.subscriptions.asOf(now)).get(subscriptionId);
  const isEssentials =
    !pro && (await snapshots.listOf(essentialsSubscriptionKind).asOf(now)).has(subscriptionId);
  if (!pro && !isEssentials) throw new Error(`the account has no subscription ${subscriptionId}`);
  const kind: Kind = isEssentials ? essentialsDatabaseKind : databaseKind;
  const databases = await snapshots.listOf(kind, { subscriptionId }).asOf(now);
  const database = databases.get(databaseId);
  if (database === undefined) {
    const all = [...databases].map(([id, { name }]) => `${id} (${name})`);
    throw new Error(
      `subscription ${subscriptionId} has no database ${databaseId}. It has: ${all.join(", ") || "none"}`,
    );
  }
  const isActiveActive = pro?.deploymentType === ACTIVE_ACTIVE;
  const plan = isEssentials ? "essentials" : isActiveActive ? "active-active" : "pro";
  return { plan, subscriptionId, databaseId, name: database.name ?? String(databaseId) };
}
