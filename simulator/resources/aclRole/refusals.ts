/** Codes of refusals of this kind's tasks, with their default descriptions. Recorded descriptions have no full stop. */
export const ACL_ROLE_REFUSALS = {
  ACL_ROLE_DOES_NOT_EXISTS: "ACL role associated with a user has to exist.",
  ACL_ROLE_HAS_ACTIVE_USERS_AND_CANNOT_BE_DELETED: "The role has users and cannot be deleted.",
  ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_DELETED: "The role is pending and cannot be deleted.",
  ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_UPDATED: "The role is pending and cannot be changed.",
  ACL_ROLE_NAME_ALREADY_EXISTS: "A role with this name already exists.",
  ACL_ROLE_NAME_NOT_VALID: "The name of the role is not valid.",
  ACL_ROLE_NOT_FOUND: "ACL role not found",
  ACL_ROLE_REDIS_RULES_DATABASES_REGION_IS_NOT_BELONGS_TO_DATABASE:
    "The database is not deployed in a region that the rule names.",
  ACL_ROLE_REDIS_RULES_DATABASES_REGION_MUST_BE_CRDB:
    "'regions' can be set only for an Active-Active database.",
  ACL_ROLE_REDIS_RULES_DATABASES_REGION_NOT_UNIQUE: "The rule names the same region of a database twice.",
  ACL_ROLE_REDIS_RULES_DATABASES_SPEC_IS_MISSING: "A Redis ACL rule of the role has no database.",
  ACL_ROLE_REDIS_RULES_IS_MISSING: "The role has no Redis ACL rule.",
  ACL_ROLE_REDIS_RULE_MUST_BE_DEFINED_ONLY_ONCE_PER_DATABASE:
    "The role has more than one Redis ACL rule for a database.",
} as const;
