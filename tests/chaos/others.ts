import type { DeclaredOther, Program } from "../engine/programs/chaos/program";
import type { Chance } from "./chance";
import type { Allowed } from "./programs";

/*
 * Resources beside those of Pro subscriptions and access control: Essentials, Active-Active, connections, and imports.
 */

const ESSENTIALS: DeclaredOther = { type: "EssentialsSubscription", logicalName: "small", value: 1 };
const GLOBAL: DeclaredOther = { type: "ActiveActiveSubscription", logicalName: "global", value: 1 };
const of = (type: DeclaredOther["type"], logicalName: string, parent: string): DeclaredOther => ({
  type,
  logicalName,
  parent,
  value: 1,
});

/** Each with what it is in, in an order in which it follows that. */
const INDEPENDENT: readonly DeclaredOther[] = [
  ESSENTIALS,
  of("EssentialsDatabase", "sessions", ESSENTIALS.logicalName),
  of("EssentialsDatabase", "flags", ESSENTIALS.logicalName),
  GLOBAL,
  of("ActiveActiveDatabase", "carts", GLOBAL.logicalName),
  of("ActiveActiveDatabase", "orders", GLOBAL.logicalName),
];
/** What has no name, so that only a journal finds it again. */
const NAMELESS: readonly DeclaredOther[] = [
  of("ActiveActiveRegion", "us-west-2", GLOBAL.logicalName),
  of("PrivateLink", "link", GLOBAL.logicalName),
];
const PEERINGS = ["shop", "lab"];
const IMPORT = "seed";

/** All that could be in the program. */
function possible(program: Program, { explicitNames }: Allowed): readonly DeclaredOther[] {
  if (!explicitNames) return INDEPENDENT;
  const { subscriptions } = program;
  const peerings = subscriptions
    .slice(0, 1)
    .flatMap(({ logicalName }) => PEERINGS.map((name) => of("SubscriptionPeering", name, logicalName)));
  const imports = subscriptions
    .flatMap(({ databases }) => databases)
    .slice(0, 1)
    .map(({ logicalName }) => of("DatabaseImport", IMPORT, logicalName));
  return [...INDEPENDENT, ...NAMELESS, ...peerings, ...imports];
}

/** The program with one more of these, and what that is in; undefined where all are there. */
export function withOther(program: Program, chance: Chance, allowed: Allowed): Program | undefined {
  const all = possible(program, allowed);
  const isThere = ({ logicalName }: DeclaredOther) =>
    program.others.some((one) => one.logicalName === logicalName);
  const added = chance.one(all.filter((one) => !isThere(one)));
  if (added === undefined) return undefined;
  const around = all.filter(({ logicalName }) => logicalName === added.parent);
  const kept = [...program.others, ...around.filter((one) => !isThere(one)), added];
  return { ...program, others: inOrder(kept) };
}

/** Another value for one of those that have several. */
export function withOtherValue(program: Program, chance: Chance): Program | undefined {
  const chosen = chance.one(program.others.filter(({ type }) => type !== "ActiveActiveSubscription"));
  if (chosen === undefined) return undefined;
  const others = program.others.map((one) => (one === chosen ? { ...one, value: one.value + 1 } : one));
  return { ...program, others };
}

/** Without one of them, and what is in it. */
export function withoutOther(program: Program, chance: Chance): Program | undefined {
  const gone = chance.one(program.others)?.logicalName;
  if (gone === undefined) return undefined;
  const others = program.others.filter(({ logicalName, parent }) => logicalName !== gone && parent !== gone);
  return { ...program, others };
}

/** Those that are left when resources have other names, or are gone. */
export function othersWithParents(
  { others, subscriptions }: Program,
  nameNow: (logicalName: string) => string,
): readonly DeclaredOther[] {
  const there = new Set([
    ...subscriptions.flatMap(({ logicalName, databases }) => [
      logicalName,
      ...databases.map((database) => database.logicalName),
    ]),
    ...others.map(({ logicalName }) => logicalName),
  ]);
  return others
    .map((one) => (one.parent === undefined ? one : { ...one, parent: nameNow(one.parent) }))
    .filter(({ parent }) => parent === undefined || there.has(parent));
}

const inOrder = (others: readonly DeclaredOther[]): readonly DeclaredOther[] => [
  ...others.filter(({ parent }) => parent === undefined),
  ...others.filter(({ parent }) => parent !== undefined),
];

/** In a few words, e.g. `carts@global 2`. */
export const otherInWords = ({ logicalName, parent, value }: DeclaredOther): string =>
  `${logicalName}${parent === undefined ? "" : `@${parent}`} ${value}`;
