import { createHash } from "node:crypto";
import { type Declared, PLANTED } from "../declared";
import type { HistoryType } from "./type";

const isRule = (name: string): boolean => name.startsWith("acl-rule");
const patternOf = (size: number): string => `+get ~cache-${size}:*`;
const defaultRule = (size: number): string => (size % 2 === 0 ? "Full-Access" : "Read-Only");
const passwordOf = ({ name, size }: Declared): string => `${PLANTED}-Of-${name}-${size}`;
const hashOf = (password: string): string => createHash("sha256").update(password).digest("hex");

export const permissionsInWords = (rule: string, databases: readonly string[]): string =>
  `${rule}: ${[...databases].sort().join(" ")}`;

export const userInWords = (role: string | undefined, passwordHash: string): string =>
  `${role}, ${passwordHash.slice(0, 8)}`;

/** A rule has one of several patterns. */
export const aclRule: HistoryType = {
  isNamed: true,
  args: ({ size }) => ({ redisRule: patternOf(size) }),
  content: ({ size }) => patternOf(size),
};

/** A role permits what a rule of the program says, or one of the API's, on databases of the program. */
export const aclRole: HistoryType = {
  isNamed: true,
  args: ({ uses = [], size }, stateOf) => {
    const rule = uses.find(isRule);
    const databases = uses.filter((name) => name !== rule).map((name) => stateOf(name));
    return {
      redisRules: [
        {
          ruleName: rule === undefined ? defaultRule(size) : stateOf(rule).outputs.name,
          databases: databases.map(({ id, outputs: { databaseId } }) => ({
            subscriptionId: id.split("/")[0],
            databaseId,
          })),
        },
      ],
    };
  },
  content: ({ uses = [], size }) =>
    permissionsInWords(
      uses.find(isRule) ?? defaultRule(size),
      uses.filter((name) => !isRule(name)),
    ),
  references: { AclRule: ["redisRules"] },
};

/** A user has one of several passwords. Its name cannot be changed. */
export const aclUser: HistoryType = {
  isNamed: true,
  args: (declared, stateOf) => ({
    role: stateOf(declared.uses?.[0] ?? "").outputs.name,
    password: passwordOf(declared),
  }),
  content: (declared) => userInWords(declared.uses?.[0], hashOf(passwordOf(declared))),
  isReplaced: (before, after) => before.called !== after.called,
  references: { AclRole: ["role"] },
};
