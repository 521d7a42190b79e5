import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { subscriptionOf } from "../subscription/find";
import { DATABASE, type Database } from "./state";

/** The database in the path of a request. */
export interface InPath {
  subscriptionId: number;
  databaseId: number;
}

/**
 * The database that a task works on. It and its subscription must be `active`; `error` is accepted for either, since it
 * could not be repaired otherwise.
 */
export function activeDatabase(
  account: Account,
  { subscriptionId, databaseId }: InPath,
): { database: Database; response: TaskResponse } {
  const { status } = subscriptionOf(account, subscriptionId);
  requireThat(status === "active" || status === "error", "SUBSCRIPTION_NOT_ACTIVE");
  const database = account.collection(DATABASE).get(databaseId);
  requireThat(database?.subscriptionId === subscriptionId, "DATABASE_NOT_FOUND");
  requireThat(database.status === "active" || database.status === "error", "DATABASE_NOT_ACTIVE");
  return { database, response: { resourceId: databaseId, additionalResourceId: subscriptionId } };
}
