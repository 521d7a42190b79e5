import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import { plainList } from "../../api/lists";
import { type Kind, NO_SUBSCRIPTION } from "../../lifecycle/kind";

const listedAclRule = z.object({
  id: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  /** The text of the rule, which requests call `redisRule`. */
  acl: maybe(z.string()),
  isDefault: informative(z.boolean()),
});
export type ListedAclRule = z.infer<typeof listedAclRule>;

/** Access control rules: which commands, keys and channels may be used. API: `/acl/redisRules`. */
export const aclRuleKind: Kind<ListedAclRule> = {
  name: "aclRule",
  noun: "ACL rule",
  parents: [],
  idType: "number",
  isNameUnique: true,
  openList: plainList({
    path: () => "/acl/redisRules",
    item: listedAclRule,
    id: "id",
    answer: (list) => z.object({ redisRules: list }).transform(({ redisRules }) => redisRules),
  }),
  states: {
    pending: new Set(["pending"]),
    ready: new Set(["active"]),
    resting: new Set(),
    deleting: new Set(["deleting"]),
    failed: new Set(["error"]),
  },
  commands: {
    create: "aclRedisRuleCreateRequest",
    update: new Set(["aclRedisRuleUpdateRequest"]),
    delete: "aclRedisRuleDeleteRequest",
  },
  passingRefusals: ["ACL_REDIS_RULE_NOT_ACTIVE"],
  limits: NO_SUBSCRIPTION,
};
