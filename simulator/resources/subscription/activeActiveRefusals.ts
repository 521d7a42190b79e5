/** Codes of refusals that concern Active-Active subscriptions, with their default descriptions. */
export const ACTIVE_ACTIVE_SUBSCRIPTION_REFUSALS = {
  ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_FORMAT:
    "The deployment CIDR of a region must be a valid CIDR with a range of 256 IP addresses.",
  ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_OVERLAPPING_OTHER_REGIONS:
    "The deployment CIDRs of two regions overlap.",
  ACTIVE_ACTIVE_EXTERNAL_ACCOUNTS_NOT_SUPPORTED:
    "Active-Active subscriptions can be created only with Redis internal cloud account.",
  ACTIVE_ACTIVE_RAM_AND_FLASH_MEMORY_STORAGE_NOT_SUPPORTED:
    "Active-Active subscriptions do not support memory storage 'ram-and-flash'.",
  ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE: "A region is named twice.",
  ACTIVE_ACTIVE_SUBSCRIPTION_WITHOUT_REGIONS_IS_NOT_ALLOWED:
    "An Active-Active subscription is created in at least two regions.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DUPLICATE_REGIONS:
    "Two customer managed keys name the same region.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REGION_REQUIRED:
    "Each customer managed key of an Active-Active subscription names its region.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_WRONG_REGION:
    "The customer managed keys have to be one for each region of the subscription.",
  GETTING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION:
    "An Active-Active subscription has no CIDR list.",
  MULTIPLE_CLOUD_PROVIDERS_NOT_SUPPORTED: "An Active-Active subscription has exactly one cloud provider.",
  NETWORKING_CIDR_MISSING: "A region of an Active-Active subscription needs a deployment CIDR.",
  SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE: "The subscription contains a database that is not active.",
  UPDATING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION:
    "An Active-Active subscription has no CIDR list.",
} as const;
