/** Codes of refusals that concern Active-Active subscriptions, with what the simulator says by default. */
export const ACTIVE_ACTIVE_DESCRIPTIONS = {
  ACTIVE_ACTIVE_BACKUP_MISSING_REGION_NAME:
    "A backup of an Active-Active database needs the name of a region.",
  ACTIVE_ACTIVE_CREATE_A_REGION_CUSTOMER_MANAGED_KEY_RESOURCE_NAME_IS_NOT_SET:
    "The customer managed key of the new region is missing: 'customerManagedKeyResourceName'.",
  ACTIVE_ACTIVE_CREATE_A_REGION_CUSTOMER_MANAGED_KEY_RESOURCE_NAME_SUBSCRIPTION_IS_NOT_CUSTOMER_MANAGED:
    "'customerManagedKeyResourceName' requires a subscription with customer managed keys.",
  ACTIVE_ACTIVE_CREATE_A_REGION_MUST_BE_DEFINED_ONCE_PER_DATABASE:
    "The request names the same database twice.",
  ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_DATABASE_SPEC_TO_ALL_CRDBS_IN_SUBSCRIPTION:
    "A new region needs a specification of every database in the subscription.",
  ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_LOCAL_THROUGHPUT_MEASUREMENT_IN_DATABASE_SPEC:
    "The specification of a database needs its 'localThroughputMeasurement' in the new region.",
  ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_FORMAT:
    "The deployment CIDR of a region must be a valid CIDR with a range of 256 IP addresses.",
  ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_OVERLAPPING_OTHER_REGIONS:
    "The deployment CIDRs of two regions overlap.",
  ACTIVE_ACTIVE_DATABASE_MEMCACHED_PROTOCOL_IS_NOT_ALLOWED: "An Active-Active database cannot be Memcached.",
  ACTIVE_ACTIVE_DATABASE_MODULE_IS_NOT_SUPPORTED: "Active-Active databases do not support the module.",
  ACTIVE_ACTIVE_DATABASE_PERIODIC_BACK_UP_PATH_NOT_ALLOWED:
    "The backups of an Active-Active database are set for each region, after its creation.",
  ACTIVE_ACTIVE_DATABASE_PREVIEW_REDIS_VERSION_IS_NOT_SUPPORTED:
    "Active-Active databases do not support preview versions of Redis.",
  ACTIVE_ACTIVE_DATABASE_REPLICATION_CANNOT_BE_FALSE: "An Active-Active database is always replicated.",
  ACTIVE_ACTIVE_DATABASE_REPLICA_OF_NOT_SUPPORTED:
    "An Active-Active database cannot be a replica of another one.",
  ACTIVE_ACTIVE_DATABASE_UPGRADE_IS_NOT_SUPPORTED:
    "The Redis version of an Active-Active database cannot change.",
  ACTIVE_ACTIVE_DELETE_REGIONS_MUST_BE_DEFINED_ONCE: "The request names the same region twice.",
  ACTIVE_ACTIVE_DELETE_SUBSCRIPTION_MUST_BE_DEPLOYED_IN_AT_LEAST_ONE_REGION:
    "A subscription must be deployed in at least one region.",
  ACTIVE_ACTIVE_EXTERNAL_ACCOUNTS_NOT_SUPPORTED:
    "Active-Active subscriptions can be created only with Redis internal cloud account.",
  ACTIVE_ACTIVE_INVALID_BACKUP_REGION_NAME: "The database is not deployed in this region.",
  ACTIVE_ACTIVE_INVALID_CREATE_REGION_NAME: "The cloud provider has no region with this name.",
  ACTIVE_ACTIVE_INVALID_DELETE_REGION_NAME: "The subscription is not deployed in this region.",
  ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS:
    "The request names a region in which the subscription is not deployed.",
  ACTIVE_ACTIVE_MISSING_LOCAL_THROUGHPUT_MEASUREMENT:
    "An Active-Active database needs 'localThroughputMeasurement'.",
  ACTIVE_ACTIVE_RAM_AND_FLASH_MEMORY_STORAGE_NOT_SUPPORTED:
    "Active-Active subscriptions do not support memory storage 'ram-and-flash'.",
  ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE: "A region is named twice.",
  ACTIVE_ACTIVE_REGION_LIMIT_REACHED: "The subscription cannot have more regions.",
  ACTIVE_ACTIVE_SUBSCRIPTION_WITHOUT_REGIONS_IS_NOT_ALLOWED:
    "An Active-Active subscription is created in at least two regions.",
  ADDING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "Regions can be added to Active-Active subscriptions only.",
  BACKUP_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "The name of a region is for backups of Active-Active databases only.",
  CRDB_ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE:
    "'localThroughputMeasurement' names the same region twice.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DUPLICATE_REGIONS:
    "Two customer managed keys name the same region.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REGION_REQUIRED:
    "Each customer managed key of an Active-Active subscription names its region.",
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_WRONG_REGION:
    "The customer managed keys have to be one for each region of the subscription.",
  DATABASE_QUERY_PERFORMANCE_FACTOR_IS_NOT_SUPPORTED_ON_ACTIVE_ACTIVE:
    "Active-Active databases do not support a query performance factor.",
  DELETING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "Regions can be removed from Active-Active subscriptions only.",
  GETTING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION:
    "An Active-Active subscription has no CIDR list.",
  LOCAL_THROUGHPUT_READ_AND_WRITE_OPERATIONS_PER_SECOND_VALUES_MUST_BE_IN_INCREMENTS_OF_500_OR_MINIMUM:
    "Read and write operations per second of a region must be multiples of 500.",
  MISSING_REGIONS_BETWEEN_CLOUD_PROVIDERS_AND_DATABASES_LOCAL_THROUGHPUT_MEASUREMENTS:
    "'localThroughputMeasurement' of a database lacks a region of the cloud provider.",
  MISSING_REGIONS_BETWEEN_LOCAL_THROUGHPUT_MEASUREMENTS_AND_SUBSCRIPTION_REGIONS:
    "'localThroughputMeasurement' lacks a region of the subscription.",
  MULTIPLE_CLOUD_PROVIDERS_NOT_SUPPORTED: "An Active-Active subscription has exactly one cloud provider.",
  NETWORKING_CIDR_MISSING: "A region of an Active-Active subscription needs a deployment CIDR.",
  SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE: "The subscription contains a database that is not active.",
  TOO_MANY_LOCAL_THROUGHPUT_MEASUREMENTS_DEFINED_FOR_SPECIFIED_ACTIVE_ACTIVE_SUBSCRIPTION:
    "'localThroughputMeasurement' names a region in which the subscription is not deployed.",
  UPDATING_LOCAL_PROPERTIES_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "Settings of regions are for Active-Active databases only.",
  UPDATING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION:
    "An Active-Active subscription has no CIDR list.",
  UPDATING_SINGLE_REGION_DATABASE_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION:
    "An Active-Active database is updated by 'PUT …/regions'.",
} as const;
