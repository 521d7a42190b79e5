import type {
  DeclaredCloudAccount,
  DeclaredDatabase,
  DeclaredSubscription,
  Program,
} from "../engine/programs/chaos/program";
import { randomRole, randomRule, randomUser } from "./accessControl";
import type { Chance } from "./chance";
import { explicitName, NOTHING } from "./declared";
import { withOther } from "./others";

/** What a program may be made of. */
export interface Allowed {
  /** Explicit names cannot be found again without a journal. */
  readonly explicitNames: boolean;
}

const SUBSCRIPTIONS = ["main", "side", "back"];
const DATABASES = ["cache", "queue", "store", "index", "inbox", "board"];
const CLOUD_ACCOUNTS = ["aws", "lab", "own"];
const ACL_RULES = ["reads", "writes", "sees"];
const ACL_ROLES = ["reader", "writer", "keeper"];
const ACL_USERS = ["reporting", "shop", "robot"];
export const MOST_SUBSCRIPTIONS = 2;
export const MOST_DATABASES = 4;
/** Of rules, of roles and of users. */
const MOST_OF_ACCESS_CONTROL = 2;
const MOST_OTHERS = 2;
const LARGEST_GB = 4;
const TAGS = [{ key: "team", value: "chaos" }];

/** A small program: an `up` of it takes seconds. */
export function randomProgram(chance: Chance, allowed: Allowed): Program {
  const names = unusedIn(NOTHING);
  const count = chance.happens(0.3) ? 2 : 1;
  const databases = chance.one([0, 1, 1, 2, 2, 3, 4]);
  const subscriptions = Array.from({ length: count }, (_, index): DeclaredSubscription => {
    const own = Math.floor((databases + index) / count);
    return {
      ...named(chance, names.subscription(), allowed),
      databases: Array.from({ length: own }, () => randomDatabase(chance, names.database(), allowed)),
    };
  });
  const cloudAccounts = chance.happens(0.25) ? [named(chance, names.cloudAccount(), allowed)] : [];
  const program = { ...NOTHING, subscriptions, cloudAccounts };
  if (chance.happens(0.5)) return withOthers(program, chance, allowed);
  return chance.happens(0.5) ? withAccessControl(program, chance, allowed) : program;
}

function withOthers(program: Program, chance: Chance, allowed: Allowed): Program {
  const count = chance.integer(1, MOST_OTHERS);
  return Array.from({ length: count }).reduce<Program>(
    (before) => withOther(before, chance, allowed) ?? before,
    program,
  );
}

/** A rule, and mostly a role and users over the databases that are there. */
function withAccessControl(program: Program, chance: Chance, allowed: Allowed): Program {
  const rules = chance.happens(0.8) ? 1 : 2;
  const users = chance.one([0, 1, 1, 2]);
  const several = [...Array(rules).fill(withRule), withRole, ...Array(users).fill(withUser)];
  return several.reduce<Program>((before, add) => add(before, chance, allowed) ?? before, program);
}

/** The program with one more resource; undefined where there is nothing that it could refer to. */
type Adder = (program: Program, chance: Chance, allowed: Allowed) => Program | undefined;

export const withRule: Adder = (program, chance, allowed) => {
  if (program.aclRules.length >= MOST_OF_ACCESS_CONTROL) return undefined;
  const added = { ...named(chance, unusedIn(program).aclRule(), allowed), ...randomRule(chance) };
  return { ...program, aclRules: [...program.aclRules, added] };
};

export const withRole: Adder = (program, chance, allowed) => {
  if (program.aclRoles.length >= MOST_OF_ACCESS_CONTROL) return undefined;
  const role = randomRole(chance, program);
  const name = named(chance, unusedIn(program).aclRole(), allowed);
  return role && { ...program, aclRoles: [...program.aclRoles, { ...name, ...role }] };
};

export const withUser: Adder = (program, chance, allowed) => {
  if (program.aclUsers.length >= MOST_OF_ACCESS_CONTROL) return undefined;
  const user = randomUser(chance, program);
  const name = named(chance, unusedIn(program).aclUser(), allowed);
  return user && { ...program, aclUsers: [...program.aclUsers, { ...name, ...user }] };
};

export function randomDatabase(chance: Chance, logicalName: string, allowed: Allowed): DeclaredDatabase {
  return {
    ...named(chance, logicalName, allowed),
    datasetSizeInGb: randomSize(chance),
    ...(chance.happens(0.4) ? { tags: TAGS } : {}),
  };
}

export const randomSize = (chance: Chance, than?: number): number => {
  const sizes = Array.from({ length: LARGEST_GB }, (_, index) => index + 1).filter((size) => size !== than);
  return chance.one(sizes) ?? 1;
};

export function named(chance: Chance, logicalName: string, { explicitNames }: Allowed): DeclaredCloudAccount {
  const explicit = explicitNames && chance.happens(0.25);
  return { logicalName, ...(explicit ? { name: explicitName(logicalName, 1) } : {}) };
}

/** Logical names that no resource of the program has, each given out once. */
export function unusedIn({ subscriptions, cloudAccounts, aclRules, aclRoles, aclUsers }: Program) {
  const databases = subscriptions.flatMap((subscription) => subscription.databases);
  const next = (names: readonly string[], used: readonly { logicalName: string }[]) => {
    const free = names.filter((name) => !used.some(({ logicalName }) => logicalName === name));
    return () => free.shift() ?? "spare";
  };
  return {
    subscription: next(SUBSCRIPTIONS, subscriptions),
    database: next(DATABASES, databases),
    cloudAccount: next(CLOUD_ACCOUNTS, cloudAccounts),
    aclRule: next(ACL_RULES, aclRules),
    aclRole: next(ACL_ROLES, aclRoles),
    aclUser: next(ACL_USERS, aclUsers),
  };
}
