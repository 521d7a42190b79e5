import type { Account } from "../../account";
import { ACL_USER, type AclUser } from "../aclUser/state";
import { ACL_ROLE, type AclRole } from "./state";

/** The roles that use a rule. */
export function rolesWithRule(account: Account, ruleId: number): AclRole[] {
  return [...account.collection(ACL_ROLE).values()].filter(({ rules }) =>
    rules.some((rule) => rule.ruleId === ruleId),
  );
}

/** The users that have a role, those included that are being deleted. */
export function usersWithRole(account: Account, roleId: number): AclUser[] {
  return [...account.collection(ACL_USER).values()].filter((user) => user.roleId === roleId);
}
