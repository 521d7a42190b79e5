/** The same for access control. Three of the descriptions are recorded: those without a full stop, and the password's. */
export const ACL_DESCRIPTIONS = {
  ACL_REDIS_RULE_ALLCHANNELS_BEFORE_SPECIFIC_CHANNEL:
    "A pattern for all channels cannot stand before one for specific channels.",
  ACL_REDIS_RULE_ALLKEYS_BEFORE_SPECIFIC_KEY:
    "A pattern for all keys cannot stand before one for specific keys.",
  ACL_REDIS_RULE_CANNOT_DELETE_DEFAULT: "A default Redis ACL rule cannot be deleted.",
  ACL_REDIS_RULE_CANNOT_DELETE_WHEN_ASSOCIATED_WITH_ROLES:
    "The Redis ACL rule is used by a role and cannot be deleted.",
  ACL_REDIS_RULE_CANNOT_UPDATE_DEFAULT: "A default Redis ACL rule cannot be changed.",
  ACL_REDIS_RULE_DOES_NOT_EXISTS: "The role refers to a Redis ACL rule that does not exist.",
  ACL_REDIS_RULE_INVALID_CATEGORY_RULE_PATTERN: "The Redis ACL rule contains an unknown command category.",
  ACL_REDIS_RULE_INVALID_KEY_PERMISSION_PATTERN: "A key permission starts with '%R~', '%W~' or '%RW~'.",
  ACL_REDIS_RULE_INVALID_SELECTORS_PATTERN: "A selector is a list of rules in parentheses.",
  ACL_REDIS_RULE_NAME_ALREADY_EXISTS: "A Redis ACL rule with this name already exists.",
  ACL_REDIS_RULE_NAME_NOT_VALID: "The name of the Redis ACL rule is not valid.",
  ACL_REDIS_RULE_NOT_ACTIVE: "The Redis ACL rule is not active.",
  ACL_REDIS_RULE_NOT_FOUND: "ACL redis rule not found",
  ACL_REDIS_RULE_PATTERN_IS_MISSING: "The Redis ACL rule is empty.",
  ACL_REDIS_RULE_PATTERN_NOT_VALID:
    "Invalid ACL redis rule: commands must start with a + or - sign, categories must start with +@ or -@ characters and keys must start with the ~ symbol",
  ACL_ROLE_DOES_NOT_EXISTS: "ACL role associated with a user has to exist.",
  ACL_ROLE_HAS_ACTIVE_USERS_AND_CANNOT_BE_DELETED: "The role has users and cannot be deleted.",
  ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_DELETED: "The role is pending and cannot be deleted.",
  ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_UPDATED: "The role is pending and cannot be changed.",
  ACL_ROLE_NAME_ALREADY_EXISTS: "A role with this name already exists.",
  ACL_ROLE_NAME_NOT_VALID: "The name of the role is not valid.",
  ACL_ROLE_NOT_FOUND: "ACL role not found",
  ACL_ROLE_REDIS_RULES_DATABASES_REGION_IS_NOT_BELONGS_TO_DATABASE:
    "The database is not deployed in a region that the rule names.",
  ACL_ROLE_REDIS_RULES_DATABASES_REGION_NOT_UNIQUE: "The rule names the same region of a database twice.",
  ACL_ROLE_REDIS_RULES_DATABASES_REGION_MUST_BE_CRDB:
    "'regions' can be set only for an Active-Active database.",
  ACL_ROLE_REDIS_RULES_DATABASES_SPEC_IS_MISSING: "A Redis ACL rule of the role has no database.",
  ACL_ROLE_REDIS_RULES_IS_MISSING: "The role has no Redis ACL rule.",
  ACL_ROLE_REDIS_RULE_MUST_BE_DEFINED_ONLY_ONCE_PER_DATABASE:
    "The role has more than one Redis ACL rule for a database.",
  ACL_USER_NAME_ALREADY_EXISTS: "A user with this name already exists.",
  ACL_USER_NAME_NOT_VALID: "The name of the user is not valid.",
  ACL_USER_NOT_FOUND: "ACL user not found",
  ACL_USER_PASSWORD_NOT_VALID: "ACL user password is not valid.",
} as const;

/** `response.additionalInfo` of refusals, as recorded. */
export const ACL_ADDITIONAL_INFO: Readonly<Partial<Record<string, string>>> = {
  ACL_REDIS_RULE_PATTERN_NOT_VALID: "redis-acl-wrong-acl-rule-pattern",
  ACL_USER_PASSWORD_NOT_VALID: "cluster-user-password-wrong-pattern",
};
