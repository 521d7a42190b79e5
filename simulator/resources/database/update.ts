import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { subscriptionOf } from "../subscription/find";
import { pricingOfDryRun } from "../subscription/pricing";
import { withChanges } from "./changes";
import { activeDatabase, type InPath } from "./find";
import { inEachRegion } from "./locals";
import { withRegionalSettings } from "./regionalSettings";
import type { CrdbUpdatePropertiesRequest, DatabaseUpdateRequest } from "./requests";
import { requireRules } from "./rules";
import { DATABASE, type Database } from "./state";

type Command = InPath &
  (
    | { isByRegion?: false; body: DatabaseUpdateRequest }
    | { isByRegion: true; body: CrdbUpdatePropertiesRequest }
  );

/** Changes a database: `active-change-pending`, `active`. A change to what it already is counts as one. */
export function updateDatabase(account: Account, command: Command, taskId: string): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  const subscription = subscriptionOf(account, command.subscriptionId);
  const siblings = account
    .collection(DATABASE)
    .inSubscription(command.subscriptionId)
    .filter((sibling) => sibling !== database);
  requireFormOf(database, command);
  const changed = command.isByRegion
    ? withRegionalSettings(database, command.body)
    : withChanges(database, command.body);
  for (const { database: one } of inEachRegion(changed)) requireRules(one, subscription, siblings);
  if (command.body.dryRun) return { resource: { pricing: pricingOfDryRun(subscription, [changed]) } };
  Object.assign(database, changed);
  account.transition(database, "active-change-pending", taskId);
  account.schedule(database, "active", account.duration("databaseUpdate"));
  return response;
}

/** Active-Active databases are updated by a path of their own. */
function requireFormOf({ locals }: Database, { isByRegion = false }: Command): void {
  requireThat(
    !locals || isByRegion,
    "UPDATING_SINGLE_REGION_DATABASE_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
  );
  requireThat(locals || !isByRegion, "UPDATING_LOCAL_PROPERTIES_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION");
}
