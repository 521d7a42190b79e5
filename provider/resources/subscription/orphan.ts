import type { Target } from "../../lifecycle/kind";
import type { ResourceSession } from "../../operations/session";
import { databaseKind, type ListedDatabase } from "../database/kind";
import { databasesIn, isBeingDeleted } from "../database/list";
import type { SubscriptionInputs } from "./types";

/** Names of databases of a creation plan. */
const PLANNED = /^creation-plan-\d+$/;

/**
 * The databases that were created with an orphaned subscription, in the form of its arguments, to delete it with them.
 *
 * @throws Error with the names of databases that may belong to others.
 */
export async function databasesOfOrphan(
  target: Target,
  session: ResourceSession,
): Promise<Partial<SubscriptionInputs>> {
  // The task list is read later, so it has the task of any database that is created meanwhile.
  const databases = await databasesIn(Number(target.id), session);
  const added = new Set(await session.createdIds(databaseKind));
  const ids = await session.createdIds(target.kind);
  const others = othersIn(databases, added, target.id !== undefined && ids.includes(target.id));
  if (others.length > 0) {
    const names = others.map(({ name, databaseId }) => name ?? databaseId).join(", ");
    throw new Error(
      `it contains databases that may not have been created with it: ${names}. ` +
        "Delete them first, if nobody needs them",
    );
  }
  return { databases: databases.map(({ name = "" }) => ({ name })) } as Partial<SubscriptionInputs>;
}

/**
 * The databases that may not be deleted with their subscription. The API lists the tasks of the past ten days: for an
 * older subscription, it is unknown which databases were created with it.
 *
 * @param added IDs of databases that were created by a separate task.
 * @param isCreationListed whether the API still lists the task that created the subscription.
 */
export const othersIn = <T extends Pick<ListedDatabase, "databaseId" | "name" | "status">>(
  databases: readonly T[],
  added: ReadonlySet<unknown>,
  isCreationListed: boolean,
): readonly T[] =>
  databases.filter(
    (database) =>
      !isBeingDeleted(database) &&
      !PLANNED.test(database.name ?? "") &&
      (!isCreationListed || added.has(database.databaseId)),
  );
