import fc from "fast-check";
import type { AclRoleInputs } from "../../../provider/resources/aclRole/types";
import type { AclRuleInputs } from "../../../provider/resources/aclRule/types";
import type { AclUserInputs } from "../../../provider/resources/aclUser/types";
import { type ArgumentsOf, inAnyOrder } from "./arguments";
import { timeouts } from "./databaseArguments";

/** What is drawn of a rule; what the API requires may be missing, and is then made up. */
export type AclRuleDraft = Partial<Omit<AclRuleInputs, "account" | "adopt">>;

/** The same of a role. */
export interface AclRoleDraft extends Pick<AclRoleInputs, "name" | "timeouts"> {
  redisRules?: Permission[];
}

/** Which rule holds for a database of the family. */
export interface Permission {
  /** Index among the databases. */
  readonly database: number;
  /** `own` is the family's rule; the others every account has. */
  readonly rule: "own" | "Read-Only" | "Full-Access";
}

/** The same of a user. */
export interface AclUserDraft extends Partial<Omit<AclUserInputs, "account" | "adopt" | "role">> {
  /** Index among the family's roles. */
  role?: number;
}

const oneOf = fc.constantFrom;

export const aclRuleArguments: ArgumentsOf<AclRuleDraft> = {
  timeouts,
  name: { values: oneOf("first", "second") },
  redisRule: {
    values: oneOf("+@read ~cache:*", "+@all -@dangerous ~*", "+get +set ~a:* &news:*"),
    respelled: (rule) => oneOf(rule.replaceAll(" ", "  "), ` ${rule} `),
  },
};

const rule = oneOf<Permission["rule"][]>("own", "own", "Read-Only", "Full-Access");
const permission = (database: number): fc.Arbitrary<Permission> => rule.map((rule) => ({ database, rule }));

export const aclRoleArguments: ArgumentsOf<AclRoleDraft> = {
  timeouts,
  name: { values: oneOf("first", "second") },
  redisRules: {
    values: fc.oneof(
      fc.tuple(permission(0)),
      fc.tuple(permission(1)),
      fc.tuple(permission(0), permission(1)),
    ),
    respelled: inAnyOrder,
  },
};

export const aclUserArguments: ArgumentsOf<AclUserDraft> = {
  timeouts,
  name: { values: oneOf("first", "second") },
  role: { values: oneOf(0, 1) },
  password: { values: oneOf("First-password-1", "Second-password-2") },
};
