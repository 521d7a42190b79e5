import { z } from "zod";
import { maybe, resourceId } from "../../api/answers";
import { plainList } from "../../api/lists";
import { type Kind, NO_SUBSCRIPTION } from "../../lifecycle/kind";

export const listedAclUser = z.object({
  id: resourceId,
  name: maybe(z.string()),
  role: maybe(z.string()),
  status: z.string(),
});
export type ListedAclUser = z.infer<typeof listedAclUser>;

/** Database users. API: `/acl/users`. */
export const aclUserKind: Kind<ListedAclUser> = {
  name: "aclUser",
  noun: "ACL user",
  parents: [],
  idType: "number",
  isNameUnique: true,
  openList: plainList({
    path: () => "/acl/users",
    item: listedAclUser,
    id: "id",
    answer: (list) => z.object({ users: list }).transform(({ users }) => users),
  }),
  states: {
    pending: new Set(["pending"]),
    ready: new Set(["active"]),
    resting: new Set(),
    deleting: new Set(["deleting"]),
    failed: new Set(["error"]),
  },
  // A user becomes pending again while its role changes.
  settlingMs: 5_000,
  commands: {
    create: "aclUserCreateRequest",
    update: new Set(["aclUserUpdateRequest"]),
    delete: "aclUserDeleteRequest",
  },
  passingRefusals: ["ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_UPDATED"],
  limits: NO_SUBSCRIPTION,
};
