import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { requireRoomForChange, subscriptionOf } from "./find";
import { requireAccessToKeys } from "./keyGrants";
import { requireKeyOfEachRegion } from "./keys";
import { paymentOf } from "./payment";
import type { SubscriptionKeysUpdateRequest, SubscriptionUpdateRequest } from "./requests";
import type { Subscription } from "./state";

/** Changes a subscription, which is `pending` meanwhile. */
export function updateSubscription(
  account: Account,
  {
    subscriptionId,
    body,
  }: { subscriptionId: number; body: SubscriptionUpdateRequest | SubscriptionKeysUpdateRequest },
  taskId: string,
): TaskResponse {
  const subscription = subscriptionOf(account, subscriptionId);
  if ("customerManagedKeys" in body) {
    replaceKeys(account, subscription, body);
  } else {
    requireThat(subscription.status === "active", "SUBSCRIPTION_NOT_ACTIVE");
    requireRoomForChange(account);
    Object.assign(subscription, paymentOf(account, body, subscription));
    subscription.name = body.name ?? subscription.name;
    subscription.publicEndpointAccess = body.publicEndpointAccess ?? subscription.publicEndpointAccess;
  }
  account.transition(subscription, "pending", taskId);
  account.schedule(subscription, "active", account.duration("subscriptionUpdate"));
  return { resourceId: subscriptionId };
}

function replaceKeys(
  account: Account,
  subscription: Subscription,
  body: SubscriptionKeysUpdateRequest,
): void {
  requireThat(
    subscription.persistentStorageEncryptionType === "customer-managed-key",
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY",
  );
  requireThat(
    subscription.status === "active" || subscription.status === "encryption_key_pending",
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_SUBSCRIPTION_INVALID_STATUS",
  );
  requireThat(
    body.customerManagedKeys.length > 0,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_KEYS",
  );
  requireThat(
    subscription.status === "active" || body.deletionGracePeriod,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DELETION_GRACE_PERIOD_REQUIRED",
  );
  if (subscription.regions) requireKeyOfEachRegion(subscription.regions, body.customerManagedKeys);
  const resourceNames = body.customerManagedKeys.map(({ resourceName }) => resourceName);
  requireAccessToKeys(account, subscription, resourceNames);
  if (subscription.status === "active") requireRoomForChange(account);
  subscription.customerManagedKeys = body.customerManagedKeys;
  subscription.deletionGracePeriod = body.deletionGracePeriod ?? subscription.deletionGracePeriod;
}
