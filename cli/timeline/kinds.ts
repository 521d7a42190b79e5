import type { ResourceId } from "../../provider/api/lists";
import type { Account } from "../../provider/lifecycle/account";
import { type Action, isCommand } from "../../provider/lifecycle/commands";
import { isSubscription, type Kind, kindsOf } from "../../provider/lifecycle/kind";
import { inWords, type TaskIds, type TimelineKinds } from "../../timeline/kinds";
import { ALL, type Declarations, ofKind } from "../declarations";

/** IDs of an account's subscriptions, by the name of their kind. */
export type SubscriptionIds = ReadonlyMap<string, ReadonlySet<unknown>>;

/**
 * The kinds of these declarations, for timelines.
 *
 * @param subscriptions tell kinds apart whose tasks have the same names; without them, the first declared kind counts.
 */
export function timelineKindsOf(
  declarations: Declarations,
  subscriptions: SubscriptionIds = new Map(),
): TimelineKinds {
  return {
    nounOf: (name) => ofKind(name, declarations)?.kind.noun ?? inWords(name),
    ofCommand: (commandType, ids) => kindOfTask(commandType, declarations, subscriptions, ids)?.name,
    prefixOf: (name) => prefixOf(ofKind(name, declarations)?.kind),
    isOutermostParent: (name) => isOutermostParent(name, declarations),
    isLimited: (name) => {
      const declaration = ofKind(name, declarations);
      return declaration !== undefined && isSubscription(declaration.kind);
    },
  };
}

/** All kinds of this package. */
export const ALL_KINDS = timelineKindsOf(ALL);

const ACTIONS: readonly Action[] = ["create", "update", "delete"];

/** The kinds that declare the `commandType` or, without any, the one whose name is its prefix. */
export function kindsOfCommand(commandType: string, declarations: Declarations): readonly Kind[] {
  const kinds = declarations.map(({ kind }) => kind);
  const declaring = kinds.filter(
    (kind) =>
      ACTIONS.some((action) => isCommand(kind, action, commandType)) || kind.commands.read?.has(commandType),
  );
  if (declaring.length > 0) return declaring;
  return kinds.filter(({ name }) => new RegExp(`^${name}[A-Z]`).test(commandType)).slice(0, 1);
}

/** The kind of the task's resource: Pro and Active-Active subscriptions share the names of tasks. */
function kindOfTask(
  commandType: string,
  declarations: Declarations,
  subscriptions: SubscriptionIds,
  { resourceId, additionalResourceId }: TaskIds = {},
): Kind | undefined {
  const kinds = kindsOfCommand(commandType, declarations);
  const isIn = ({ name }: Kind, id: ResourceId | undefined) => subscriptions.get(name)?.has(id) === true;
  const isOne = (kind: Kind) =>
    isSubscription(kind)
      ? isIn(kind, resourceId)
      : kind.parents.flatMap(kindsOf).some((parent) => isIn(parent, additionalResourceId));
  return kinds.find(isOne) ?? kinds[0];
}

/** Reads which subscriptions of which kind the account has. */
export async function readSubscriptionIds(
  { snapshots }: Account,
  declarations: Declarations = ALL,
): Promise<SubscriptionIds> {
  const kinds = declarations.map(({ kind }) => kind).filter(isSubscription);
  const ids = kinds.map(async (kind) => {
    const listed = await snapshots.listOf(kind, {}).asOf(0);
    return [kind.name, new Set<unknown>(listed.keys())] as const;
  });
  return new Map(await Promise.all(ids));
}

/** What the names of the kind's tasks begin with, by that of its creation: `fixedDatabase`. */
function prefixOf(kind: Kind | undefined): string | undefined {
  const { create } = kind?.commands ?? {};
  const [, prefix] = (typeof create === "string" && /^(\w+)CreateRequest$/.exec(create)) || [];
  return prefix;
}

const isOutermostParent = (name: string, declarations: Declarations): boolean =>
  ofKind(name, declarations)?.kind.parents.length === 0 &&
  declarations.some(({ kind }) => kind.parents.flatMap(kindsOf).some((parent) => parent.name === name));
