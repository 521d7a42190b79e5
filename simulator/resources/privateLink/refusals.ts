/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const PRIVATE_LINK_REFUSALS = {
  CONNECTIVITY_REQUESTS_ON_CUSTOMER_MANAGED_VPC_SUBSCRIPTION:
    "Connectivity of a subscription in a VPC of the customer is managed by the customer.",
  PRIVATE_LINK_ALREADY_EXISTS: "Private link already exists.",
  PRIVATE_LINK_CLOUD_PROVIDER_NOT_SUPPORTED: "Private link is supported on AWS only.",
  PRIVATE_LINK_CREATE_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION:
    "Private link of a region cannot be created in a single-region subscription.",
  PRIVATE_LINK_CREATE_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "Private link of an Active-Active subscription is created by region.",
  PRIVATE_LINK_CREATING_PRINCIPLES_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "Principals of an Active-Active subscription are added by region.",
  PRIVATE_LINK_CREATING_PRINCIPLES_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION:
    "Principals of a region cannot be added in a single-region subscription.",
  PRIVATE_LINK_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRINCIPALS_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION:
    "Principals of a region cannot be removed in a single-region subscription.",
  PRIVATE_LINK_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION:
    "Private link of a region cannot be deleted in a single-region subscription.",
  PRIVATE_LINK_DELETING_A_FLEXIBLE_SUBSCRIPTION_PRINCIPALS_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "Principals of an Active-Active subscription are removed by region.",
  PRIVATE_LINK_DELETING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "Private link of an Active-Active subscription is deleted by region.",
  PRIVATE_LINK_DISASSOCIATE_CONNECTIONS_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION:
    "Connections of a region cannot be disassociated in a single-region subscription.",
  PRIVATE_LINK_DISASSOCIATE_CONNECTIONS_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "Connections of an Active-Active subscription are disassociated by region.",
  PRIVATE_LINK_GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION:
    "Private link of a region cannot be read in a single-region subscription.",
  PRIVATE_LINK_GET_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "Private link of an Active-Active subscription is read by region.",
  PRIVATE_LINK_IS_NOT_SUPPORTED: "Private link is not supported in this subscription.",
  PRIVATE_LINK_NOT_FOUND: "Private link was not found.",
  PRIVATE_LINK_PRINCIPAL_ALREADY_EXISTS: "The principal already exists.",
  PRIVATE_LINK_PRINCIPAL_CANNOT_BE_OWNER_ACCOUNT:
    "The principal cannot be the account that owns the private link.",
  PRIVATE_LINK_PRINCIPAL_INVALID_PRINCIPLE: "The principal is invalid for its type.",
  PRIVATE_LINK_PRINCIPAL_NOT_FOUND: "The principal was not found.",
  PRIVATE_LINK_SERVICE_ERROR: "Private link failed.",
  PRIVATE_LINK_SUBSCRIPTION_REACHED_MAX_DATABASES_COUNT:
    "The subscription has more databases than a private link supports.",
} as const;
