import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import { fitIntoPlan } from "../essentialsDatabase/plan";
import { ESSENTIALS_DATABASE } from "../essentialsDatabase/state";
import { type Payment, paymentOf } from "../subscription/payment";
import { essentialsSubscriptionOf, planOf } from "./find";
import { requireFreePlanAllowed, requirePlanChange } from "./planChange";
import { findPlan, isFree, type Plan } from "./plans";
import type { EssentialsSubscriptionCreateRequest, EssentialsSubscriptionUpdateRequest } from "./requests";
import type { EssentialsSubscription } from "./state";

/**
 * What the tasks of Essentials subscriptions do when they are processed. Nobody knows whether these subscriptions count
 * among the three that may change at once: here they do not.
 */
export const essentialsSubscriptionCommands = {
  fixedSubscriptionCreateRequest: createEssentialsSubscription,
  fixedSubscriptionUpdateRequest: updateEssentialsSubscription,
  fixedSubscriptionDeleteRequest: deleteEssentialsSubscription,
} satisfies CommandHandlers;

/** The subscription in the path of a request. */
interface InPath {
  subscriptionId: number;
}

/** Creates a subscription: `pending`, `active`. */
function createEssentialsSubscription(
  account: Account,
  { body }: { body: EssentialsSubscriptionCreateRequest },
  taskId: string,
): TaskResponse {
  requireName(body.name);
  const plan = findPlan(body.planId);
  requireThat(plan, "FIXED_SUBSCRIPTION_CREATE_PLAN_NOT_FOUND");
  const payment = paymentFor(account, plan, body);
  requireFreePlanAllowed(account, plan);
  const subscription: EssentialsSubscription = {
    kind: "essentialsSubscription",
    id: account.newId(),
    name: body.name,
    status: "pending",
    planId: plan.id,
    payment,
    created: account.now,
    visibleAt: account.now + account.duration("visibility"),
    change: 0,
  };
  account.add(subscription, taskId);
  account.schedule(subscription, "active", account.duration("essentialsSubscriptionCreate"));
  return { resourceId: subscription.id };
}

/** Changes a subscription, which is `pending` meanwhile. Its databases lose what a new plan does not support. */
function updateEssentialsSubscription(
  account: Account,
  { subscriptionId, body }: InPath & { body: EssentialsSubscriptionUpdateRequest },
  taskId: string,
): TaskResponse {
  const subscription = essentialsSubscriptionOf(account, subscriptionId);
  const isNewPlan = body.planId !== undefined && body.planId !== subscription.planId;
  requireName(body.name ?? subscription.name);
  const plan = isNewPlan
    ? requirePlanChange(account, subscription, Number(body.planId))
    : planOf(subscription);
  requireThat(subscription.status === "active", "SUBSCRIPTION_NOT_ACTIVE");
  subscription.payment = paymentFor(account, plan, body, subscription.payment);
  subscription.name = body.name ?? subscription.name;
  if (isNewPlan) subscription.plan = undefined;
  subscription.planId = plan.id;
  for (const database of account.collection(ESSENTIALS_DATABASE).inSubscription(subscriptionId))
    Object.assign(database, fitIntoPlan(database, plan));
  account.transition(subscription, "pending", taskId);
  account.schedule(subscription, "active", account.duration("essentialsSubscriptionUpdate"));
  return { resourceId: subscriptionId };
}

/** Deletes a subscription without databases: `deleting`, gone. */
function deleteEssentialsSubscription(
  account: Account,
  { subscriptionId }: InPath,
  taskId: string,
): TaskResponse {
  const subscription = essentialsSubscriptionOf(account, subscriptionId);
  const { status } = subscription;
  requireThat(status === "active" || status === "error", "SUBSCRIPTION_NOT_ACTIVE");
  requireThat(
    account.collection(ESSENTIALS_DATABASE).inSubscription(subscriptionId).length === 0,
    "SUBSCRIPTION_IN_USE",
  );
  account.transition(subscription, "deleting", taskId);
  account.schedule(subscription, "gone", account.duration("essentialsSubscriptionDelete"));
  return { resourceId: subscriptionId };
}

function requireName(name: string): void {
  requireThat(name.trim() !== "", "FIXED_SUBSCRIPTION_INVALID_NAME");
}

/** A free plan takes no payment; other plans are paid like Pro subscriptions. */
function paymentFor(
  account: Account,
  plan: Plan,
  request: EssentialsSubscriptionUpdateRequest,
  before?: Payment,
): Payment | undefined {
  if (!isFree(plan)) return paymentOf(account, request, before);
  const isNamed = request.paymentMethod !== undefined || request.paymentMethodId !== undefined;
  requireThat(!isNamed, "FIXED_PAYMENT_INFO_NOT_ALLOWED_IN_FREE_FIXED_PLAN");
  return undefined;
}
