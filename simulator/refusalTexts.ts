import { ACL_DESCRIPTIONS } from "./refusalTextsOfAcl";
import { ACTIVE_ACTIVE_DESCRIPTIONS } from "./refusalTextsOfActiveActive";
import { ESSENTIALS_DESCRIPTIONS } from "./refusalTextsOfEssentials";

/**
 * Why a task ends in `processing-error`: codes out of the API's list (`ProcessorResponse.error` in its
 * OpenAPI document), each with what the simulator says by default.
 */
export const DESCRIPTIONS = {
  ...ACL_DESCRIPTIONS,
  ...ESSENTIALS_DESCRIPTIONS,
  ...ACTIVE_ACTIVE_DESCRIPTIONS,
  CIDR_WHITELIST_DUPLICATE_CIDRS: "The CIDR list names the same CIDR twice.",
  CIDR_WHITELIST_DUPLICATE_SG: "The list names the same security group twice.",
  CIDR_WHITELIST_INVALID_CIDRS: "The CIDR list contains an invalid CIDR.",
  CIDR_WHITELIST_INVALID_SG: "The list contains an invalid security group.",
  CIDR_WHITELIST_NOT_ALLOWED: "A CIDR list requires a cloud account of your own.",
  CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE:
    "A client certificate requires 'enableTls' to be 'true'.",
  CLOUD_ACCOUNT_NAME_EXISTS: "A cloud account with this name already exists.",
  CLOUD_ACCOUNT_NOT_ACTIVE: "The cloud account is not active.",
  CLOUD_ACCOUNT_NOT_FOUND: "The cloud account was not found.",
  CLOUD_ACCOUNT_USED: "The cloud account is used by a subscription and cannot be deleted.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY:
    "Customer managed keys require 'persistentStorageEncryptionType' to be 'customer-managed-key'.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT:
    "'persistentStorageEncryptionKeys' can be used only with an external cloud account.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DELETION_GRACE_PERIOD_REQUIRED:
    "Customer managed keys of a new subscription need a 'deletionGracePeriod'.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REQUIRED_FOR_EXTERNAL_CLOUD_ACCOUNT:
    "A subscription in an external cloud account needs its customer managed keys at creation.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_KEYS: "Customer managed keys are missing.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_SUBSCRIPTION_INVALID_STATUS:
    "The subscription is in a status in which its customer managed keys cannot change.",
  DATABASE_BACKUP_DISABLED: "Database backup is disabled",
  DATABASE_CANT_EDIT_THROUGHPUT_BY:
    "The way a database's throughput is measured ('by') cannot be changed, only its value.",
  DATABASE_CUSTOM_PORT_NOT_UNIQUE: "Two databases ask for the same port.",
  DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION:
    "The data eviction policy is not supported by this Redis version.",
  DATABASE_EXPLICIT_MODULES_NOT_SUPPORTED_FOR_THIS_REDIS_VERSION:
    "Modules cannot be specified for this Redis version, which includes them: leave out 'modules', or choose a 'redisVersion' before 8.0, such as '7.4'.",
  DATABASE_EXTERNAL_ENDPOINT_WITHOUT_OSS_CLUSTER:
    "'useExternalEndpointForOSSClusterApi' requires 'supportOSSClusterApi' to be 'true'.",
  DATABASE_INVALID_ALERTS: "The list of alerts names the same alert twice.",
  DATABASE_INVALID_BACKUP_CONFIGURATION:
    "An active remote backup needs an interval, a storage type and a path.",
  DATABASE_INVALID_BACKUP_INTERVAL: "The backup interval is invalid.",
  DATABASE_INVALID_BACKUP_INTERVAL_AND_TIME_UTC_MISMATCH:
    "'timeUTC' is available only for the backup intervals 'every-12-hours' and 'every-24-hours'.",
  DATABASE_INVALID_BACKUP_STORAGE_TYPE: "The backup storage type is invalid.",
  DATABASE_INVALID_BACKUP_TIME_UTC: "'timeUTC' must be a full hour, such as '14:00'.",
  DATABASE_INVALID_CERT: "Database certificate is invalid",
  DATABASE_INVALID_MODULE: "The module does not exist.",
  DATABASE_INVALID_NAME:
    "Database name must include only letters, digits and hyphens ('-'), start with a letter and end with a letter or digit.",
  DATABASE_INVALID_QUANTITY: "The quantity of databases must be at least 1.",
  DATABASE_INVALID_SHARDS_COUNT: "The throughput value must be at least 1.",
  DATABASE_INVALID_SIP: "The list of source IPs contains an invalid address or subnet mask.",
  DATABASE_MEMCACHED_CONTAINS_MODULES: "A Memcached database cannot have modules.",
  DATABASE_MEMCACHED_CONTAINS_REDIS_PASSWORD: "A Memcached database takes 'saslPassword', not 'password'.",
  DATABASE_MEMCACHED_NOT_SUPPORT_OSS_CLUSTER_API:
    "A Memcached database does not support the OSS Cluster API.",
  DATABASE_CONTAIN_MEMCACHED_USERNAME: "A Redis database does not take 'saslUsername'.",
  DATABASE_CONTAIN_MEMCACHED_PASSWORD: "A Redis database does not take 'saslPassword'.",
  DATABASE_MODULE_MUST_BE_DEFINED_ONCE: "The list of modules names the same module twice.",
  DATABASE_NAME_DUPLICATE: "Two databases in the request have the same name.",
  DATABASE_NAME_EXISTS: "A database with this name already exists in the subscription.",
  DATABASE_NAME_TOO_LONG: "Database name is limited to 40 characters or less.",
  DATABASE_NOT_ACTIVE: "Cannot perform any actions on a database that is not in an active state.",
  DATABASE_NOT_FOUND: "Database was not found",
  DATABASE_PASSWORD_IS_BLANK: "The database password is blank.",
  DATABASE_PASSWORD_IS_TOO_LONG: "The database password is too long.",
  DATABASE_PORT_INVALID_VALUE: "The port must be between 10000 and 19999.",
  DATABASE_PORT_IS_UNAVAILABLE: "The port is used by another database.",
  DATABASE_QUERY_PERFORMANCE_FACTOR_INVALID_VALUE: "The query performance factor is invalid.",
  DATABASE_QUERY_PERFORMANCE_FACTOR_SEARCH_IS_REQUIRED:
    "RediSearch is required to set a query performance factor: add the RediSearch module to the database's modules.",
  DATABASE_RAM_PERCENTAGE_IS_INVALID: "'ramPercentage' must be between 10 and 50 in steps of 10.",
  DATABASE_RAM_PERCENTAGE_NOT_ALLOWED: "'ramPercentage' is allowed only with memory storage 'ram-and-flash'.",
  DATABASE_AVERAGE_ITEM_SIZE_NOT_ALLOWED:
    "'averageItemSizeInBytes' is allowed only with memory storage 'ram-and-flash'.",
  DATABASE_REDIS_VERSION_INVALID_VALUE: "The Redis version is invalid.",
  DATABASE_REPLICA_OF_BAD_URI: "'replicaOf' contains an invalid Redis URI.",
  DATABASE_RESP_VERSION_IS_NOT_SUPPORTED: "Selected RESP version is not supported for this database version.",
  DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS:
    "Only one of 'datasetSizeInGb' and 'memoryLimitInGb' can be set.",
  DATABASE_SIZE_LIMIT_NOT_DEFINED: "One of 'datasetSizeInGb' and 'memoryLimitInGb' must be set.",
  DATABASE_SIZE_TOO_BIG: "The database is too big.",
  DATABASE_SIZE_TOO_SMALL: "The database is too small: at least 0.1 GB.",
  DATABASE_SUBSCRIPTION_IN_PENDING_STATUS:
    "Cannot create a database while its subscription is in pending status.",
  DATABASE_UPGRADE_INVALID_REDIS_VERSION: "The database cannot be upgraded to this Redis version.",
  DATABASE_UPGRADE_IS_ALREADY_RUNNING: "An upgrade of the database is already running.",
  DATABASE_UPGRADE_OF_MEMCACHED_IS_NOT_SUPPORTED: "A Memcached database cannot be upgraded.",
  DISABLING_THE_DEFAULT_USER_AND_UPDATING_A_NEW_PASSWORD_IS_NOT_ALLOWED:
    "Disabling the default user and updating a new password in one request is not allowed.",
  GENERAL_ERROR: "The request could not be processed.",
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
  LOCAL_THROUGHPUT_MEASUREMENT_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "'localThroughputMeasurement' is not allowed with a single-region subscription.",
  MARKETPLACE_PAYMENT_INFO_COLLISION: "The account pays through a marketplace; a credit card cannot be set.",
  NETWORKING_CIDR_IS_NOT_SUPPORTED: "A deployment CIDR cannot be set together with subnets.",
  NETWORKING_SECURITY_GROUP_MISSING: "A network of your own needs a security group.",
  NETWORKING_SUBNET_IDS_MISSING: "A network of your own needs subnet IDs.",
  NETWORKING_VPC_ID_MISSING: "A network of your own needs a VPC ID.",
  NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_DEFAULT_USER_IS_DISABLED:
    "Updating a database password is not allowed when the default user is disabled.",
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
  VPC_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT: "'vpcId' is not allowed with the internal cloud account.",
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
} as const;
