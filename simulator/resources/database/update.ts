import type { Account } from "../../account";
import type { TaskResponse } from "../../resource";
import { subscriptionOf } from "../subscription/find";
import { pricingOfDryRun } from "../subscription/pricing";
import { requireAllowedChange } from "./changes";
import { activeDatabase, type InPath } from "./find";
import type { DatabaseUpdateRequest } from "./requests";
import { requireRules } from "./rules";
import { withSettings } from "./settings";
import { DATABASE } from "./state";

/** Changes a database: `active-change-pending`, `active`. A change to what it already is counts as one. */
export function updateDatabase(
  account: Account,
  command: InPath & { body: DatabaseUpdateRequest },
  taskId: string,
): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  const subscription = subscriptionOf(account, command.subscriptionId);
  const siblings = account
    .collection(DATABASE)
    .inSubscription(command.subscriptionId)
    .filter((sibling) => sibling !== database);
  requireAllowedChange(database, command.body);
  const changed = withSettings(database, command.body);
  requireRules(changed, subscription, siblings);
  if (command.body.dryRun) return { resource: { pricing: pricingOfDryRun(subscription, [changed]) } };
  Object.assign(database, changed);
  account.transition(database, "active-change-pending", taskId);
  account.schedule(database, "active", account.duration("databaseUpdate"));
  return response;
}
