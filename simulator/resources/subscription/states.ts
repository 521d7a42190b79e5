import type { Account } from "../../account";
import { occurrenceOf } from "../../faults/strikes";
import { isTask, type Stateful } from "../../resource";
import { createInitialDatabases } from "../database/specs";
import { ENCRYPTION_KEY_WAIT_MS } from "./limits";
import { finishRegionChange } from "./regionChange";
import { SUBSCRIPTION, type Subscription } from "./state";

/**
 * Provisioning of subscriptions, as the API's lifecycle page has it: `pending` (provisioning is in
 * progress), `active` (it completed successfully), `deleting` (de-provisioning and deletion is in progress),
 * `error` (it failed, which only faults cause here).
 */

/**
 * Called when a subscription reaches the state it was scheduled for. One that waits for its keys is removed when
 * they are not set within seven days, as the vendor's page on customer managed keys says.
 */
export function reachSubscriptionState(account: Account, subscription: Subscription, state: string): void {
  if (state === "gone") account.remove(subscription);
  else if (state === "error") {
    subscription.regionChange = undefined;
    account.transition(subscription, state);
  } else if (state === "encryption_key_pending") {
    account.transition(subscription, state);
    account.schedule(subscription, "gone", ENCRYPTION_KEY_WAIT_MS);
  } else {
    finishRegionChange(account, subscription);
    account.transition(subscription, "active");
    createInitialDatabases(account, subscription);
  }
}

/** The fault by which a task turns its subscription `pending`: called when anything has entered a state. */
export function strikeSubscription(account: Account, task: Stateful): void {
  if (!isTask(task)) return;
  const subscription = account.collection(SUBSCRIPTION).get(task.command.subscriptionId ?? "");
  if (subscription?.status !== "active") return;
  const occurrence = { ...occurrenceOf(account, task), taskState: task.status };
  const rule = account.faults.strike(["pending-subscription"], occurrence);
  if (!rule) return;
  subscription.changedBy = undefined;
  account.transition(subscription, "pending");
  account.schedule(subscription, "active", rule.seconds * 1000);
}
