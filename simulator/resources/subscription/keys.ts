import { requireThat } from "../../refusal";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../cloudAccount/internal";
import type { SubscriptionCreateRequest } from "./requests";
import type { Subscription, SubscriptionRegion } from "./state";

/**
 * Checks the customer managed keys of a new subscription. On the vendor's own account, hence always on Google Cloud,
 * they are not sent at creation: the subscription rests in `encryption_key_pending`, and its answer says what the key
 * has to allow. In the customer's own account they are required from the start, with their grace period.
 */
export function requireKeys(request: SubscriptionCreateRequest, cloudAccountId: number): void {
  const { persistentStorageEncryptionType, persistentStorageEncryptionKeys: keys } = request;
  const isInternal = cloudAccountId === INTERNAL_CLOUD_ACCOUNT_ID;
  const isCustomerManaged = persistentStorageEncryptionType === "customer-managed-key";
  if (!keys) {
    requireThat(
      !isCustomerManaged || isInternal,
      "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REQUIRED_FOR_EXTERNAL_CLOUD_ACCOUNT",
    );
    return;
  }
  requireThat(
    isCustomerManaged,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY",
  );
  requireThat(
    !isInternal,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT",
  );
  requireThat(
    keys.customerManagedKeys.length > 0,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_KEYS",
  );
  requireThat(
    keys.deletionGracePeriod,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DELETION_GRACE_PERIOD_REQUIRED",
  );
}

/** Checks the keys of an Active-Active subscription: one for each region. */
export function requireKeyOfEachRegion(
  regions: SubscriptionRegion[],
  keys: Subscription["customerManagedKeys"],
): void {
  const named = keys.flatMap(({ region }) => region ?? []);
  requireThat(
    named.length === keys.length,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REGION_REQUIRED",
  );
  requireThat(
    new Set(named).size === named.length,
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DUPLICATE_REGIONS",
  );
  requireThat(
    named.length === regions.length && regions.every(({ region }) => named.includes(region)),
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_WRONG_REGION",
  );
}
