import type { Target } from "../../lifecycle/kind";
import { isSubscriptionResting } from "../../lifecycle/states";
import type { ResourceSession } from "../../operations/session";
import { databaseKind } from "../database/kind";
import { databasesIn, isBeingDeleted } from "../database/list";
import { namesCreatedWith, namesOnlyPlanned, type WithDatabases } from "./databases";
import type { SubscriptionInputs } from "./types";

type Found = { readonly databaseId: number; readonly name?: string; readonly status: string };

/**
 * Removes the databases that only sized the hardware. Nobody waits until they are gone. They are made when the subscription
 * is active: one that waits for its keys has none yet.
 */
export async function removePlannedDatabases(
  target: Target,
  inputs: WithDatabases,
  session: ResourceSession,
): Promise<void> {
  const id = Number(target.id);
  if (isSubscriptionResting(await session.statusSeen(target))) {
    session.announce(
      "comes to rest at encryption_key_pending: grant the principal in customerManagedKeyAccessDetails access to your " +
        "key, then give persistentStorageEncryptionKeys and run `pulumi up`. Redis Cloud removes it after seven days.",
    );
    return;
  }
  const planned = namesOnlyPlanned(inputs);
  if (planned.size === 0) return;
  const listed = async () => (await databasesIn(id, session)).filter(({ name = "" }) => planned.has(name));
  // They came with the subscription, and may be missing from the list for a moment.
  const found = await session.findKnown(async () => {
    const some = await listed();
    return some.length < planned.size ? undefined : some;
  });
  const all = found ?? (await listed());
  await Promise.all(all.map((database) => deleting(id, database, session).startDelete()));
}

/**
 * Removes the databases that stand in the way of deleting their subscription: those that its own creation made and
 * nobody took over; with `forceDestroy`, all.
 *
 * @throws Error with the names of databases that nobody declared.
 */
export async function removeDatabasesBefore(
  target: Target,
  inputs: WithDatabases & Pick<SubscriptionInputs, "forceDestroy">,
  session: ResourceSession,
): Promise<void> {
  const id = Number(target.id);
  const found = await databasesIn(id, session);
  const ours = namesCreatedWith(inputs);
  const undeclared = found
    .filter((database) => !ours.has(database.name ?? "") && !isBeingDeleted(database))
    .map(({ name, databaseId }) => name ?? databaseId);
  if (undeclared.length > 0 && inputs.forceDestroy !== true) {
    throw new Error(
      `delete subscription ${id}: it still holds databases that nobody declared: ${undeclared.join(", ")}. ` +
        "The subscription was not deleted. Remove them first, or set forceDestroy: true (and run `pulumi up`) to delete them and " +
        "their data with it.",
    );
  }
  await removeAll(id, found, session);
}

async function removeAll(
  subscriptionId: number,
  databases: readonly Found[],
  session: ResourceSession,
): Promise<void> {
  await Promise.all(databases.map((database) => deleting(subscriptionId, database, session).delete()));
}

/** The ways to delete a database that belongs to the subscription. */
function deleting(subscriptionId: number, { databaseId, name }: Found, session: ResourceSession) {
  const called = name ?? String(databaseId);
  const about = session.about({ what: `deleting database ${called}`, name: called });
  const target = { kind: databaseKind, place: { subscriptionId }, id: databaseId };
  const request = {
    method: "DELETE",
    path: `/subscriptions/${subscriptionId}/databases/${databaseId}`,
  } as const;
  return {
    delete: () => about.delete(target, request),
    startDelete: () => about.startDelete(target, request),
  };
}
