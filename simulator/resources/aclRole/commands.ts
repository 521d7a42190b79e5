import type { Account } from "../../account";
import { type ErrorCode, requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import { requireFreeName, requireName, unsettle } from "../accessControl";
import { usersWithRole } from "./find";
import type { AclRoleCreateRequest, AclRoleUpdateRequest } from "./requests";
import { roleRulesFrom } from "./rules";
import { ACL_ROLE, type AclRole } from "./state";

/** The effects of tasks of database access roles, when they are processed. */
export const aclRoleCommands = {
  aclRoleCreateRequest: createAclRole,
  aclRoleUpdateRequest: updateAclRole,
  aclRoleDeleteRequest: deleteAclRole,
} satisfies CommandHandlers;

/** The role in the path of a request. */
interface InPath {
  aclRoleId: number;
}

/** Creates a role: `pending`, `active`, and once more. */
function createAclRole(
  account: Account,
  { body }: { body: AclRoleCreateRequest },
  taskId: string,
): TaskResponse {
  requireRoleName(account, body.name);
  const role: AclRole = {
    kind: "aclRole",
    id: 0,
    name: body.name,
    rules: roleRulesFrom(account, body.redisRules),
    isSettling: true,
    status: "pending",
    visibleAt: account.now + account.duration("visibility"),
    change: 0,
  };
  role.id = account.newId();
  account.add(role, taskId);
  account.schedule(role, "active", account.duration("aclRoleCreate"));
  return { resourceId: role.id };
}

/** Changes a role: `pending`, `active`, and once more. Its users become `pending` for a while. */
function updateAclRole(
  account: Account,
  { aclRoleId, body }: InPath & { body: AclRoleUpdateRequest },
  taskId: string,
): TaskResponse {
  const role = activeRole(account, aclRoleId, "ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_UPDATED");
  if (body.name !== undefined) requireRoleName(account, body.name, role);
  const rules = body.redisRules && roleRulesFrom(account, body.redisRules);
  role.name = body.name ?? role.name;
  role.rules = rules ?? role.rules;
  role.isSettling = true;
  account.transition(role, "pending", taskId);
  account.schedule(role, "active", account.duration("aclRoleUpdate"));
  for (const user of usersWithRole(account, role.id)) unsettle(account, user);
  return { resourceId: role.id };
}

/** Deletes a role that no user has: `deleting`, gone. */
function deleteAclRole(account: Account, { aclRoleId }: InPath, taskId: string): TaskResponse {
  const role = activeRole(account, aclRoleId, "ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_DELETED");
  const users = usersWithRole(account, role.id);
  requireThat(users.length === 0, "ACL_ROLE_HAS_ACTIVE_USERS_AND_CANNOT_BE_DELETED");
  account.transition(role, "deleting", taskId);
  account.schedule(role, "gone", account.duration("aclRoleDelete"));
  return { resourceId: role.id };
}

function requireRoleName(account: Account, name: string, itself?: AclRole): void {
  requireName(name, "ACL_ROLE_NAME_NOT_VALID");
  requireFreeName(account, ACL_ROLE, name, "ACL_ROLE_NAME_ALREADY_EXISTS", itself);
}

/**
 * The role that a task works on. Recorded: the request is accepted whatever the ID; its task fails. One in `error` is
 * accepted, since it could not be repaired otherwise.
 */
function activeRole(account: Account, id: number, code: ErrorCode): AclRole {
  const role = account.collection(ACL_ROLE).get(id);
  requireThat(role, "ACL_ROLE_NOT_FOUND");
  requireThat(role.status === "active" || role.status === "error", code);
  return role;
}
