import { INTERNAL_CLOUD_ACCOUNT_ID } from "../catalog";
import { insist } from "../refusal";
import type { SubscriptionCreateRequest } from "../requests/subscription";

/**
 * Customer managed keys of a new subscription. On the vendor's own account, hence always on Google Cloud, they are
 * not sent at creation: the subscription comes to rest at `encryption_key_pending` and tells what the key has to
 * allow. In an account of one's own they are needed from the start, with their grace period.
 */
export function insistOnKeys(request: SubscriptionCreateRequest, cloudAccountId: number): void {
  const { persistentStorageEncryptionType, persistentStorageEncryptionKeys: keys } = request;
  const isInternal = cloudAccountId === INTERNAL_CLOUD_ACCOUNT_ID;
  const isCustomerManaged = persistentStorageEncryptionType === "customer-managed-key";
  if (!keys) {
    insist(
      !isCustomerManaged || isInternal,
      "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REQUIRED_FOR_EXTERNAL_CLOUD_ACCOUNT",
    );
    return;
  }
  insist(
    isCustomerManaged,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY",
  );
  insist(
    !isInternal,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT",
  );
  insist(
    keys.customerManagedKeys.length > 0,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_KEYS",
  );
  insist(
    keys.deletionGracePeriod,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DELETION_GRACE_PERIOD_REQUIRED",
  );
}
