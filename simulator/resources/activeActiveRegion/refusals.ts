/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const ACTIVE_ACTIVE_REGION_REFUSALS = {
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
  ACTIVE_ACTIVE_DELETE_REGIONS_MUST_BE_DEFINED_ONCE: "The request names the same region twice.",
  ACTIVE_ACTIVE_DELETE_SUBSCRIPTION_MUST_BE_DEPLOYED_IN_AT_LEAST_ONE_REGION:
    "A subscription must be deployed in at least one region.",
  ACTIVE_ACTIVE_INVALID_CREATE_REGION_NAME: "The cloud provider has no region with this name.",
  ACTIVE_ACTIVE_INVALID_DELETE_REGION_NAME: "The subscription is not deployed in this region.",
  ACTIVE_ACTIVE_REGION_LIMIT_REACHED: "The subscription cannot have more regions.",
  ADDING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "Regions can be added to Active-Active subscriptions only.",
  DELETING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "Regions can be removed from Active-Active subscriptions only.",
} as const;
