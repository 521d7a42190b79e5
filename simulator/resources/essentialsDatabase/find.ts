import type { Account } from "../../account";
import { type RouteContext, resourceInPath } from "../../http/environment";
import { notFound } from "../../http/errors";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { InPath } from "../database/find";
import { essentialsSubscriptionInPath, essentialsSubscriptionOf } from "../essentialsSubscription/find";
import type { EssentialsSubscription } from "../essentialsSubscription/state";
import { ESSENTIALS_DATABASE, type EssentialsDatabase } from "./state";

/** @throws ApiError 404 when the path names a database that does not exist in the subscription, or not yet */
export function essentialsDatabaseInPath(context: RouteContext): {
  database: EssentialsDatabase;
  subscription: EssentialsSubscription;
} {
  const subscription = essentialsSubscriptionInPath(context);
  const database = resourceInPath(context, ESSENTIALS_DATABASE, "databaseId", "Database");
  if (database.subscriptionId !== subscription.id) throw notFound("Database was not found.");
  return { database, subscription };
}

/** The same as the IDs that commands carry. */
export function essentialsIdsInPath(context: RouteContext): InPath {
  const { database, subscription } = essentialsDatabaseInPath(context);
  return { subscriptionId: subscription.id, databaseId: database.id };
}

/** The database that a task works on. It has to be `active` or `error`, and so has its subscription. */
export function activeEssentialsDatabase(
  account: Account,
  { subscriptionId, databaseId }: InPath,
): { database: EssentialsDatabase; subscription: EssentialsSubscription; response: TaskResponse } {
  const subscription = essentialsSubscriptionOf(account, subscriptionId);
  const isUsable = ({ status }: { status: string }) => status === "active" || status === "error";
  requireThat(isUsable(subscription), "SUBSCRIPTION_NOT_ACTIVE");
  const database = account.collection(ESSENTIALS_DATABASE).get(databaseId);
  requireThat(database?.subscriptionId === subscriptionId, "DATABASE_NOT_FOUND");
  requireThat(isUsable(database), "DATABASE_NOT_ACTIVE");
  return {
    database,
    subscription,
    response: { resourceId: databaseId, additionalResourceId: subscriptionId },
  };
}
