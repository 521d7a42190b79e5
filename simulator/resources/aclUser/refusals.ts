/** Codes of refusals of this kind's tasks, with their default descriptions. Recorded descriptions have no full stop. */
export const ACL_USER_REFUSALS = {
  ACL_USER_NAME_ALREADY_EXISTS: "A user with this name already exists.",
  ACL_USER_NAME_NOT_VALID: "The name of the user is not valid.",
  ACL_USER_NOT_FOUND: "ACL user not found",
  ACL_USER_PASSWORD_NOT_VALID: "ACL user password is not valid.",
} as const;

/** `response.additionalInfo` of refusals, as recorded. */
export const ACL_USER_ADDITIONAL_INFO = {
  ACL_USER_PASSWORD_NOT_VALID: "cluster-user-password-wrong-pattern",
} as const;
