import type { Account } from "../../account";
import type { Permission } from "../../redis/server";
import { ACL_ROLE, type RoleRule } from "../aclRole/state";
import { wordsOf } from "../aclRule/pattern";
import { ACL_RULE } from "../aclRule/state";
import { ACL_USER } from "./state";

/**
 * The users that can log in to a database, with what their roles allow there.
 *
 * @param region of an Active-Active database, the region in which they log in
 */
export function permissionsIn(account: Account, databaseId: number, region?: string): Permission[] {
  const isThere = (one: RoleRule["databases"][number]) =>
    one.databaseId === databaseId &&
    (region === undefined || one.regions === undefined || one.regions.includes(region));
  return [...account.collection(ACL_USER).values()]
    .filter(({ isProvisioned, status }) => isProvisioned && status !== "deleting")
    .flatMap(({ name, passwordHash, roleId }) => {
      const rules = account.collection(ACL_ROLE).get(roleId)?.rules ?? [];
      const applying = rules.find(({ databases }) => databases.some(isThere));
      const pattern = applying && account.collection(ACL_RULE).get(applying.ruleId)?.pattern;
      return pattern === undefined ? [] : [{ name, passwordHash, words: wordsOf(pattern) }];
    });
}
