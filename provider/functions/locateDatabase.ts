import type { Account } from "../lifecycle/account";
import type { Kind, Target } from "../lifecycle/kind";
import { databaseKind } from "../resources/database/kind";
import { essentialsDatabaseKind } from "../resources/essentialsDatabase/kind";
import { essentialsSubscriptionKind } from "../resources/essentialsSubscription/kind";
import { reading } from "./account";
import type { DatabaseLookupArgs } from "./types";

/** A database, its account and its path. */
export interface DatabasePlace {
  readonly account: Account;
  readonly target: Target;
  readonly path: string;
}

/** Works on a database of any kind: which kind, the account's lists of subscriptions tell. */
export function locateDatabase<T>(
  { subscriptionId, databaseId, account: name }: DatabaseLookupArgs,
  work: (place: DatabasePlace) => Promise<T>,
): Promise<T> {
  return reading({ account: name }, async (account) => {
    const place = { subscriptionId: Number(subscriptionId) };
    const isEssentials =
      !(await account.snapshots.subscriptions.asOf(0)).has(place.subscriptionId) &&
      (await account.snapshots.listOf(essentialsSubscriptionKind).asOf(0)).has(place.subscriptionId);
    const kind = (isEssentials ? essentialsDatabaseKind : databaseKind) as unknown as Kind;
    const target = { kind, place, id: Number(databaseId) };
    const below = isEssentials ? "/fixed/subscriptions" : "/subscriptions";
    return work({ account, target, path: `${below}/${subscriptionId}/databases/${databaseId}` });
  });
}
