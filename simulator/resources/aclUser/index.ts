import type { ResourceKind } from "../../kind";
import { aclUserCommands } from "./commands";
import { aclUserCopy } from "./copy";
import { aclUserDurations } from "./durations";
import { aclUserRoutes } from "./routes";
import { ACL_USER, type AclUser } from "./state";
import { reachAclUserState } from "./states";

export const aclUser: ResourceKind<AclUser> = {
  name: ACL_USER,
  // Recorded: tasks link to a path that cannot be read.
  path: "/acl/:aclUserId/acl/users",
  routes: aclUserRoutes,
  commands: aclUserCommands,
  durations: aclUserDurations,
  copy: aclUserCopy,
  intermediateStates: ["pending"],
  reach: reachAclUserState,
};
