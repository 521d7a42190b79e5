import type { DeclaredOther, Program } from "../engine/programs/chaos/program";
import type { Chance } from "./chance";
import { choicesIn, isVariable, possibleIn } from "./possible";
import type { Allowed } from "./programs";

/*
 * Resources beside those of Pro subscriptions and access control: Essentials, Active-Active, connections, redirections,
 * and what runs once.
 */

/** The program with one more of these, and what that needs; undefined where all are there. */
export function withOther(program: Program, chance: Chance, allowed: Allowed): Program | undefined {
  const isThere = ({ logicalName }: DeclaredOther) =>
    program.others.some((one) => one.logicalName === logicalName);
  const added = chance.one(choicesIn(program, allowed).filter((one) => !isThere(one)));
  if (added === undefined) return undefined;
  const all = possibleIn(program, allowed);
  const needed = new Set([added]);
  // Whatever is needed grows the set while it is gone through.
  for (const one of needed)
    for (const other of all) if (needs(one, other.logicalName) && !isThere(other)) needed.add(other);
  return { ...program, others: inOrder([...program.others, ...needed]) };
}

/** Another value for one of those that have several. */
export function withOtherValue(program: Program, chance: Chance): Program | undefined {
  const chosen = chance.one(program.others.filter(isVariable));
  if (chosen === undefined) return undefined;
  const others = program.others.map((one) => (one === chosen ? { ...one, value: one.value + 1 } : one));
  return { ...program, others };
}

/** Without one of them, and what needs it. */
export function withoutOther(program: Program, chance: Chance): Program | undefined {
  const gone = chance.one(program.others);
  if (gone === undefined) return undefined;
  const others = program.others.filter((one) => one !== gone);
  return { ...program, others: othersWithParents({ ...program, others }, (name) => name) };
}

/** Those that are left when resources have other names, or are gone. */
export function othersWithParents(
  { others, subscriptions }: Pick<Program, "others" | "subscriptions">,
  nameNow: (logicalName: string) => string,
): readonly DeclaredOther[] {
  const there = new Set(
    subscriptions.flatMap(({ logicalName, databases }) => [
      logicalName,
      ...databases.map((database) => database.logicalName),
    ]),
  );
  // They are in an order in which each follows what it needs.
  return others
    .map((one) => (one.parent === undefined ? one : { ...one, parent: nameNow(one.parent) }))
    .filter(({ logicalName, parent, target }) => {
      const isLeft = [parent, target].every((name) => name === undefined || there.has(name));
      if (isLeft) there.add(logicalName);
      return isLeft;
    });
}

const needs = ({ parent, target }: DeclaredOther, logicalName: string): boolean =>
  parent === logicalName || target === logicalName;

/** Each after what it needs. */
function inOrder(others: readonly DeclaredOther[]): readonly DeclaredOther[] {
  const depth = (one: DeclaredOther): number =>
    1 + Math.max(0, ...others.filter(({ logicalName }) => needs(one, logicalName)).map(depth));
  return [...others].sort((a, b) => depth(a) - depth(b));
}

/** In a few words, e.g. `carts@global 2`. */
export const otherInWords = ({ logicalName, parent, value }: DeclaredOther): string =>
  `${logicalName}${parent === undefined ? "" : `@${parent}`} ${value}`;
