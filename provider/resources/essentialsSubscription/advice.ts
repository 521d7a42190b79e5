import type { Advice } from "../../api/advice";

const REPLACE =
  "Declare the plan that the subscription has, or replace the subscription with `pulumi up --replace`.";
const TOO_SMALL = "Choose a plan with room for what the subscription holds, or remove some of that first.";

export const ESSENTIALS_SUBSCRIPTION_ADVICE: Advice = {
  SUBSCRIPTION_IN_USE: "Remove its databases first, or set forceDestroy: true, which removes them with it.",
  FIXED_PAYMENT_INFO_NOT_ALLOWED_IN_FREE_FIXED_PLAN:
    "Remove paymentMethod and paymentMethodId: the plan is free.",
  FIXED_SUBSCRIPTION_ACCOUNT_ALREADY_HAS_A_FREE_PLAN:
    "An account has one free subscription at most: choose a paid plan, or delete the other subscription.",
  FIXED_SUBSCRIPTION_CREATE_PLAN_NOT_FOUND: "Choose one of getEssentialsPlans().",
  FIXED_SUBSCRIPTION_UPDATE_INVALID_PLAN: "Choose one of getEssentialsPlans() with the subscriptionId.",
  FIXED_MISMATCH_BETWEEN_REQUEST_PLAN_CLOUD_PROVIDER_AND_SUBSCRIPTION_CLOUD_PROVIDER: REPLACE,
  FIXED_MISMATCH_BETWEEN_REQUEST_PLAN_REGION_AND_SUBSCRIPTION_REGION: REPLACE,
  FIXED_SUBSCRIPTION_PLAN_MAX_DATABASES_SMALLER_THEN_CURRENT_SUBSCRIPTION_DATABASES_COUNT: TOO_SMALL,
  FIXED_SUBSCRIPTION_PLAN_MAX_SOURCE_IPS_IS_SMALLER_THEN_ONE_OF_EXISTING_DATABSE_SOURCE_IPS: TOO_SMALL,
  FIXED_SUBSCRIPTION_PLAN_SIZE_SMALLER_THEN_CURRENT_SUBSCRIPTION_USAGE: TOO_SMALL,
  FREE_PLAN_IS_ALLOWED_ONLY_FOR_ACCOUNTS_WITH_VALID_PAYMENT_INFO:
    "Add a payment method in the Redis Cloud console, or choose a paid plan.",
};
