/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const ESSENTIALS_DATABASE_REFUSALS = {
  DATABASE_BACKUP_NOT_SUPPORTED: "The plan does not support backups.",
  FIXED_DATABASE_ALERT_NOT_SUPPORTED: "The plan does not support one of the alerts.",
  FIXED_DATABASE_CLIENT_SSL_CERTIFICATE_NOT_SUPPORTED_IN_REQUESTED_PLAN:
    "The plan does not support client certificates.",
  FIXED_DATABASE_CLUSTER_DOES_NOT_SUPPORT_DATA_PERSISTENCE: "The plan does not support data persistence.",
  FIXED_DATABASE_ENABLE_DATABASE_CLUSTERING_SUPPORTED_ONLY_FOR_PAY_AS_YOU_GO:
    "'enableDatabaseClustering' is supported only in pay-as-you-go subscriptions.",
  FIXED_DATABASE_ENABLE_TLS_NOT_SUPPORTED_IN_REQUESTED_PLAN: "The plan does not support TLS.",
  FIXED_DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION:
    "The data eviction policy is not supported by this Redis version.",
  FIXED_DATABASE_FIXED_SUBSCRIPTION_REACHED_MAX_DATABASES_COUNT:
    "The subscription has as many databases as its plan allows.",
  FIXED_DATABASE_MEMCACHED_PROTOCOL_IS_NOT_SUPPORTED_FOR_REDIS_FLEX:
    "The protocol 'memcached' is not supported for Redis Flex.",
  FIXED_DATABASE_MEMORY_LIMIT_IN_GB_AND_DATA_SET_SIZE_SUPPORTED_ONLY_FOR_PAY_AS_YOU_GO:
    "'memoryLimitInGb' and 'datasetSizeInGb' are supported only in pay-as-you-go subscriptions.",
  FIXED_DATABASE_NUMBER_OF_SHARDS_INVALID_VALUE: "'numberOfShards' must be at least 1.",
  FIXED_DATABASE_NUMBER_OF_SHARDS_REQUIRES_DATABASE_CLUSTERING_ENABLED:
    "More than one shard requires 'enableDatabaseClustering' to be 'true'.",
  FIXED_DATABASE_NUMBER_OF_SHARDS_SUPPORTED_ONLY_FOR_PAY_AS_YOU_GO:
    "'numberOfShards' is supported only in pay-as-you-go subscriptions.",
  FIXED_DATABASE_OSS_CLUSTER_API_IS_NOT_SUPPORTED_IN_REQUESTED_PLAN:
    "The plan does not support the OSS Cluster API.",
  FIXED_DATABASE_PAYG_MEMORY_LIMIT_IN_GB_OR_DATA_SET_SIZE_IN_GB_IS_MISSING:
    "A database of a pay-as-you-go subscription needs 'datasetSizeInGb' or 'memoryLimitInGb'.",
  FIXED_DATABASE_REGEX_RULES_NOT_SUPPORTED_IN_REQUESTED_PLAN: "The plan does not support regex rules.",
  FIXED_DATABASE_REPLICATION_IS_NOT_SUPPORTED_IN_REQUESTED_PLAN: "The plan does not support replication.",
  FIXED_DATABASE_REPLICA_OF_MEMCACHED_IS_NOT_SUPPORTED: "A Memcached database cannot be a replica.",
  FIXED_DATABASE_REPLICA_OF_NOT_SUPPORTED_IN_REQUESTED_PLAN: "The plan does not support replicas.",
  FIXED_DATABASE_RESP_VERSION_IS_NOT_SUPPORTED:
    "Selected RESP version is not supported for this database version.",
  FIXED_DATABASE_SOURCE_IPS_LIST_IS_GREATER_THAN_PLAN_MAX_COUNT_ALLOWED_SOURCE_IPS:
    "The database has more source IPs than its plan allows.",
  FIXED_DATABASE_STACK_PROTOCOL_CONTAINS_MODULES: "The protocol 'stack' includes all modules.",
  FIXED_DATABASE_STACK_PROTOCOL_IS_NOT_SUPPORTED_FOR_REDIS_FLEX:
    "The protocol 'stack' is not supported for Redis Flex.",
  FIXED_DATABASE_STACK_PROTOCOL_IS_NOT_SUPPORTED_IN_SELECTED_PLAN_OR_CLUSTER:
    "The protocol 'stack' is not supported in a pay-as-you-go subscription.",
  FIXED_DATABASE_USE_EXTERNAL_ENDPOINT_FOR_OSS_CLUSTER_API_NOT_SUPPORTED_IN_REQUESTED_PLAN:
    "The plan does not support an external endpoint for the OSS Cluster API.",
} as const;
