import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import { plainList } from "../../api/lists";
import { type Kind, NO_SUBSCRIPTION } from "../../lifecycle/kind";

const listedAclRole = z.object({
  id: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  redisRules: maybe(
    z.array(
      z.object({
        ruleName: z.string(),
        databases: maybe(
          z.array(
            z.object({
              subscriptionId: resourceId,
              databaseId: resourceId,
              regions: maybe(z.array(z.string())),
            }),
          ),
        ),
      }),
    ),
  ),
  users: informative(z.array(z.object({ id: resourceId, name: z.string() }))),
});
export type ListedAclRole = z.infer<typeof listedAclRole>;

/** Access control roles: which rules apply to which databases. API: `/acl/roles`. */
export const aclRoleKind: Kind<ListedAclRole> = {
  name: "aclRole",
  noun: "ACL role",
  parents: [],
  idType: "number",
  isNameUnique: true,
  openList: plainList({
    path: () => "/acl/roles",
    item: listedAclRole,
    id: "id",
    answer: (list) => z.object({ roles: list }).transform(({ roles }) => roles),
  }),
  states: {
    pending: new Set(["pending"]),
    ready: new Set(["active"]),
    resting: new Set(),
    deleting: new Set(["deleting"]),
    failed: new Set(["error"]),
  },
  // A role becomes pending again while its rules, users or databases change.
  settlingMs: 5_000,
  commands: {
    create: "aclRoleCreateRequest",
    update: new Set(["aclRoleUpdateRequest"]),
    delete: "aclRoleDeleteRequest",
  },
  passingRefusals: [
    "ACL_REDIS_RULE_NOT_ACTIVE",
    "ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_UPDATED",
    "ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_DELETED",
  ],
  limits: NO_SUBSCRIPTION,
};
