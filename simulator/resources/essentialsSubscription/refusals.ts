/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const ESSENTIALS_SUBSCRIPTION_REFUSALS = {
  FIXED_MISMATCH_BETWEEN_REQUEST_PLAN_CLOUD_PROVIDER_AND_SUBSCRIPTION_CLOUD_PROVIDER:
    "The plan is for another cloud provider than the subscription's.",
  FIXED_MISMATCH_BETWEEN_REQUEST_PLAN_REGION_AND_SUBSCRIPTION_REGION:
    "The plan is for another region than the subscription's.",
  FIXED_PAYMENT_INFO_NOT_ALLOWED_IN_FREE_FIXED_PLAN: "Payment info is not allowed in a free plan.",
  FIXED_SUBSCRIPTION_ACCOUNT_ALREADY_HAS_A_FREE_PLAN: "The account already has a free plan.",
  FIXED_SUBSCRIPTION_CREATE_PLAN_NOT_FOUND: "The plan was not found.",
  FIXED_SUBSCRIPTION_INVALID_NAME: "The name of the subscription is invalid.",
  FIXED_SUBSCRIPTION_PLAN_CANNOT_CHANGED_FROM_AVAILABILITY_OF_MULTI_ZONE_TO_SINGLE_ZONE_OR_NO_REPLICATION:
    "A multi-zone plan cannot be changed to a single-zone plan or one without replication.",
  FIXED_SUBSCRIPTION_PLAN_CANNOT_CHANGED_FROM_AVAILABILITY_OF_SINGLE_ZONE_OR_NO_REPLICATION_TO_MULTI_ZONE:
    "A single-zone plan, or one without replication, cannot be changed to a multi-zone plan.",
  FIXED_SUBSCRIPTION_PLAN_MAX_DATABASES_SMALLER_THEN_CURRENT_SUBSCRIPTION_DATABASES_COUNT:
    "The subscription has more databases than the plan allows.",
  FIXED_SUBSCRIPTION_PLAN_MAX_SOURCE_IPS_IS_SMALLER_THEN_ONE_OF_EXISTING_DATABSE_SOURCE_IPS:
    "A database of the subscription has more source IPs than the plan allows.",
  FIXED_SUBSCRIPTION_PLAN_NOT_SUPPORT_REPLICA_OF: "The plan does not support replicas.",
  FIXED_SUBSCRIPTION_PLAN_NOT_SUPPORT_TLS: "The plan does not support TLS.",
  FIXED_SUBSCRIPTION_PLAN_SIZE_SMALLER_THEN_CURRENT_SUBSCRIPTION_USAGE:
    "The subscription uses more memory than the plan has.",
  FIXED_SUBSCRIPTION_UPDATE_INVALID_PLAN: "The plan was not found.",
  FREE_PLAN_IS_ALLOWED_ONLY_FOR_ACCOUNTS_WITH_VALID_PAYMENT_INFO:
    "A free plan is allowed only in an account with a valid payment method.",
  NON_REDIS_FLEX_PLAN_CANNOT_BE_UPDATED_TO_REDIS_FLEX_PLAN:
    "A plan that is not Redis Flex cannot be changed to one that is.",
  REDIS_FLEX_PLAN_CANNOT_BE_UPDATED_TO_NON_REDIS_FLEX:
    "A Redis Flex plan cannot be changed to one that is not.",
  UPDATING_A_FIXED_SUBSCRIPTION_PLAN_IS_NOT_ALLOWED_WHILE_THE_SUBSCRIPTION_OR_BDB_IS_PENDING:
    "The plan cannot be changed while the subscription or a database in it is pending.",
} as const;
