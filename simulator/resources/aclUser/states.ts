import type { Account } from "../../account";
import { unsettle } from "../accessControl";
import { ACL_ROLE } from "../aclRole/state";
import type { AclUser } from "./state";

/** Called when a user reaches the state it was scheduled for. It flips between states as roles do. */
export function reachAclUserState(account: Account, user: AclUser, state: string): void {
  if (state === "gone") {
    account.remove(user);
    const role = account.collection(ACL_ROLE).get(user.roleId);
    if (role) unsettle(account, role);
    return;
  }
  if (state === "pending") {
    user.isSettling = false;
    unsettle(account, user);
    return;
  }
  if (state === "active") user.isProvisioned = true;
  account.transition(user, state === "error" ? "error" : "active");
  if (state === "active" && user.isSettling) account.schedule(user, "pending", account.duration("aclFlip"));
}
