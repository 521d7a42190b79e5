import type {
  DeclaredAclRole,
  DeclaredAclRule,
  DeclaredAclUser,
  Program,
} from "../engine/programs/chaos/program";
import type { Chance } from "./chance";
import { othersWithParents } from "./others";

/** A rule that every account has. */
const DEFAULT_RULE = "Read-Only";
const PATTERNS = [
  "+@read ~cache:*",
  "+@all -@dangerous ~*",
  "+get +set ~app:*",
  "+@read ~* &news:*",
] as const;
const PASSWORDS = ["aclUserPassword", "otherAclUserPassword"] as const;

type WithoutName<T> = Omit<T, "logicalName" | "name">;

export const randomRule = (chance: Chance, than?: string): WithoutName<DeclaredAclRule> => ({
  redisRule: chance.one(PATTERNS.filter((pattern) => pattern !== than)) ?? PATTERNS[0],
});

/** A role over some of the program's databases, each with one of its rules; undefined without databases. */
export function randomRole(
  chance: Chance,
  { subscriptions, aclRules }: Program,
): WithoutName<DeclaredAclRole> | undefined {
  const all = chance.shuffled(subscriptions.flatMap(({ databases }) => databases));
  if (all.length === 0) return undefined;
  const rules = [DEFAULT_RULE, ...aclRules.map(({ logicalName }) => logicalName)];
  const granted = all
    .slice(0, chance.integer(1, all.length))
    .map(({ logicalName }) => ({ database: logicalName, rule: chance.one(rules) ?? DEFAULT_RULE }));
  const redisRules = rules.map((rule) => ({
    rule,
    databases: granted.filter((one) => one.rule === rule).map(({ database }) => database),
  }));
  return { redisRules: redisRules.filter(({ databases }) => databases.length > 0) };
}

/** A user of one of the program's roles; undefined without roles. */
export function randomUser(chance: Chance, { aclRoles }: Program): WithoutName<DeclaredAclUser> | undefined {
  const role = chance.one(aclRoles);
  return role && { role: role.logicalName, password: chance.one(PASSWORDS) };
}

/** What one of the rules, roles and users says is different; undefined where there is none. */
export function withOtherPermissions(program: Program, chance: Chance): Program | undefined {
  const { aclRules, aclRoles, aclUsers } = program;
  const chosen = chance.one([...aclRules, ...aclRoles, ...aclUsers]);
  if (chosen === undefined) return undefined;
  const altered = <T extends object>(several: readonly T[], alter: (one: T) => object | undefined): T[] =>
    several.map((one) => (one === (chosen as object) ? { ...one, ...alter(one) } : one));
  return {
    ...program,
    aclRules: altered(aclRules, ({ redisRule }) => randomRule(chance, redisRule)),
    aclRoles: altered(aclRoles, () => randomRole(chance, program)),
    aclUsers: altered(aclUsers, () => randomUser(chance, program)),
  };
}

/** The program with references to what a resource is called now, and without what refers to nothing any more. */
export function withReferences(program: Program, nameNow: (logicalName: string) => string): Program {
  const namesOf = (several: readonly { logicalName: string }[]) =>
    new Set(several.map(({ logicalName }) => logicalName));
  const databases = namesOf(program.subscriptions.flatMap((subscription) => subscription.databases));
  const rules = namesOf(program.aclRules).add(DEFAULT_RULE);
  const aclRoles = program.aclRoles.map((role) => ({
    ...role,
    redisRules: role.redisRules
      .map(({ rule, databases: names }) => ({
        rule: nameNow(rule),
        databases: names.map(nameNow).filter((name) => databases.has(name)),
      }))
      .filter(({ rule, databases: left }) => rules.has(rule) && left.length > 0),
  }));
  const left = aclRoles.filter(({ redisRules }) => redisRules.length > 0);
  const roles = namesOf(left);
  const aclUsers = program.aclUsers.map((user) => ({ ...user, role: nameNow(user.role) }));
  return {
    ...program,
    aclRoles: left,
    aclUsers: aclUsers.filter(({ role }) => roles.has(role)),
    others: othersWithParents(program, nameNow),
  };
}
