/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const PRIVATE_SERVICE_CONNECT_ENDPOINT_REFUSALS = {
  PSC_CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    "An endpoint of a region cannot be created in a single-region subscription.",
  PSC_CREATING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "An endpoint of an Active-Active subscription is created by region.",
  PSC_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    "An endpoint of a region cannot be deleted in a single-region subscription.",
  PSC_DELETING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "An endpoint of an Active-Active subscription is deleted by region.",
  PSC_ENDPOINT_ALREADY_EXISTS: "An endpoint with this connection name already exists in the project.",
  PSC_ENDPOINT_CANNOT_BE_DELETED_WITHOUT_DELETION_SCRIPT:
    "The endpoint has resources in Google Cloud: run its deletion script there.",
  PSC_ENDPOINT_INVALID_CONNECTION_NAME: "The endpoint connection name is invalid.",
  PSC_ENDPOINT_INVALID_GCP_PROJECT_ID: "The Google Cloud project ID is invalid.",
  PSC_ENDPOINT_INVALID_VPC_NAME: "The name of the VPC is invalid.",
  PSC_ENDPOINT_INVALID_VPC_SUBNET_NAME: "The name of the VPC's subnet is invalid.",
  PSC_ENDPOINT_NOT_ACTIVE: "The endpoint is changing.",
  PSC_ENDPOINT_NOT_CREATED_OR_DELETED: "The endpoint is not created yet, or is deleted.",
  PSC_ENDPOINT_NOT_FOUND: "Private Service Connect endpoint not found",
  PSC_UPDATE_ENDPOINT_REQUEST_ACTION_INVALID_VALUE: "The action must be 'accept' or 'reject'.",
  PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_HAVE_BOTH_ACTION_AND_OTHER_FIELDS:
    "A request with an action cannot have other fields.",
  PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_UPDATE_INITIALIZED_ENDPOINT:
    "An endpoint in state 'initialized' cannot be updated.",
  PSC_UPDATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    "An endpoint of a region cannot be updated in a single-region subscription.",
  PSC_UPDATING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "An endpoint of an Active-Active subscription is updated by region.",
} as const;
