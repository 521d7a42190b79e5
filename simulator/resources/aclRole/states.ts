import type { Account } from "../../account";
import { isTask, type Stateful } from "../../resource";
import { unsettle } from "../accessControl";
import { isDatabase } from "../databases";
import { ACL_ROLE, type AclRole } from "./state";

/**
 * Called when a role reaches the state it was scheduled for. After its own change it turns `pending` once more: real
 * roles and users flip between the two states a few times, for which the vendor's Terraform provider waits 15 seconds.
 */
export function reachAclRoleState(account: Account, role: AclRole, state: string): void {
  if (state === "gone") {
    account.remove(role);
    return;
  }
  if (state === "pending") {
    role.isSettling = false;
    unsettle(account, role);
    return;
  }
  account.transition(role, state === "error" ? "error" : "active");
  if (state === "active" && role.isSettling) account.schedule(role, "pending", account.duration("aclFlip"));
}

/** Removes a database from the roles that name it, when it is gone; they turn `pending` for a while. */
export function forgetDatabase(account: Account, item: Stateful, state: string): void {
  if (state !== "gone" || isTask(item) || !isDatabase(item)) return;
  for (const role of account.collection(ACL_ROLE).values()) {
    const isNamed = role.rules.some(({ databases }) =>
      databases.some(({ databaseId }) => databaseId === item.id),
    );
    if (!isNamed) continue;
    const rules = role.rules.map((rule) => ({
      ...rule,
      databases: rule.databases.filter(({ databaseId }) => databaseId !== item.id),
    }));
    role.rules = rules.filter(({ databases }) => databases.length > 0);
    unsettle(account, role);
  }
}
