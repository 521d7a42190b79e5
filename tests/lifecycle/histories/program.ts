import type { Inputs } from "@pulumi/pulumi";
import { type Declared, givenName, inOrder, type Program, type Type } from "./declared";
import { TYPES } from "./types";
import type { SharedWith, StateOf } from "./types/type";

const SHORT = { create: "2m", update: "1m", delete: "2m" };

/** The arguments with which the program declares it. */
export function argsOf(declared: Declared, stateOf: StateOf, sharedWith: SharedWith): Inputs {
  const { args, isNamed } = TYPES[declared.type];
  return {
    ...args(declared, stateOf, sharedWith),
    ...(isNamed && declared.called > 0 ? { name: givenName(declared) } : {}),
    ...(declared.impatient ? { timeouts: SHORT } : {}),
  };
}

/** What a resource must hold, beside its name, in words; undefined if that cannot be changed. */
export const contentOf = (declared: Declared): string | undefined => TYPES[declared.type].content?.(declared);

/** The arguments by which a resource refers to one of another type. */
export const referencesTo = (type: Type, other: Type): readonly string[] =>
  TYPES[type].references?.[other] ?? (isSubscription(other) ? ["subscriptionId"] : []);

export const isSubscription = (type: Type): boolean => type.endsWith("Subscription");

/** Whether another version of the program asks for another one. */
export const isReplaced = (before: Declared, after: Declared): boolean =>
  before.place !== after.place ||
  before.parent !== after.parent ||
  (TYPES[before.type].isReplaced?.(before, after) ?? false);

/** The program without references to what is not there, and without what then lacks what it refers to. */
export function consistent(program: Program): Program {
  const kept: Declared[] = [];
  for (const declared of inOrder(program)) {
    const isKept = (name: string) => kept.some((other) => other.name === name);
    const uses = declared.uses?.filter(isKept);
    if (isLeft({ ...declared, uses }, declared.uses)) kept.push({ ...declared, uses });
  }
  return kept;
}

/** A role is left with a database; other resources are left with one of those that they refer to. */
function isLeft({ type, uses = [] }: Declared, before: readonly string[] = []): boolean {
  if (TYPES[type].isIndependent) return true;
  if (type === "EndpointRedirection") return uses.length === before.length;
  if (type === "AclRole") return uses.some((name) => !name.startsWith("acl-rule"));
  return before.length === 0 ? type !== "AclUser" : uses.length > 0;
}
