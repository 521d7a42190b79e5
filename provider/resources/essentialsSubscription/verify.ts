import type { Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { paymentMethodProblems } from "../subscription/verify";
import { existingName, noteDeclared, otherDeclaredPlans } from "./declared";
import { essentialsSubscriptionKind, type ListedEssentialsSubscription } from "./kind";
import { isFree, type Plan, planLabel, plansAnswer, readPlan, replacingDifference } from "./plans";
import type { EssentialsSubscriptionInputs } from "./types";

type Inputs = Partial<EssentialsSubscriptionInputs>;
type IsUnknown = (argument: keyof EssentialsSubscriptionInputs) => boolean;

/** Validates a subscription's arguments against its plan, which it also makes known to the diff. */
export async function verifyEssentialsSubscription(
  inputs: Inputs,
  session: ResourceSession,
  before: Inputs,
  isUnknown: IsUnknown,
): Promise<readonly Problem[]> {
  const { planId } = inputs;
  noteDeclared(session, urnOf(inputs), planId, before.name);
  if (planId === undefined) return paymentMethodProblems(inputs, session);
  const plan = await readPlan(planId, session);
  if (plan === undefined) {
    const reason = `there is no plan ${planId}: getEssentialsPlans() lists them.`;
    return [{ property: "planId", reason }];
  }
  if (before.planId !== undefined && before.planId !== planId) await readPlan(before.planId, session);
  const isMove =
    before.planId !== undefined &&
    before.planId !== planId &&
    replacingDifference(before.planId, planId) === undefined;
  return [
    ...(isFree(plan)
      ? freePlanProblems(plan, inputs, before, isUnknown)
      : await paymentMethodProblems(inputs, session)),
    ...(isFree(plan) && before.planId !== planId ? await secondFreePlan(inputs, session) : []),
    ...(isMove ? await moveProblems(plan, before, session) : []),
  ];
}

const urnOf = (inputs: Inputs): unknown => (inputs as Record<string, unknown>).__urn;

/**
 * API: `FIXED_PAYMENT_INFO_NOT_ALLOWED_IN_FREE_FIXED_PLAN`. The payment method of an earlier paid plan stays in the
 * state when the program drops it, and is not sent.
 */
function freePlanProblems(
  plan: Plan,
  inputs: Inputs,
  before: Inputs,
  isUnknown: IsUnknown,
): readonly Problem[] {
  const reason = `is for paid plans: omit it with the free plan ${planLabel(plan)}.`;
  return (["paymentMethod", "paymentMethodId"] as const)
    .filter((property) => isUnknown(property) || inputs[property] !== before[property])
    .map((property) => ({ property, reason }));
}

/** An account has one free plan at most (`FIXED_SUBSCRIPTION_ACCOUNT_ALREADY_HAS_A_FREE_PLAN`). */
async function secondFreePlan(inputs: Inputs, session: ResourceSession): Promise<readonly Problem[]> {
  const urn = urnOf(inputs);
  const beside = await Promise.all(
    otherDeclaredPlans(session, urn).map((planId) => readPlan(planId, session)),
  );
  if (beside.some((plan) => plan !== undefined && isFree(plan))) return [onlyOne("another of this program")];
  // A subscription that is replaced is deleted first. Names need not be unique, so one of the same name may pass.
  const own = [inputs.name, existingName(session, urn)];
  const { deleting } = essentialsSubscriptionKind.states;
  const others = [...(await session.list(essentialsSubscriptionKind, {}, 0)).values()];
  const other = others.find((one) => isFree(one) && !own.includes(one.name) && !deleting.has(one.status));
  return other === undefined ? [] : [onlyOne(`subscription ${other.id} (${other.name})`)];
}

const onlyOne = (holder: string): Problem => ({
  property: "planId",
  reason: `is a free plan, and an account has only one: ${holder} has it. Choose a paid plan.`,
});

/** A subscription can only move to a plan that has room for what its databases have. */
async function moveProblems(
  plan: Plan,
  before: Inputs,
  session: ResourceSession,
): Promise<readonly Problem[]> {
  const existing = await findExisting(before.name, session);
  if (existing === undefined) return [];
  const path = `/fixed/plans/subscriptions/${existing.id}`;
  const { plans } = (await session.find(path, plansAnswer)) ?? {};
  if (plans === undefined || plans.some(({ id }) => id === plan.id)) return [];
  const possible = plans.map(planLabel).join(", ") || "none";
  const reason =
    `subscription ${existing.id} cannot move to ${planLabel(plan)}: its databases have more than that plan has (number ` +
    `of databases, source addresses, TLS, replicas, size). It can have: ${possible}. Change the databases in an earlier ` +
    "`pulumi up`, or choose another plan.";
  return [{ property: "planId", reason }];
}

/** The subscription with this name; undefined if there is none, or several. */
async function findExisting(
  name: string | undefined,
  session: ResourceSession,
): Promise<ListedEssentialsSubscription | undefined> {
  const all = [...(await session.list(essentialsSubscriptionKind, {}, 0)).values()];
  const [found, ...others] = all.filter((one) => one.name === name);
  return others.length === 0 ? found : undefined;
}
