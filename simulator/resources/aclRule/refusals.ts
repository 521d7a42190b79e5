/** Codes of refusals of this kind's tasks, with their default descriptions. Recorded descriptions have no full stop. */
export const ACL_RULE_REFUSALS = {
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
} as const;

/** `response.additionalInfo` of refusals, as recorded. */
export const ACL_RULE_ADDITIONAL_INFO = {
  ACL_REDIS_RULE_PATTERN_NOT_VALID: "redis-acl-wrong-acl-rule-pattern",
} as const;
