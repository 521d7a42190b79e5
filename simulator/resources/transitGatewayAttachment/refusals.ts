/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const TRANSIT_GATEWAY_ATTACHMENT_REFUSALS = {
  TGW_ATTACHMENT_CIDRS_ARE_THE_SAME_AS_EXISTING_ONES: "The attachment has these CIDRs already.",
  TGW_ATTACHMENT_CIDRS_INVALID_LENGTH: "A CIDR of the attachment is invalid.",
  TGW_ATTACHMENT_CIDRS_REQUEST_CONTAINS_DUPLICATES: "The request has a CIDR twice.",
  TGW_ATTACHMENT_DOES_NOT_EXIST: "The transit gateway attachment was not found.",
  TGW_ATTACHMENT_IS_NOT_ACTIVE: "The transit gateway attachment is not active.",
  TGW_CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    "The subscription is in a single region.",
  TGW_CREATING_A_FLEXIBLE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "The subscription is an Active-Active subscription.",
  TGW_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    "The subscription is in a single region.",
  TGW_DELETING_A_FLEXIBLE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "The subscription is an Active-Active subscription.",
  TGW_UPDATING_AN_ACTIVE_ACTIVE_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    "The subscription is in a single region.",
  TGW_UPDATING_A_FLEXIBLE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    "The subscription is an Active-Active subscription.",
} as const;
