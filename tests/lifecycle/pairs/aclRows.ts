import { createHash } from "node:crypto";
import type { AclRoleRule } from "../../../provider/resources/aclRole/types";
import type { AclRoleHolding, AclRuleHolding, AclUserHolding } from "./holdings";
import { accountRow, nameRow, type Row, row, sorted } from "./rows";

/** How many blanks stand between the parts of a rule means nothing. */
const inOneSpelling = (rule: string): string => rule.trim().split(/\s+/).join(" ");

export const aclRuleRows: readonly Row<AclRuleHolding>[] = [
  accountRow,
  nameRow(({ aclRule }) => aclRule.name),
  row("redisRule", ({ aclRule }) => inOneSpelling(aclRule.pattern), inOneSpelling),
];

/** Neither the order of rules means anything, nor that of databases. */
const permissions = (rules: readonly AclRoleRule[]): readonly string[] =>
  sorted(
    rules.flatMap(({ ruleName, databases }) =>
      databases.map(({ subscriptionId, databaseId }) => [ruleName, Number(subscriptionId), databaseId]),
    ),
  );

export const aclRoleRows: readonly Row<AclRoleHolding>[] = [
  accountRow,
  nameRow(({ aclRole }) => aclRole.name),
  row("redisRules", ({ redisRules }) => permissions(redisRules), permissions),
];

const hashOf = (password: string): string => createHash("sha256").update(password).digest("hex");

export const aclUserRows: readonly Row<AclUserHolding>[] = [
  accountRow,
  nameRow(({ aclUser }) => aclUser.name),
  row("role", ({ role }) => role),
  row("password", ({ aclUser }) => aclUser.passwordHash, hashOf),
];
