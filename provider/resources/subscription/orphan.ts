import type { Target } from "../../lifecycle/kind";
import type { ResourceSession } from "../../operations/session";
import { databaseKind, type ListedDatabase } from "../database/kind";
import { databasesIn, isBeingDeleted } from "../database/list";
import type { SubscriptionInputs } from "./types";

/** Databases that only sized the hardware of a subscription. */
const PLANNED = /^creation-plan-\d+$/;

/**
 * What an orphan is deleted with: the databases that came with its creation, in the form of its arguments.
 *
 * @throws Error with the names of databases that may be somebody else's.
 */
export async function databasesOfOrphan(
  target: Target,
  session: ResourceSession,
): Promise<Partial<SubscriptionInputs>> {
  // A database that is created meanwhile has its task in the later list of the two.
  const databases = await databasesIn(Number(target.id), session);
  const added = new Set(await session.createdIds(databaseKind));
  const ids = await session.createdIds(target.kind);
  const others = othersIn(databases, added, target.id !== undefined && ids.includes(target.id));
  if (others.length > 0) {
    const names = others.map(({ name, databaseId }) => name ?? databaseId).join(", ");
    throw new Error(
      `it holds databases that did not demonstrably come with its creation: ${names}. ` +
        "Delete them first, if nobody needs them",
    );
  }
  return { databases: databases.map(({ name = "" }) => ({ name })) } as Partial<SubscriptionInputs>;
}

/**
 * The databases that may not go with their subscription. The API tells tasks of the past ten days: of a subscription
 * that is older, nobody can tell which databases came with it.
 *
 * @param added IDs of databases that a task of their own created.
 * @param isTold whether the API tells of the subscription's creation.
 */
export const othersIn = <T extends Pick<ListedDatabase, "databaseId" | "name" | "status">>(
  databases: readonly T[],
  added: ReadonlySet<unknown>,
  isTold: boolean,
): readonly T[] =>
  databases.filter(
    (database) =>
      !isBeingDeleted(database) &&
      !PLANNED.test(database.name ?? "") &&
      (!isTold || added.has(database.databaseId)),
  );
