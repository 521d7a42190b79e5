/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const DATABASE_REFUSALS = {
  CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE:
    "A client certificate requires 'enableTls' to be 'true'.",
  DATABASE_AVERAGE_ITEM_SIZE_NOT_ALLOWED:
    "'averageItemSizeInBytes' is allowed only with memory storage 'ram-and-flash'.",
  DATABASE_BACKUP_DISABLED: "Database backup is disabled",
  DATABASE_CANT_EDIT_THROUGHPUT_BY:
    "The way a database's throughput is measured ('by') cannot be changed, only its value.",
  DATABASE_CONTAIN_MEMCACHED_PASSWORD: "A Redis database does not take 'saslPassword'.",
  DATABASE_CONTAIN_MEMCACHED_USERNAME: "A Redis database does not take 'saslUsername'.",
  DATABASE_CUSTOM_PORT_NOT_UNIQUE: "Two databases ask for the same port.",
  DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION:
    "The data eviction policy is not supported by this Redis version.",
  DATABASE_EXPLICIT_MODULES_NOT_SUPPORTED_FOR_THIS_REDIS_VERSION:
    "Modules cannot be specified for this Redis version, which includes them: leave out 'modules', or choose a 'redisVersion' before 8.0, such as '7.4'.",
  DATABASE_EXTERNAL_ENDPOINT_WITHOUT_OSS_CLUSTER:
    "'useExternalEndpointForOSSClusterApi' requires 'supportOSSClusterApi' to be 'true'.",
  DATABASE_IMPORT_AZURE_BAD_URI: "'importFromUri' contains an invalid Azure Blob Storage URI.",
  DATABASE_IMPORT_FTP_BAD_URI: "'importFromUri' contains an invalid FTP URI.",
  DATABASE_IMPORT_GCS_BAD_URI: "'importFromUri' contains an invalid Google Cloud Storage URI.",
  DATABASE_IMPORT_HTTP_BAD_URI: "'importFromUri' contains an invalid HTTP URI.",
  DATABASE_IMPORT_MULTIPLE_REDIS_SOURCES: "Only one Redis database can be imported at a time.",
  DATABASE_IMPORT_REDIS_BAD_URI: "'importFromUri' contains an invalid Redis URI.",
  DATABASE_IMPORT_S3_BAD_URI: "'importFromUri' contains an invalid Amazon S3 URI.",
  DATABASE_IMPORT_URI_NOT_PROVIDED: "'importFromUri' must contain at least one URI.",
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
  DUPLICATE_DATABASE_IMPORT_SOURCE_PATH: "'importFromUri' contains the same URI twice.",
  LOCAL_THROUGHPUT_MEASUREMENT_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "'localThroughputMeasurement' is not allowed with a single-region subscription.",
  NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_DEFAULT_USER_IS_DISABLED:
    "Updating a database password is not allowed when the default user is disabled.",
} as const;
