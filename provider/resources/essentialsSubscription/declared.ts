import type { ResourceSession } from "../../operations/session";
import { perAccount } from "../perAccount";

/*
 * What the program declares of its Essentials subscriptions in this run: databases are validated against the plan that
 * their subscription is to have.
 */

interface Declared {
  /** The plan that the subscription is to have; undefined while unknown. */
  readonly planId: number | undefined;
  /** The name that it has, if it exists: a replacement is also checked as a new resource. */
  readonly existingName: string | undefined;
}

/** By URN, whether the subscription exists or not. */
const declaredIn = perAccount(() => new Map<unknown, Declared>());
/** URNs of existing subscriptions, by ID. */
const urns = new Map<number, unknown>();

/** @param existingName undefined if this check does not tell whether the subscription exists. */
export function noteDeclared(
  session: ResourceSession,
  urn: unknown,
  planId: number | undefined,
  existingName: string | undefined,
): void {
  const all = declaredIn(session);
  all.set(urn, { planId, existingName: existingName ?? all.get(urn)?.existingName });
}

export function noteUrn(subscriptionId: number, urn: unknown): void {
  urns.set(subscriptionId, urn);
}

/** The name that the subscription with this URN has, if it exists. */
export const existingName = (session: ResourceSession, urn: unknown): string | undefined =>
  declaredIn(session).get(urn)?.existingName;

/** The plan that a declared subscription is to have; undefined if the program does not declare it. */
export const declaredPlanOf = (
  session: ResourceSession,
  subscriptionId: number,
): Pick<Declared, "planId"> | undefined => declaredIn(session).get(urns.get(subscriptionId));

/** The plan that all subscriptions have in common which this run declares on the account. */
export function planOfAllDeclared(session: ResourceSession): number | undefined {
  const [planId, ...others] = new Set([...declaredIn(session).values()].map((one) => one.planId));
  return others.length === 0 ? planId : undefined;
}

/** The plans of the other subscriptions that this run declares on the account, as far as they are known. */
export const otherDeclaredPlans = (session: ResourceSession, urn: unknown): readonly number[] =>
  [...declaredIn(session)].flatMap(([other, { planId }]) => (other === urn ? [] : (planId ?? [])));
