import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { activeSubscription, subscriptionOf } from "../subscription/find";
import { pricingOfDryRun } from "../subscription/pricing";
import { assignIdentity, defaultDatabase } from "./defaults";
import { clusterMustGrow } from "./growth";
import type { DatabaseCreateRequest } from "./requests";
import { requireRules } from "./rules";
import { withSettings } from "./settings";
import { DATABASE } from "./state";

/**
 * Creates a database: `draft`, `pending`, `active`.
 *
 * Databases are provisioned in parallel, except that the creation of one can make its subscription `pending`: then no
 * other one is created there until the subscription is `active` again.
 */
export function createDatabase(
  account: Account,
  { subscriptionId, body }: { subscriptionId: number; body: DatabaseCreateRequest },
  taskId: string,
): TaskResponse {
  const { status } = subscriptionOf(account, subscriptionId);
  requireThat(status !== "pending", "DATABASE_SUBSCRIPTION_IN_PENDING_STATUS");
  const subscription = activeSubscription(account, subscriptionId);
  const database = withSettings(defaultDatabase(account, subscription, body), body);
  requireThat(
    !(database.locals && database.remoteBackup),
    "ACTIVE_ACTIVE_DATABASE_PERIODIC_BACK_UP_PATH_NOT_ALLOWED",
  );
  requireRules(database, subscription, account.collection(DATABASE).inSubscription(subscriptionId));
  if (body.dryRun) return { resource: { pricing: pricingOfDryRun(subscription, [database]) } };
  assignIdentity(account, database);
  database.visibleAt = account.now + account.duration("visibility");
  account.add(database, taskId);
  account.schedule(database, "pending", account.duration("databaseCreate") * 0.1);
  subscription.databasesCreated += 1;
  if (clusterMustGrow(account, subscription)) {
    account.transition(subscription, "pending", taskId);
    account.schedule(subscription, "active", account.duration("clusterGrowth"));
  }
  return { resourceId: database.id, additionalResourceId: subscriptionId };
}
