/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const SUBSCRIPTION_REFUSALS = {
  CIDR_WHITELIST_DUPLICATE_CIDRS: "The CIDR list names the same CIDR twice.",
  CIDR_WHITELIST_DUPLICATE_SG: "The list names the same security group twice.",
  CIDR_WHITELIST_INVALID_CIDRS: "The CIDR list contains an invalid CIDR.",
  CIDR_WHITELIST_INVALID_SG: "The list contains an invalid security group.",
  CIDR_WHITELIST_NOT_ALLOWED: "A CIDR list requires a cloud account of your own.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DELETION_GRACE_PERIOD_REQUIRED:
    "Customer managed keys of a new subscription need a 'deletionGracePeriod'.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_USAGE_PERMISSIONS:
    "The principal in 'customerManagedKeyAccessDetails' may not use the customer managed key.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_KEYS: "Customer managed keys are missing.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY:
    "Customer managed keys require 'persistentStorageEncryptionType' to be 'customer-managed-key'.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT:
    "'persistentStorageEncryptionKeys' can be used only with an external cloud account.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REQUIRED_FOR_EXTERNAL_CLOUD_ACCOUNT:
    "A subscription in an external cloud account needs its customer managed keys at creation.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_SUBSCRIPTION_INVALID_STATUS:
    "The subscription is in a status in which its customer managed keys cannot change.",
  MAINTENANCE_WINDOW_AUTOMATIC_MODE_WITH_MAINTENANCE_WINDOWS:
    "Automatic mode cannot be set with a manual window.",
  MAINTENANCE_WINDOW_DUPLICATE_DAYS: "A day is named twice.",
  MAINTENANCE_WINDOW_GREATER_THAN_MAXIMUM_ALLOWABLE_MAINTENANCE_WINDOWS_PROVIDED:
    "Up to 7 maintenance windows can be provided.",
  MAINTENANCE_WINDOW_INVALID_DAYS: "The days of a maintenance window are invalid.",
  MAINTENANCE_WINDOW_INVALID_DURATION_FOR_ROF_SUBSCRIPTION:
    "A maintenance window of a 'ram-and-flash' subscription lasts between 8 and 24 hours.",
  MAINTENANCE_WINDOW_INVALID_DURATION_IN_HOURS: "A maintenance window lasts between 4 and 24 hours.",
  MAINTENANCE_WINDOW_INVALID_START_HOUR: "The starting hour of a maintenance window is between 0 and 23.",
  MAINTENANCE_WINDOW_MANUAL_MODE_WITH_NO_MAINTENANCE_WINDOWS:
    "At least one maintenance window must be provided with manual mode.",
  MARKETPLACE_PAYMENT_INFO_COLLISION: "The account pays through a marketplace; a credit card cannot be set.",
  NETWORKING_CIDR_IS_NOT_SUPPORTED: "A deployment CIDR cannot be set together with subnets.",
  NETWORKING_SECURITY_GROUP_MISSING: "A network of your own needs a security group.",
  NETWORKING_SUBNET_IDS_MISSING: "A network of your own needs subnet IDs.",
  NETWORKING_VPC_ID_MISSING: "A network of your own needs a VPC ID.",
  PAYMENT_INFO_NOT_ALLOWED_IN_CONTRACT_ASSOCIATED_ACCOUNT:
    "Payment info is not allowed in an account that is associated with a contract.",
  PAYMENT_INFO_NOT_PROVIDED:
    "Payment method 'credit-card' needs a 'paymentMethodId': the account has no default credit card.",
  RESOURCE_TAGS_DUPLICATE_KEY: "The list of resource tags names the same key twice.",
  RESOURCE_TAGS_EMPTY_KEY: "A resource tag has an empty key.",
  RESOURCE_TAGS_EXCEEDS_MAXIMUM_COUNT: "Up to 30 resource tags can be applied.",
  RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT: "Resource tags require a cloud account of your own.",
  SECURITY_GROUP_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT:
    "'securityGroupId' is not allowed with the internal cloud account.",
  SUBNET_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT:
    "'subnetIds' are not allowed with the internal cloud account.",
  SUBSCRIPTION_BAD_PREFERRED_AZ_SIZE:
    "List three preferred availability zones with 'multipleAvailabilityZones', one without.",
  SUBSCRIPTION_CA_PROVIDER_MISMATCH: "The cloud account belongs to another cloud provider.",
  SUBSCRIPTION_GCP_ALLOW_ONLY_INTERNAL:
    "A subscription on Google Cloud can be created only with Redis internal cloud account.",
  SUBSCRIPTION_INVALID_CIDR: "The deployment CIDR must be a valid CIDR with a range of 256 IP addresses.",
  SUBSCRIPTION_INVALID_REGION_NAME: "The cloud provider has no region with this name.",
  SUBSCRIPTION_IN_USE: "The subscription still has databases and cannot be deleted.",
  SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE: "A subscription must have at least one database.",
  SUBSCRIPTION_NOT_ACTIVE: "Cannot preform any actions for subscription that is not in an active state",
  SUBSCRIPTION_NOT_FOUND: "Subscription was not found",
  SUBSCRIPTION_PI_NOT_FOUND:
    "Payment info was not found for subscription. Use 'GET /payment-methods' to lookup valid payment methods for current Account",
  SUBSCRIPTION_PREFERRED_AZ_MUST_BE_DEFINED_ONCE: "A preferred availability zone is listed twice.",
  TOO_MANY_PENDING_SUBSCRIPTIONS:
    "Three subscriptions are being created, updated or deleted already; wait until one of them is done.",
  VPC_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT: "'vpcId' is not allowed with the internal cloud account.",
} as const;
