import { aclRoleKind, type ListedAclRole } from "../resources/aclRole/kind";
import type { AclRoleRule } from "../resources/aclRole/types";
import { aclRuleKind, type ListedAclRule } from "../resources/aclRule/kind";
import { aclUserKind } from "../resources/aclUser/kind";
import { findOne, listAll } from "./listed";
import { type ById, type LookupArgs, outputForm } from "./lookup";

/** An access control rule. */
export interface AclRuleInfo {
  readonly id: number;
  /** Name that roles refer to. */
  readonly name?: string;
  /** Provisioning state, `active` when it can be used. */
  readonly status: string;
  /** The rule in the syntax of Redis' ACLs. */
  readonly redisRule?: string;
  /** Whether it is predefined, such as `Read-Only`, and cannot be changed. */
  readonly isDefault: boolean;
}

const ruleInfo = ({ acl, isDefault = false, ...rule }: ListedAclRule): AclRuleInfo => ({
  ...rule,
  redisRule: acl,
  isDefault,
});

/** The account's access control rules, including the default ones. API: `GET /acl/redisRules`. */
export const getAclRules = (args: LookupArgs = {}): Promise<AclRuleInfo[]> =>
  listAll(aclRuleKind, args, ruleInfo);
export const getAclRulesOutput = outputForm(getAclRules);

/** The one rule with this ID or name. @throws RunError when none or several match. */
export const getAclRule = async (args: LookupArgs & ById): Promise<AclRuleInfo> =>
  findOne(aclRuleKind, args, await getAclRules(args));
export const getAclRuleOutput = outputForm(getAclRule);

/** An access control role. */
export interface AclRoleInfo {
  readonly id: number;
  /** Name that users refer to. */
  readonly name?: string;
  /** Provisioning state, `active` when it can be used. */
  readonly status: string;
  /** Its rules, each with the databases it applies to. */
  readonly redisRules: readonly AclRoleRule[];
  /** The users that have it. */
  readonly users: readonly { readonly id: number; readonly name: string }[];
}

const roleInfo = ({ redisRules = [], users = [], ...role }: ListedAclRole): AclRoleInfo => ({
  ...role,
  redisRules: redisRules.map(({ ruleName, databases = [] }) => ({ ruleName, databases })),
  users,
});

/** The account's access control roles. API: `GET /acl/roles`. */
export const getAclRoles = (args: LookupArgs = {}): Promise<AclRoleInfo[]> =>
  listAll(aclRoleKind, args, roleInfo);
export const getAclRolesOutput = outputForm(getAclRoles);

/** The one role with this ID or name. @throws RunError when none or several match. */
export const getAclRole = async (args: LookupArgs & ById): Promise<AclRoleInfo> =>
  findOne(aclRoleKind, args, await getAclRoles(args));
export const getAclRoleOutput = outputForm(getAclRole);

/** A database user; the API never returns its password. */
export interface AclUserInfo {
  readonly id: number;
  /** Login name. */
  readonly name?: string;
  /** Name of its role. */
  readonly role?: string;
  /** Provisioning state, `active` when it can log in. */
  readonly status: string;
}

/** The account's database users. API: `GET /acl/users`. */
export const getAclUsers = (args: LookupArgs = {}): Promise<AclUserInfo[]> =>
  listAll(aclUserKind, args, (user) => user);
export const getAclUsersOutput = outputForm(getAclUsers);

/** The one user with this ID or name. @throws RunError when none or several match. */
export const getAclUser = async (args: LookupArgs & ById): Promise<AclUserInfo> =>
  findOne(aclUserKind, args, await getAclUsers(args));
export const getAclUserOutput = outputForm(getAclUser);
