import { z } from "zod";
import type { Declaration, Problem } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { asSet, asSetOfTexts } from "../canonical";
import { commonFields, only, repetitions } from "../common";
import { aclName, resourceId, text } from "../schemas";
import { aclRoleKind, type ListedAclRole } from "./kind";
import type { AclRoleDatabase, AclRoleInputs, AclRoleOutputs, AclRoleRule } from "./types";

const database = z.strictObject({
  subscriptionId: resourceId,
  databaseId: resourceId,
  regions: z.array(text).optional(),
});
const rule = z.strictObject({
  ruleName: text,
  databases: z.array(database).min(1, "must contain at least one database"),
});

const keyOf = ({ subscriptionId, databaseId }: AclRoleDatabase): string => `${subscriptionId}/${databaseId}`;

/** The order of rules, databases and regions has no meaning. */
const canonicalRules = (rules: readonly AclRoleRule[]): unknown =>
  asSet<{ ruleName: string }>(({ ruleName }) => ruleName)(
    rules.map(({ ruleName, databases }) => ({
      ruleName,
      databases: asSet<{ key: string }>(({ key }) => key)(
        databases.map((one) => ({ key: keyOf(one), regions: asSetOfTexts(one.regions ?? []) })),
      ),
    })),
  );

const fields: Declaration<AclRoleInputs, ListedAclRole>["fields"] = {
  ...commonFields,
  name: { schema: aclName.optional(), change: "update", observed: ({ name }) => name },
  redisRules: {
    schema: z.array(rule).min(1, "must contain at least one rule"),
    change: "update",
    canonical: canonicalRules,
    observed: ({ redisRules }) =>
      redisRules?.map(({ ruleName, databases = [] }) => ({ ruleName, databases })),
    blocksDeletionOf: (rules) => rules.map(({ ruleName }) => ({ kind: "aclRule", name: ruleName })),
    link: (rules, to) =>
      rules.map(({ ruleName, databases }) => ({
        ruleName: to.name("aclRule", ruleName) ?? ruleName,
        databases: databases.map(({ subscriptionId, databaseId, ...more }) => ({
          subscriptionId:
            to.id("subscription", subscriptionId) ??
            to.id("essentialsSubscription", subscriptionId) ??
            to.id("activeActiveSubscription", subscriptionId) ??
            subscriptionId,
          databaseId:
            to.output("database", databaseId, "databaseId") ??
            to.output("essentialsDatabase", databaseId, "databaseId") ??
            to.output("activeActiveDatabase", databaseId, "databaseId") ??
            databaseId,
          ...more,
        })),
      })),
  },
};

/** Each database may have at most one rule (`ACL_ROLE_REDIS_RULE_MUST_BE_DEFINED_ONLY_ONCE_PER_DATABASE`). */
function rulesOf({ redisRules = [] }: Partial<AclRoleInputs>): readonly Problem[] {
  const all = redisRules.flatMap(({ databases }, rule) =>
    databases.map((one, index) => ({
      key: keyOf(one),
      path: `redisRules[${rule}].databases[${index}]`,
    })),
  );
  return [
    ...repetitions(
      redisRules.map(({ ruleName }) => ruleName),
      (index) => `redisRules[${index}].ruleName`,
    ),
    ...repetitions(
      all.map(({ key }) => `database ${key}`),
      (index) => all[index]?.path ?? "redisRules",
    ),
  ];
}

/** Arguments of {@link AclRole}. */
export type AclRoleArgs = Args<AclRoleInputs>;

/**
 * An access control role, which is assigned to users.
 *
 * @example
 * ```ts
 * const reader = new rediscloud.AclRole("reader", {
 *   redisRules: [
 *     {
 *       ruleName: "Read-Only",
 *       databases: [{ subscriptionId: subscription.id, databaseId: cache.databaseId }],
 *     },
 *   ],
 * });
 * ```
 */
export class AclRole extends resource<AclRoleInputs, AclRoleOutputs>("AclRole", {
  fields,
  secrets: [],
  fromId: { aclRoleId: Number },
  outputs: ["name", "status"],
  attributes: [],
}) {}

/** @internal */
export const aclRole: Declaration<AclRoleInputs, ListedAclRole> = {
  kind: aclRoleKind,
  typeName: "AclRole",
  loss: "deletes it",
  name: { maxLength: 64 },
  timeouts: { create: "30m", update: "30m", delete: "30m" },
  fields,
  unique: { arguments: ["name"], scope: () => "the account" },
  rules: rulesOf,
  createRequest: (inputs) => ({
    method: "POST",
    path: "/acl/roles",
    body: only(inputs, ["name", "redisRules"]),
  }),
  steps: ({ id }, changed) => {
    const body = only(changed, ["name", "redisRules"]);
    const fields = Object.keys(body);
    return fields.length === 0
      ? []
      : [{ request: { method: "PUT", path: `/acl/roles/${id}`, body }, fields }];
  },
  deleteRequest: ({ id }) => ({ method: "DELETE", path: `/acl/roles/${id}` }),
  // The API cannot read a single role.
  observe: async ({ id }, _inputs, session) => (await session.list(aclRoleKind)).get(id ?? 0),
  outputs: ({ id, status }) => ({ aclRoleId: id, status }),
};
