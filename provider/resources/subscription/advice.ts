import type { Advice } from "../../api/advice";
import { DATABASE_ADVICE } from "../database/advice";

const GRANT_KEY_ACCESS =
  "Grant the principal in the subscription's customerManagedKeyAccessDetails access to the key, and let " +
  "SubscriptionEncryptionKeys depend on that grant.";

/** For every kind that names customer-managed keys. */
export const KEY_ADVICE: Advice = {
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_GET_IAM_POLICY_PERMISSIONS: GRANT_KEY_ACCESS,
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_GET_KEY_PERMISSIONS: GRANT_KEY_ACCESS,
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_USAGE_PERMISSIONS: GRANT_KEY_ACCESS,
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT:
    "Create the subscription without persistentStorageEncryptionKeys, and declare them in SubscriptionEncryptionKeys.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REQUIRED_FOR_EXTERNAL_CLOUD_ACCOUNT:
    "Set persistentStorageEncryptionKeys: in your own cloud account they are required from the start.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_UPDATE_IS_NOT_SUPPORTED:
    "The keys of this subscription cannot be changed: declare the current keys, or omit them.",
};

/** A subscription is created with databases, whose refusals are its own. */
export const SUBSCRIPTION_ADVICE: Advice = {
  ...DATABASE_ADVICE,
  ...KEY_ADVICE,
  CIDR_WHITELIST_NOT_ALLOWED:
    "Remove cidrIps and securityGroupIds: they require a subscription in your own cloud account.",
  RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT:
    "Remove resourceTags: they require a subscription in your own cloud account.",
  SUBSCRIPTION_IN_USE: "Remove its databases first, or set forceDestroy: true, which removes them with it.",
  SUBSCRIPTION_INVALID_CIDR:
    "Set deploymentCIDR to a network of 256 addresses (/24) that does not overlap your other networks.",
  SUBSCRIPTION_INVALID_REGION_NAME: "Choose one of getRegions().",
};
