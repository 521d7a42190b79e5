import type { Account } from "../../account";
import type { ResourceKind } from "../../kind";
import { aclRuleCommands } from "./commands";
import { aclRuleCopy } from "./copy";
import { aclRuleDurations } from "./durations";
import { initialAclRules } from "./initial";
import { aclRuleRoutes } from "./routes";
import { ACL_RULE, type AclRule } from "./state";

export const aclRule: ResourceKind<AclRule> = {
  name: ACL_RULE,
  // Recorded: tasks link to a path that cannot be read.
  path: "/acl/:aclRedisRuleId/acl/redisRules",
  routes: aclRuleRoutes,
  commands: aclRuleCommands,
  durations: aclRuleDurations,
  copy: aclRuleCopy,
  initial: initialAclRules,
  describe: (_, { pattern }) => ({ facts: [pattern] }),
  reach: reachAclRuleState,
};

/** Called when a rule reaches the state it was scheduled for. */
function reachAclRuleState(account: Account, rule: AclRule, state: string): void {
  if (state === "gone") account.remove(rule);
  else account.transition(rule, state === "error" ? "error" : "active");
}
