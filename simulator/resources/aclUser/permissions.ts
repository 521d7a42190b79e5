import type { Account } from "../../account";
import type { Permission } from "../../redis/server";
import { ACL_ROLE } from "../aclRole/state";
import { wordsOf } from "../aclRule/pattern";
import { ACL_RULE } from "../aclRule/state";
import { ACL_USER } from "./state";

/** The users that can log in to a database, with what their roles allow there. */
export function permissionsIn(account: Account, databaseId: number): Permission[] {
  return [...account.collection(ACL_USER).values()]
    .filter(({ isProvisioned, status }) => isProvisioned && status !== "deleting")
    .flatMap(({ name, passwordHash, roleId }) => {
      const rules = account.collection(ACL_ROLE).get(roleId)?.rules ?? [];
      const applying = rules.find(({ databases }) => databases.some((one) => one.databaseId === databaseId));
      const pattern = applying && account.collection(ACL_RULE).get(applying.ruleId)?.pattern;
      return pattern === undefined ? [] : [{ name, passwordHash, words: wordsOf(pattern) }];
    });
}
