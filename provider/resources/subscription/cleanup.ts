import type { Target } from "../../lifecycle/kind";
import { findKnown } from "../../lifecycle/polling";
import { isSubscriptionResting } from "../../lifecycle/states";
import type { ResourceSession } from "../../operations/session";
import { databaseKind } from "../database/kind";
import { databasesIn, isBeingDeleted } from "../database/list";
import { namesCreatedWith, namesOnlyPlanned, type WithDatabases } from "./databases";
import type { SubscriptionInputs } from "./types";

type Found = { readonly databaseId: number; readonly name?: string; readonly status: string };

/**
 * Removes the databases of the creation plan, without waiting for the end of their deletion. They are created when the
 * subscription becomes active: a subscription that waits for its keys has none yet.
 */
export async function removePlannedDatabases(
  target: Target,
  inputs: WithDatabases,
  session: ResourceSession,
): Promise<void> {
  if (isSubscriptionResting(await session.statusSeen(target))) {
    session.announce(
      "stays in encryption_key_pending until it has its keys: grant the principal in its " +
        "customerManagedKeyAccessDetails access to your key, and declare the key in SubscriptionEncryptionKeys. Redis " +
        "Cloud removes it after seven days.",
    );
    return;
  }
  await removeDatabasesOfPlan(Number(target.id), namesOnlyPlanned(inputs), session);
}

/** A creation that continued longer ago has created all its databases. */
const CREATING_MS = 10 * 60_000;

/** Whether the databases of the creation plan are gone, because what handed over the keys has removed them. */
export async function arePlannedDatabasesRemoved(
  target: Target,
  inputs: WithDatabases,
  session: ResourceSession,
): Promise<boolean> {
  if (isSubscriptionResting(await session.statusSeen(target))) return false;
  if (await session.wasChangedWithin(target, CREATING_MS)) return false;
  const planned = namesOnlyPlanned(inputs);
  const databases = await databasesIn(Number(target.id), session);
  return !databases.some(isLeftOf(planned));
}

/**
 * What is left when keys were handed over by something that did not remove the databases of the creation plan, such as a
 * run that was killed: they are there, or come when the subscription becomes active.
 */
export async function plannedDatabasesLeft(
  target: Target,
  inputs: WithDatabases,
  session: ResourceSession,
): Promise<string | undefined> {
  const status = await session.statusSeen(target);
  const planned = namesOnlyPlanned(inputs);
  if (status === undefined || isSubscriptionResting(status) || planned.size === 0) return undefined;
  const databases = await databasesIn(Number(target.id), session);
  const areThere = databases.some(isLeftOf(planned));
  const areToCome = databases.length === 0 && target.kind.states.pending.has(status);
  if (!areThere && !areToCome) return undefined;
  return "has its keys now: the databases that only determined its hardware are still to be removed";
}

const isLeftOf =
  (planned: ReadonlySet<string>) =>
  (database: Found): boolean =>
    planned.has(database.name ?? "") && !isBeingDeleted(database);

/** Removes the databases with these names, without waiting for the end of their deletion. */
export async function removeDatabasesOfPlan(
  subscriptionId: number,
  planned: ReadonlySet<string>,
  session: ResourceSession,
): Promise<void> {
  if (planned.size === 0) return;
  const listed = async () =>
    (await databasesIn(subscriptionId, session)).filter(({ name = "" }) => planned.has(name));
  // They were created with the subscription, and may be missing from the list for a moment.
  const found = await findKnown(async () => {
    const some = await listed();
    return some.length < planned.size ? undefined : some;
  });
  const all = found ?? (await listed());
  await Promise.all(all.map((database) => deleting(subscriptionId, database, session).startDelete()));
}

/**
 * Removes the databases that block the deletion of their subscription: those that were created with it and that no
 * `Database` took over; with `forceDestroy`, all.
 *
 * @throws Error with the names of databases that were not created with the subscription.
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
      `delete subscription ${id}: it still contains undeclared databases: ${undeclared.join(", ")}. ` +
        "The subscription was not deleted. Remove them first, or set forceDestroy: true (and run `pulumi up`) to " +
        "delete them and their data with it.",
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

/** Deletes a database that belongs to the subscription. */
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
