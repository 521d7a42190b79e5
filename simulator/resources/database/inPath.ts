import { type RouteContext, resourceInPath } from "../../http/environment";
import { notFound } from "../../http/errors";
import { subscriptionInPath } from "../subscription/inPath";
import type { Subscription } from "../subscription/state";
import type { InPath } from "./find";
import { DATABASE, type Database } from "./state";

/** @throws ApiError 404 when the path names a database that does not exist in the subscription, or not yet */
export function databaseInPath(context: RouteContext): { database: Database; subscription: Subscription } {
  const subscription = subscriptionInPath(context);
  const database = resourceInPath(context, DATABASE, "databaseId", "Database");
  if (database.subscriptionId !== subscription.id) throw notFound("Database was not found.");
  return { database, subscription };
}

/** The same as the IDs that commands carry. */
export function idsInPath(context: RouteContext): InPath {
  const { database, subscription } = databaseInPath(context);
  return { subscriptionId: subscription.id, databaseId: database.id };
}
