import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import { findByName, requireFreeName, requireUserName, unsettle } from "../accessControl";
import { ACL_ROLE, type AclRole } from "../aclRole/state";
import type { AclUserCreateRequest, AclUserUpdateRequest } from "./requests";
import { ACL_USER, type AclUser } from "./state";

/** The effects of tasks of users, when they are processed. */
export const aclUserCommands = {
  aclUserCreateRequest: createAclUser,
  aclUserUpdateRequest: updateAclUser,
  aclUserDeleteRequest: deleteAclUser,
} satisfies CommandHandlers;

/** The user in the path of a request. */
interface InPath {
  aclUserId: number;
}

/** Creates a user: `pending`, `active`, and once more. Its role becomes `pending` for a while. */
function createAclUser(
  account: Account,
  { body }: { body: AclUserCreateRequest },
  taskId: string,
): TaskResponse {
  requireUserName(body.name);
  requireFreeName(account, ACL_USER, body.name, "ACL_USER_NAME_ALREADY_EXISTS");
  requireThat(body.password.isValid, "ACL_USER_PASSWORD_NOT_VALID");
  const role = roleOf(account, body.role);
  const user: AclUser = {
    kind: "aclUser",
    id: account.newId(),
    name: body.name,
    roleId: role.id,
    passwordHash: body.password.hash,
    isProvisioned: false,
    isSettling: true,
    status: "pending",
    visibleAt: account.now + account.duration("visibility"),
    change: 0,
  };
  account.add(user, taskId);
  account.schedule(user, "active", account.duration("aclUserCreate"));
  unsettle(account, role);
  return { resourceId: user.id };
}

/** Changes a user: `pending`, `active`, and once more. With another role, both roles become `pending` for a while. */
function updateAclUser(
  account: Account,
  { aclUserId, body }: InPath & { body: AclUserUpdateRequest },
  taskId: string,
): TaskResponse {
  const user = existingUser(account, aclUserId);
  requireThat(body.password?.isValid ?? true, "ACL_USER_PASSWORD_NOT_VALID");
  const before = account.collection(ACL_ROLE).get(user.roleId);
  const role = body.role === undefined ? before : roleOf(account, body.role);
  user.passwordHash = body.password?.hash ?? user.passwordHash;
  user.isSettling = true;
  account.transition(user, "pending", taskId);
  account.schedule(user, "active", account.duration("aclUserUpdate"));
  if (role && role !== before) {
    user.roleId = role.id;
    unsettle(account, role);
    if (before) unsettle(account, before);
  }
  return { resourceId: user.id };
}

/** Deletes a user: `deleting`, gone. */
function deleteAclUser(account: Account, { aclUserId }: InPath, taskId: string): TaskResponse {
  const user = existingUser(account, aclUserId);
  account.transition(user, "deleting", taskId);
  account.schedule(user, "gone", account.duration("aclUserDelete"));
  return { resourceId: user.id };
}

function roleOf(account: Account, name: string): AclRole {
  const role = findByName(account, ACL_ROLE, name);
  requireThat(role, "ACL_ROLE_DOES_NOT_EXISTS");
  return role;
}

/** Recorded: the request is accepted whatever the ID; its task fails. */
function existingUser(account: Account, id: number): AclUser {
  const user = account.collection(ACL_USER).get(id);
  requireThat(user && user.status !== "deleting", "ACL_USER_NOT_FOUND");
  return user;
}
