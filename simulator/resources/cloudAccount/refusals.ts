/** Codes of refusals of this kind's tasks, with their default descriptions. */
export const CLOUD_ACCOUNT_REFUSALS = {
  CLOUD_ACCOUNT_NAME_EXISTS: "A cloud account with this name already exists.",
  CLOUD_ACCOUNT_NOT_ACTIVE: "The cloud account is not active.",
  CLOUD_ACCOUNT_NOT_FOUND: "The cloud account was not found.",
  CLOUD_ACCOUNT_USED: "The cloud account is used by a subscription and cannot be deleted.",
} as const;
