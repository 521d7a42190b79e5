import type { ResourceSession } from "../../operations/session";
import { databaseKind, type ListedDatabase } from "./kind";

/**
 * Lists the databases of a subscription.
 *
 * @param since accepts a cached list that was read at this time or later, in milliseconds; 0 accepts any.
 */
export async function databasesIn(
  subscriptionId: number,
  session: ResourceSession,
  since = Date.now(),
): Promise<readonly ListedDatabase[]> {
  return [...(await session.list(databaseKind, { subscriptionId }, since)).values()];
}

/** Whether a database is being deleted. */
export const isBeingDeleted = ({ status }: Pick<ListedDatabase, "status">): boolean =>
  databaseKind.states.deleting.has(status);
