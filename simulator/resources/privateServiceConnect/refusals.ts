/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const PRIVATE_SERVICE_CONNECT_REFUSALS = {
  PSC_CLOUD_PROVIDER_IS_NOT_SUPPORTED: "Private Service Connect is supported on Google Cloud only.",
  PSC_CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    "Private Service Connect of a region cannot be created in a single-region subscription.",
  PSC_CREATING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "Private Service Connect of an Active-Active subscription is created by region.",
  PSC_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    "Private Service Connect of a region cannot be deleted in a single-region subscription.",
  PSC_DELETING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "Private Service Connect of an Active-Active subscription is deleted by region.",
  PSC_GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINTS_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    "Private Service Connect of a region cannot be read in a single-region subscription.",
  PSC_GET_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "Private Service Connect of an Active-Active subscription is read by region.",
  PSC_SERVICE_ALREADY_EXISTS: "Private Service Connect service already exists.",
  PSC_SERVICE_CANNOT_DELETE_SERVICE_WITH_ACTIVE_ENDPOINTS:
    "Private Service Connect service with endpoints cannot be deleted.",
  PSC_SERVICE_NOT_ACTIVE: "Private Service Connect service is not active.",
  PSC_SERVICE_NOT_FOUND: "Private Service Connect service not found",
} as const;
