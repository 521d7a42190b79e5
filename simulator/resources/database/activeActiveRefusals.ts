/** Codes of refusals that concern Active-Active databases, with their default descriptions. */
export const ACTIVE_ACTIVE_DATABASE_REFUSALS = {
  ACTIVE_ACTIVE_BACKUP_MISSING_REGION_NAME:
    "A backup of an Active-Active database needs the name of a region.",
  ACTIVE_ACTIVE_BACKUP_STATUS_MISSING_REGION_NAME:
    "The backup status of an Active-Active database needs the name of a region.",
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
  ACTIVE_ACTIVE_INVALID_BACKUP_REGION_NAME: "The database is not deployed in this region.",
  ACTIVE_ACTIVE_INVALID_BACKUP_STATUS_REGION_NAME: "The database is not deployed in this region.",
  ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS:
    "The request names a region in which the subscription is not deployed.",
  ACTIVE_ACTIVE_MISSING_LOCAL_THROUGHPUT_MEASUREMENT:
    "An Active-Active database needs 'localThroughputMeasurement'.",
  BACKUP_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "The name of a region is for backups of Active-Active databases only.",
  BACKUP_STATUS_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "The name of a region is for the backup status of Active-Active databases only.",
  CRDB_ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE:
    "'localThroughputMeasurement' names the same region twice.",
  CRDB_FLUSH_ACTION_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "A database of a single-region subscription cannot be flushed.",
  DATABASE_QUERY_PERFORMANCE_FACTOR_IS_NOT_SUPPORTED_ON_ACTIVE_ACTIVE:
    "Active-Active databases do not support a query performance factor.",
  LOCAL_THROUGHPUT_READ_AND_WRITE_OPERATIONS_PER_SECOND_VALUES_MUST_BE_IN_INCREMENTS_OF_500_OR_MINIMUM:
    "Read and write operations per second of a region must be multiples of 500.",
  MISSING_REGIONS_BETWEEN_CLOUD_PROVIDERS_AND_DATABASES_LOCAL_THROUGHPUT_MEASUREMENTS:
    "'localThroughputMeasurement' of a database lacks a region of the cloud provider.",
  MISSING_REGIONS_BETWEEN_LOCAL_THROUGHPUT_MEASUREMENTS_AND_SUBSCRIPTION_REGIONS:
    "'localThroughputMeasurement' lacks a region of the subscription.",
  TOO_MANY_LOCAL_THROUGHPUT_MEASUREMENTS_DEFINED_FOR_SPECIFIED_ACTIVE_ACTIVE_SUBSCRIPTION:
    "'localThroughputMeasurement' names a region in which the subscription is not deployed.",
  UPDATING_LOCAL_PROPERTIES_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "Settings of regions are for Active-Active databases only.",
  UPDATING_SINGLE_REGION_DATABASE_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION:
    "An Active-Active database is updated by 'PUT …/regions'.",
} as const;
