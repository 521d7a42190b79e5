import type { AclRoleDraft, AclRuleDraft, AclUserDraft, Permission } from "./aclArguments";
import { given, named } from "./assembled";
import type { Args, Reference, Resource } from "./program";

const REQUIRED_RULE = "+@read ~*";
const REQUIRED_PASSWORD = "Zeroth-password-0";

export const aclRuleOf = (logicalName: string, { name, ...draft }: AclRuleDraft): Resource => ({
  type: "AclRule",
  name: logicalName,
  args: { redisRule: REQUIRED_RULE, ...draft, ...named(logicalName, name) },
  dependsOn: [],
});

/** What a role may refer to. */
interface Around {
  /** The family's databases, by their index. */
  readonly databases: ReadonlyMap<number, Resource>;
  readonly rule?: Resource;
}

/** A role over those of its databases that are there; undefined without any. */
export function aclRoleOf(
  logicalName: string,
  { name, redisRules = [], ...draft }: AclRoleDraft,
  { databases, rule }: Around,
): Resource | undefined {
  // Memcached knows no users.
  const there = [...databases].filter(([, { args }]) => args.protocol !== "memcached");
  if (there.length === 0) return undefined;
  const indexes = there.map(([index]) => index);
  const left = redisRules.filter(({ database }) => indexes.includes(database));
  const all = indexes.map((database): Permission => ({ database, rule: "Read-Only" }));
  const permissions = (left.length > 0 ? left : all).map(({ database, rule: whose }) => ({
    database,
    rule: whose === "own" && rule === undefined ? "Read-Write" : whose,
  }));
  const rules = [...new Set(permissions.map((permission) => permission.rule))];
  return {
    type: "AclRole",
    name: logicalName,
    args: {
      ...draft,
      ...named(logicalName, name),
      redisRules: rules.map((whose) => ({
        ruleName: whose === "own" && rule ? reference(rule, "name") : whose,
        databases: permissions
          .filter((permission) => permission.rule === whose)
          .flatMap(({ database }) => databaseReference(databases.get(database))),
      })),
    },
    dependsOn: [
      ...permissions.flatMap(({ database }) => databases.get(database)?.name ?? []),
      ...(rule && rules.includes("own") ? [rule.name] : []),
    ],
  };
}

const reference = ({ name }: Resource, as: Reference["as"]): Reference => ({ of: name, as });

const databaseReference = (database: Resource | undefined): readonly Args[] =>
  database === undefined
    ? []
    : [{ subscriptionId: database.args.subscriptionId, databaseId: reference(database, "databaseId") }];

/** A user of one of these roles; undefined without any. */
export function aclUserOf(
  logicalName: string,
  { name, role = 0, ...draft }: AclUserDraft,
  roles: readonly Resource[],
): Resource | undefined {
  const itsRole = roles[role % roles.length];
  if (itsRole === undefined) return undefined;
  return {
    type: "AclUser",
    name: logicalName,
    args: given({
      password: REQUIRED_PASSWORD,
      ...draft,
      ...named(logicalName, name),
      role: reference(itsRole, "name"),
    }),
    dependsOn: [itsRole.name],
  };
}
