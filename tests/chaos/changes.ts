import type { DeclaredDatabase, DeclaredSubscription, Program } from "../engine/programs/chaos/program";
import { withOtherPermissions, withReferences } from "./accessControl";
import type { Chance } from "./chance";
import { explicitName } from "./declared";
import { withOther, withOtherValue, withoutOther } from "./others";
import {
  type Allowed,
  MOST_DATABASES,
  MOST_SUBSCRIPTIONS,
  named,
  randomDatabase,
  randomSize,
  unusedIn,
  withRole,
  withRule,
  withUser,
} from "./programs";

/** What may happen to a program. */
export type Change = "resized" | "tagged" | "renamed" | "removed" | "added" | "permitted";

/** The program after a change; undefined where there is nothing that it could be made to. */
type Changer = (program: Program, chance: Chance, allowed: Allowed) => Program | undefined;

/** Makes one of these changes; undefined where none can be made. */
export function changed(
  program: Program,
  kinds: readonly Change[],
  chance: Chance,
  allowed: Allowed,
): { change: Change; program: Program } | undefined {
  for (const change of chance.shuffled(kinds)) {
    const after = CHANGERS[change](program, chance, allowed);
    if (after) return { change, program: after };
  }
  return undefined;
}

const CHANGERS: Readonly<Record<Change, Changer>> = {
  resized: (program, chance) =>
    (chance.happens(0.5) ? withOtherValue(program, chance) : undefined) ??
    withOneDatabase(program, chance, (database) => ({
      ...database,
      datasetSizeInGb: randomSize(chance, database.datasetSizeInGb),
    })),
  tagged: (program, chance) =>
    withOneDatabase(program, chance, ({ tags, ...database }) => ({
      ...database,
      tags: [...(tags ?? []), { key: `since-${tags?.length ?? 0}`, value: "later" }],
    })),
  renamed: (program, chance, allowed) => {
    const rename = chance.happens(allowed.explicitNames ? 0.6 : 0) ? otherName : otherLogicalName(program);
    return withOne(program, chance, rename);
  },
  removed: (program, chance) =>
    (chance.happens(0.4) ? withoutOther(program, chance) : undefined) ??
    withOne(program, chance, () => undefined),
  added: (program, chance, allowed) =>
    chance.one([withDatabase, withMore, withRule, withRole, withUser, withOther, withOther])(
      program,
      chance,
      allowed,
    ),
  permitted: withOtherPermissions,
};

const withDatabase: Changer = (program, chance, allowed) => {
  const databases = program.subscriptions.flatMap((subscription) => subscription.databases);
  if (databases.length >= MOST_DATABASES) return undefined;
  const added = randomDatabase(chance, unusedIn(program).database(), allowed);
  return withOneSubscription(program, chance, (subscription) => ({
    ...subscription,
    databases: [...subscription.databases, added],
  }));
};

const withMore: Changer = (program, chance, allowed) => {
  const names = unusedIn(program);
  const { subscriptions, cloudAccounts } = program;
  if (subscriptions.length < MOST_SUBSCRIPTIONS && chance.happens(0.5)) {
    const added = { ...named(chance, names.subscription(), allowed), databases: [] };
    return { ...program, subscriptions: [...subscriptions, added] };
  }
  return { ...program, cloudAccounts: [...cloudAccounts, named(chance, names.cloudAccount(), allowed)] };
};

/** To Pulumi it is another resource now: the former one goes, a new one comes. */
const otherLogicalName = (program: Program): Alter => {
  const taken = new Set(resourcesOf(program).map(({ logicalName }) => logicalName));
  return <T extends { logicalName: string; name?: string }>({ name: _, ...one }: T): T => {
    let logicalName = `${one.logicalName}x`;
    while (taken.has(logicalName)) logicalName += "x";
    return { ...one, logicalName } as T;
  };
};

/** The same resource with a name that is given, or another one. */
const otherName = <T extends { logicalName: string; name?: string }>(one: T): T => {
  const before = Number(one.name?.slice(-1) ?? 0);
  return { ...one, name: explicitName(one.logicalName, before + 1) };
};

type Alter = <T extends { logicalName: string; name?: string }>(one: T) => T | undefined;

const resourcesOf = ({ subscriptions, cloudAccounts, aclRules, aclRoles, aclUsers }: Program) => [
  ...subscriptions.flatMap((subscription) => [subscription, ...subscription.databases]),
  ...cloudAccounts,
  ...aclRules,
  ...aclRoles,
  ...aclUsers,
];

/** Does something to one of all resources. */
function withOne(program: Program, chance: Chance, alter: Alter): Program | undefined {
  const chosen = chance.one(resourcesOf(program));
  if (chosen === undefined) return undefined;
  const altered = <T extends { logicalName: string; name?: string }>(several: readonly T[]): T[] =>
    several.flatMap((one) => (one === (chosen as object) ? (alter(one) ?? []) : one));
  const after = {
    ...program,
    subscriptions: altered(
      program.subscriptions.map((subscription) =>
        subscription === chosen
          ? subscription
          : { ...subscription, databases: altered(subscription.databases) },
      ),
    ),
    cloudAccounts: altered(program.cloudAccounts),
    aclRules: altered(program.aclRules),
    aclRoles: altered(program.aclRoles),
    aclUsers: altered(program.aclUsers),
  };
  const now = alter<{ logicalName: string }>(chosen)?.logicalName ?? chosen.logicalName;
  return withReferences(after, (name) => (name === chosen.logicalName ? now : name));
}

function withOneSubscription(
  program: Program,
  chance: Chance,
  alter: (subscription: DeclaredSubscription) => DeclaredSubscription,
): Program | undefined {
  const chosen = chance.one(program.subscriptions);
  if (chosen === undefined) return undefined;
  const subscriptions = program.subscriptions.map((one) => (one === chosen ? alter(one) : one));
  return { ...program, subscriptions };
}

function withOneDatabase(
  program: Program,
  chance: Chance,
  alter: (database: DeclaredDatabase) => DeclaredDatabase,
): Program | undefined {
  const chosen = chance.one(program.subscriptions.flatMap(({ databases }) => databases));
  if (chosen === undefined) return undefined;
  const subscriptions = program.subscriptions.map((subscription) => ({
    ...subscription,
    databases: subscription.databases.map((one) => (one === chosen ? alter(one) : one)),
  }));
  return { ...program, subscriptions };
}
