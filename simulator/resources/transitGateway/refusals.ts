/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const TRANSIT_GATEWAY_REFUSALS = {
  TGW_CLOUD_PROVIDER_IS_NOT_SUPPORTED: "Transit gateways are for subscriptions on AWS.",
  TGW_DOES_NOT_EXIST: "The transit gateway was not found.",
  TGW_REGION_DOES_NOT_EXIST: "The subscription is not deployed in this region.",
  TGW_GETTING_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION:
    "The subscription is in a single region.",
  TGW_GETTING_SINGLE_REGION_TGWS_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION:
    "The subscription is an Active-Active subscription.",
} as const;
