import type { Account } from "../account";
import { createDatabasesOf } from "../databases/specs";
import { ENCRYPTION_KEY_WAIT_MS, MAX_NON_ACTIVE_SUBSCRIPTIONS } from "../limits";
import { insist } from "../refusal";
import type { SubscriptionKeysUpdateRequest } from "../requests/subscription";
import type { Subscription, TaskResponse } from "../state";
import type { CommandOf } from "../tasks/command";
import { paymentOf } from "./payment";

/**
 * Provisioning of subscriptions, as the API's lifecycle page has it: `pending` (provisioning is in
 * progress), `active` (it completed successfully), `deleting` (de-provisioning and deletion is in progress),
 * `error` (it failed, which only faults bring about here).
 */

/**
 * "Subscription creation, update and deletion: You cannot change (make non-active) more than three
 * subscriptions at the same time." A subscription in `error` no longer changes. One in `encryption_key_pending` counts:
 * the sentence says "non-active", and no source says otherwise.
 */
export function insistOnRoomForChange(account: Account): void {
  const changing = [...account.subscriptions.values()].filter(
    ({ status }) => status !== "active" && status !== "error",
  );
  insist(changing.length < MAX_NON_ACTIVE_SUBSCRIPTIONS, "TOO_MANY_PENDING_SUBSCRIPTIONS");
}

/** The subscription a task works on, whatever its state. */
export function subscriptionOf(account: Account, subscriptionId: number): Subscription {
  const subscription = account.subscriptions.get(subscriptionId);
  insist(subscription, "SUBSCRIPTION_NOT_FOUND");
  return subscription;
}

/** The subscription a task works on, which has to be `active`. */
export function activeSubscription(account: Account, subscriptionId: number): Subscription {
  const subscription = subscriptionOf(account, subscriptionId);
  insist(subscription.status === "active", "SUBSCRIPTION_NOT_ACTIVE");
  return subscription;
}

/** Changes a subscription, which is `pending` meanwhile. */
export function updateSubscription(
  account: Account,
  { subscriptionId, body }: CommandOf<"subscriptionUpdateRequest">,
  taskId: string,
): TaskResponse {
  const subscription = subscriptionOf(account, subscriptionId);
  if ("customerManagedKeys" in body) {
    takeKeys(account, subscription, body);
  } else {
    insist(subscription.status === "active", "SUBSCRIPTION_NOT_ACTIVE");
    insistOnRoomForChange(account);
    Object.assign(subscription, paymentOf(account, body, subscription));
    subscription.name = body.name ?? subscription.name;
    subscription.publicEndpointAccess = body.publicEndpointAccess ?? subscription.publicEndpointAccess;
  }
  account.enter(subscription, "pending", taskId);
  account.later(subscription, "active", account.duration("subscriptionUpdate"));
  return { resourceId: subscriptionId };
}

/** Deletes a subscription without databases: `deleting`, gone. */
export function deleteSubscription(
  account: Account,
  { subscriptionId }: CommandOf<"subscriptionDeleteRequest">,
  taskId: string,
): TaskResponse {
  const subscription = subscriptionOf(account, subscriptionId);
  const { status } = subscription;
  insist(status !== "pending" && status !== "deleting", "SUBSCRIPTION_NOT_ACTIVE");
  insist(account.databasesOf(subscriptionId).length === 0, "SUBSCRIPTION_IN_USE");
  // One that waits for its key is non-active already: deleting it makes no further one non-active.
  if (status !== "encryption_key_pending") insistOnRoomForChange(account);
  account.enter(subscription, "deleting", taskId);
  account.later(subscription, "gone", account.duration("subscriptionDelete"));
  return { resourceId: subscriptionId };
}

/**
 * What happens when a subscription reaches the state it was due for. One that waits for its keys is removed when
 * they do not come within seven days, as the vendor's page on customer managed keys says.
 */
export function arriveSubscription(account: Account, subscription: Subscription, to: string): void {
  if (to === "gone") account.remove(subscription);
  else if (to === "error") account.enter(subscription, to);
  else if (to === "encryption_key_pending") {
    account.enter(subscription, to);
    account.later(subscription, "gone", ENCRYPTION_KEY_WAIT_MS);
  } else {
    account.enter(subscription, "active");
    createDatabasesOf(account, subscription);
  }
}

function takeKeys(account: Account, subscription: Subscription, body: SubscriptionKeysUpdateRequest): void {
  insist(
    subscription.persistentStorageEncryptionType === "customer-managed-key",
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY",
  );
  insist(
    subscription.status === "active" || subscription.status === "encryption_key_pending",
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_SUBSCRIPTION_INVALID_STATUS",
  );
  insist(
    body.customerManagedKeys.length > 0,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_KEYS",
  );
  insist(
    subscription.status === "active" || body.deletionGracePeriod,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DELETION_GRACE_PERIOD_REQUIRED",
  );
  if (subscription.status === "active") insistOnRoomForChange(account);
  subscription.customerManagedKeys = body.customerManagedKeys;
  subscription.deletionGracePeriod = body.deletionGracePeriod ?? subscription.deletionGracePeriod;
}
