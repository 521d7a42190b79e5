import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { commonFields, only } from "../common";
import { aclName } from "../schemas";
import { aclRuleKind, type ListedAclRule } from "./kind";
import { normalizedRule, redisRule } from "./rule";
import type { AclRuleInputs, AclRuleOutputs } from "./types";

const fields: Declaration<AclRuleInputs, ListedAclRule>["fields"] = {
  ...commonFields,
  name: { schema: aclName.optional(), change: "update", observed: ({ name }) => name },
  redisRule: {
    schema: redisRule,
    change: "update",
    canonical: normalizedRule,
    observed: ({ acl }) => acl,
  },
};

/** Arguments of {@link AclRule}. */
export type AclRuleArgs = Args<AclRuleInputs>;

/**
 * An access control rule, which roles apply to databases.
 *
 * @example
 * ```ts
 * const readCache = new rediscloud.AclRule("read-cache", { redisRule: "+@read ~cache:*" });
 * ```
 */
export class AclRule extends resource<AclRuleInputs, AclRuleOutputs>("AclRule", {
  fields,
  secrets: [],
  fromId: { aclRuleId: Number },
  outputs: ["name", "status"],
  attributes: [],
}) {}

/** @internal */
export const aclRule: Declaration<AclRuleInputs, ListedAclRule> = {
  kind: aclRuleKind,
  typeName: "AclRule",
  loss: "deletes it",
  name: { maxLength: 64 },
  timeouts: { create: "30m", update: "30m", delete: "30m" },
  fields,
  unique: { arguments: ["name"], scope: () => "the account" },
  createRequest: (inputs) => ({
    method: "POST",
    path: "/acl/redisRules",
    body: only(inputs, ["name", "redisRule"]),
  }),
  // An update sends the whole rule.
  steps: ({ id }, changed, inputs) => {
    const fields = Object.keys(changed);
    if (fields.length === 0) return [];
    const body = only(inputs, ["name", "redisRule"]);
    return [{ request: { method: "PUT", path: `/acl/redisRules/${id}`, body }, fields }];
  },
  deleteRequest: ({ id }) => ({ method: "DELETE", path: `/acl/redisRules/${id}` }),
  // The API cannot read a single rule.
  observe: async ({ id }, _inputs, session) => (await session.list(aclRuleKind)).get(id ?? 0),
  outputs: ({ id, status }) => ({ aclRuleId: id, status }),
};
