/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const SUBSCRIPTION_PEERING_REFUSALS = {
  ACTIVE_ACTIVE_VPC_PEERING_INVALID_AWS_ACCOUNT: "The AWS account ID must have 12 digits.",
  ACTIVE_ACTIVE_VPC_PEERING_INVALID_SOURCE_REGION_NAME:
    "The subscription is not deployed in the source region.",
  ACTIVE_ACTIVE_VPC_PEERING_NOT_FOUND: "The VPC peering was not found.",
  CREATING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "The subscription is in a single region.",
  CREATING_A_SINGLE_REGION_VPC_PEERING_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION:
    "The subscription is an Active-Active subscription.",
  DELETING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "The subscription is in a single region.",
  DELETING_SINGLE_REGION_VPC_PEERING_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION:
    "The subscription is an Active-Active subscription.",
  GETTING_ACTIVE_ACTIVE_SUBSCRIPTION_VPC_PEERINGS_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "The subscription is in a single region.",
  GETTING_SINGLE_REGION_VPC_PEERINGS_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION:
    "The subscription is an Active-Active subscription.",
  UPDATING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "The subscription is in a single region.",
  UPDATING_A_SINGLE_REGION_VPC_PEERING_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION:
    "The subscription is an Active-Active subscription.",
  VPC_PEERING_ALREADY_EXIST: "The subscription has a peering with this network.",
  VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER: "The subscription is at another cloud provider.",
  VPC_PEERING_CIDR_IS_MISSING: "A peering needs at least one CIDR of the VPC.",
  VPC_PEERING_CIDR_OVERLAP: "A CIDR overlaps another one of the peering, or the subscription's network.",
  VPC_PEERING_INVALID_ACCOUNT: "The AWS account ID must have 12 digits.",
  VPC_PEERING_INVALID_CIDR: "A CIDR of the VPC is invalid.",
  VPC_PEERING_INVALID_PROJECT: "The Google Cloud project ID is invalid.",
  VPC_PEERING_INVALID_REGION: "AWS has no region with this name.",
  VPC_PEERING_INVALID_VPC: "The VPC is invalid.",
  VPC_PEERING_NOT_ACTIVE: "The peering is not active.",
  VPC_PEERING_NOT_FOUND: "The VPC peering was not found.",
  VPC_PEERING_TOO_MANY_CIDR_SPECIFICATIONS: "Give either 'vpcCidr' or 'vpcCidrs'.",
} as const;
