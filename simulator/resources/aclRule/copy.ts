import { z } from "zod";
import { itemsOf } from "../../copy/answers";
import { withDefault } from "../../copy/fields";
import type { KindCopy } from "../../copy/kindCopy";
import type { AclRule } from "./state";

const PATH = "/acl/redisRules";

const shape = z.object({
  id: z.int(),
  name: z.string(),
  acl: z.string(),
  isDefault: withDefault(z.boolean(), false),
  status: z.string(),
});

export const aclRuleCopy: KindCopy<AclRule> = {
  reads: () => [{ path: PATH }],
  resources: (answers, context) =>
    context
      .parseAll(shape, itemsOf(answers[PATH], "redisRules"), ({ id }) => `Redis ACL rule ${id}`)
      .map(({ acl, ...rule }) => ({ kind: "aclRule", ...rule, pattern: acl })),
  states: {
    pending: { to: "active", duration: "aclRuleUpdate" },
    active: "rests",
    deleting: { to: "gone", duration: "aclRuleDelete" },
    error: "rests",
  },
};
