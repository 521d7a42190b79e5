import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import { findByName } from "../accessControl";
import { requireCategories } from "../aclRule/pattern";
import { ACL_RULE } from "../aclRule/state";
import { findDatabase, findSubscription } from "../databases";
import type { RoleRulesRequest } from "./requests";
import type { RoleRule } from "./state";

/**
 * The rules of a role, as a request names them. A rule is fully checked only here.
 *
 * @throws Refusal when one of them, or a database, does not exist or does not fit
 */
export function roleRulesFrom(account: Account, request: RoleRulesRequest): RoleRule[] {
  requireThat(request.length > 0, "ACL_ROLE_REDIS_RULES_IS_MISSING");
  const rules = request.map(({ ruleName, databases }) => ({
    ruleId: ruleIdOf(account, ruleName),
    databases: databases.map((database) => databaseOf(account, database)),
  }));
  requireThat(
    rules.every(({ databases }) => databases.length > 0),
    "ACL_ROLE_REDIS_RULES_DATABASES_SPEC_IS_MISSING",
  );
  const databaseIds = rules.flatMap(({ databases }) => databases.map(({ databaseId }) => databaseId));
  requireThat(
    new Set(databaseIds).size === databaseIds.length,
    "ACL_ROLE_REDIS_RULE_MUST_BE_DEFINED_ONLY_ONCE_PER_DATABASE",
  );
  return rules;
}

function ruleIdOf(account: Account, name: string): number {
  const rule = findByName(account, ACL_RULE, name);
  requireThat(rule, "ACL_REDIS_RULE_DOES_NOT_EXISTS");
  requireThat(rule.status === "active", "ACL_REDIS_RULE_NOT_ACTIVE");
  requireCategories(rule.pattern);
  return rule.id;
}

function databaseOf(
  account: Account,
  { subscriptionId, databaseId, regions = [] }: RoleRulesRequest[number]["databases"][number],
): RoleRule["databases"][number] {
  requireThat(findSubscription(account, subscriptionId), "SUBSCRIPTION_NOT_FOUND");
  const database = findDatabase(account, databaseId);
  requireThat(database?.subscriptionId === subscriptionId, "DATABASE_NOT_FOUND");
  const locals = "locals" in database ? database.locals : undefined;
  requireThat(regions.length === 0 || locals, "ACL_ROLE_REDIS_RULES_DATABASES_REGION_MUST_BE_CRDB");
  requireThat(new Set(regions).size === regions.length, "ACL_ROLE_REDIS_RULES_DATABASES_REGION_NOT_UNIQUE");
  requireThat(
    regions.every((region) => locals?.[region]),
    "ACL_ROLE_REDIS_RULES_DATABASES_REGION_IS_NOT_BELONGS_TO_DATABASE",
  );
  return { subscriptionId, databaseId, ...(regions.length > 0 && { regions }) };
}
