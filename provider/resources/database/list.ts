import type { ResourceSession } from "../../operations/session";
import { databaseKind, type ListedDatabase } from "./kind";

/**
 * The databases of a subscription.
 *
 * @param since milliseconds: how old the list may be; 0 for the one that this process saw last.
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
