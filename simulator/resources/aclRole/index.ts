import type { ResourceKind } from "../../kind";
import { aclRoleCommands } from "./commands";
import { aclRoleCopy } from "./copy";
import { aclRoleDurations } from "./durations";
import { aclRoleRoutes } from "./routes";
import { ACL_ROLE, type AclRole } from "./state";
import { forgetDatabase, reachAclRoleState } from "./states";

export const aclRole: ResourceKind<AclRole> = {
  name: ACL_ROLE,
  // Recorded: tasks link to a path that cannot be read.
  path: "/acl/:aclRoleId/acl/roles",
  routes: aclRoleRoutes,
  commands: aclRoleCommands,
  durations: aclRoleDurations,
  copy: aclRoleCopy,
  intermediateStates: ["pending"],
  reach: reachAclRoleState,
  observe: forgetDatabase,
};
