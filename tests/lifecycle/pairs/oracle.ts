import { isDeepStrictEqual } from "node:util";
import { aclRoleRows, aclRuleRows, aclUserRows } from "./aclRows";
import {
  activeActiveDatabaseRows,
  activeActiveRegionRows,
  activeActiveSubscriptionRows,
} from "./activeActiveRows";
import { cloudAccountRows } from "./cloudAccountRows";
import { databaseRows } from "./databaseRows";
import { essentialsDatabaseRows, essentialsSubscriptionRows } from "./essentialsRows";
import type { Holding } from "./holdings";
import type { Args, Type } from "./program";
import { BEYOND_COMPARE, type Row } from "./rows";
import { subscriptionRows } from "./subscriptionRows";

/*
 * What a program says against what the server holds, by the API's documentation alone: the provider's own idea of
 * either is nowhere in it.
 */

const ROWS: Record<Type, readonly Row<never>[]> = {
  CloudAccount: cloudAccountRows,
  Subscription: subscriptionRows,
  Database: databaseRows,
  AclRule: aclRuleRows,
  AclRole: aclRoleRows,
  AclUser: aclUserRows,
  EssentialsSubscription: essentialsSubscriptionRows,
  EssentialsDatabase: essentialsDatabaseRows,
  ActiveActiveSubscription: activeActiveSubscriptionRows,
  ActiveActiveRegion: activeActiveRegionRows,
  ActiveActiveDatabase: activeActiveDatabaseRows,
};
const rowsOf = (type: Type) => ROWS[type] as readonly Row<Holding>[];

/** Arguments of a subscription that are used on its creation, and what only the state keeps. */
export const NOT_OF_THE_SERVER = ["timeouts", "forceDestroy", "databases", "creationPlan", "redisVersion"];

/** All arguments of a type that are compared. */
export const comparedArguments = (type: Type): readonly string[] => [
  ...new Set(rowsOf(type).flatMap(({ names }) => names)),
];

/** A resource at one moment. */
export interface Moment {
  readonly id: string;
  readonly args: Args;
  readonly holding: Holding;
}

/** Where the server does not hold what the program says. */
export function notHeld(type: Type, { args, holding }: Moment): readonly string[] {
  return rowsOf(type).flatMap((row) => {
    const [said, held] = [row.said(args), row.held(holding, args)];
    if (said === undefined || held === BEYOND_COMPARE || isDeepStrictEqual(said, held)) return [];
    return [`${row.names}: the server holds ${JSON.stringify(held)}, and not ${JSON.stringify(said)}`];
  });
}

/** Arguments that a program says nothing of any more, which were to stay and did not. */
export function notKept(type: Type, before: Moment, after: Moment): readonly string[] {
  if (before.id !== after.id) return [];
  return rowsOf(type).flatMap((row) => {
    if (row.said(after.args) !== undefined || !isChanged(row, before, after)) return [];
    return [`${row.names}: is no longer declared, was to stay, and changed`];
  });
}

/** What a preview had to list: of each set of arguments at least one, and no other than are among these. */
export interface ToList {
  readonly oneOf: readonly (readonly string[])[];
  readonly allowed: ReadonlySet<string>;
}

/** The arguments whose value at the server is another than before; where that cannot be told, those declared otherwise. */
export function toList(type: Type, before: Moment, after: Moment): ToList {
  const declared = rowsOf(type).filter((row) => row.said(after.args) !== undefined);
  const changed = declared.filter((row) => isChanged(row, before, after));
  const untold = declared.filter(
    (row) =>
      heldOf(row, before, after).includes(BEYOND_COMPARE) &&
      !isDeepStrictEqual(row.said(before.args), row.said(after.args)),
  );
  const isSaid = (name: string) => before.args[name] !== undefined || after.args[name] !== undefined;
  return {
    oneOf: changed.filter((row) => row.isImplied?.(after.args) !== true).map(({ names }) => names),
    allowed: new Set(
      [...changed, ...untold].flatMap(({ names }) => (names.length === 1 ? names : names.filter(isSaid))),
    ),
  };
}

/** What the server held and holds. */
const heldOf = (row: Row<Holding>, before: Moment, after: Moment): readonly unknown[] =>
  [before, after].map(({ holding }) => row.held(holding, after.args));

function isChanged(row: Row<Holding>, before: Moment, after: Moment): boolean {
  const [held, holds] = heldOf(row, before, after);
  return held !== BEYOND_COMPARE && holds !== BEYOND_COMPARE && !isDeepStrictEqual(held, holds);
}
