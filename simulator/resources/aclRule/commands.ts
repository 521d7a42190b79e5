import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import { requireFreeName, requireName, unsettle } from "../accessControl";
import { rolesWithRule, usersWithRole } from "../aclRole/find";
import { normalizedPattern, requirePattern } from "./pattern";
import type { AclRuleRequest } from "./requests";
import { ACL_RULE, type AclRule } from "./state";

/** The effects of tasks of Redis ACL rules, when they are processed. */
export const aclRuleCommands = {
  aclRedisRuleCreateRequest: createAclRule,
  aclRedisRuleUpdateRequest: updateAclRule,
  aclRedisRuleDeleteRequest: deleteAclRule,
} satisfies CommandHandlers;

/** The rule in the path of a request. */
interface InPath {
  aclRedisRuleId: number;
}

/** Creates a rule: `pending`, `active`. */
function createAclRule(account: Account, { body }: { body: AclRuleRequest }, taskId: string): TaskResponse {
  requireRequest(account, body);
  const rule: AclRule = {
    kind: "aclRule",
    id: account.newId(),
    name: body.name,
    pattern: normalizedPattern(body.redisRule),
    isDefault: false,
    status: "pending",
    visibleAt: account.now + account.duration("visibility"),
    change: 0,
  };
  account.add(rule, taskId);
  account.schedule(rule, "active", account.duration("aclRuleCreate"));
  return { resourceId: rule.id };
}

/** Changes a rule: `pending`, `active`. Roles that use it, and their users, become `pending` for a while. */
function updateAclRule(
  account: Account,
  { aclRedisRuleId, body }: InPath & { body: AclRuleRequest },
  taskId: string,
): TaskResponse {
  const rule = existingRule(account, aclRedisRuleId);
  requireThat(!rule.isDefault, "ACL_REDIS_RULE_CANNOT_UPDATE_DEFAULT");
  requireActive(rule);
  requireRequest(account, body, rule);
  rule.name = body.name;
  rule.pattern = normalizedPattern(body.redisRule);
  account.transition(rule, "pending", taskId);
  account.schedule(rule, "active", account.duration("aclRuleUpdate"));
  for (const role of rolesWithRule(account, rule.id)) {
    unsettle(account, role);
    for (const user of usersWithRole(account, role.id)) unsettle(account, user);
  }
  return { resourceId: rule.id };
}

/** Deletes a rule that no role uses: `deleting`, gone. */
function deleteAclRule(account: Account, { aclRedisRuleId }: InPath, taskId: string): TaskResponse {
  const rule = existingRule(account, aclRedisRuleId);
  requireThat(!rule.isDefault, "ACL_REDIS_RULE_CANNOT_DELETE_DEFAULT");
  requireActive(rule);
  requireThat(
    rolesWithRule(account, rule.id).length === 0,
    "ACL_REDIS_RULE_CANNOT_DELETE_WHEN_ASSOCIATED_WITH_ROLES",
  );
  account.transition(rule, "deleting", taskId);
  account.schedule(rule, "gone", account.duration("aclRuleDelete"));
  return { resourceId: rule.id };
}

function requireRequest(account: Account, { name, redisRule }: AclRuleRequest, itself?: AclRule): void {
  requireName(name, "ACL_REDIS_RULE_NAME_NOT_VALID");
  requireFreeName(account, ACL_RULE, name, "ACL_REDIS_RULE_NAME_ALREADY_EXISTS", itself);
  requirePattern(redisRule);
}

/** Recorded: the request is accepted whatever the ID; its task fails. */
function existingRule(account: Account, id: number): AclRule {
  const rule = account.collection(ACL_RULE).get(id);
  requireThat(rule, "ACL_REDIS_RULE_NOT_FOUND");
  return rule;
}

/** One in `error` is accepted, since it could not be repaired otherwise. */
function requireActive({ status }: AclRule): void {
  requireThat(status === "active" || status === "error", "ACL_REDIS_RULE_NOT_ACTIVE");
}
