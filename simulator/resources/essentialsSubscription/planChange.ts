import type { Account } from "../../account";
import { type ErrorCode, Refusal, requireThat } from "../../refusal";
import { ESSENTIALS_DATABASE, type EssentialsDatabase } from "../essentialsDatabase/state";
import { planOf } from "./find";
import { findPlan, isFree, isPayAsYouGo, PLANS, type Plan, sizeInGb } from "./plans";
import { ESSENTIALS_SUBSCRIPTION, type EssentialsSubscription } from "./state";

/** An account has one free plan at most, and only with a way to pay for others. */
export function requireFreePlanAllowed(
  account: Account,
  plan: Plan,
  subscription?: EssentialsSubscription,
): void {
  if (!isFree(plan)) return;
  const { billing, paymentMethods } = account.options;
  requireThat(
    billing !== "credit-card" || paymentMethods.length > 0,
    "FREE_PLAN_IS_ALLOWED_ONLY_FOR_ACCOUNTS_WITH_VALID_PAYMENT_INFO",
  );
  const others = [...account.collection(ESSENTIALS_SUBSCRIPTION).values()].filter(
    (other) => other !== subscription,
  );
  requireThat(
    !others.some((other) => isFree(planOf(other))),
    "FIXED_SUBSCRIPTION_ACCOUNT_ALREADY_HAS_A_FREE_PLAN",
  );
}

/** The plan that an update asks for. @throws Refusal when the subscription cannot move to it */
export function requirePlanChange(
  account: Account,
  subscription: EssentialsSubscription,
  planId: number,
): Plan {
  const plan = findPlan(planId);
  requireThat(plan, "FIXED_SUBSCRIPTION_UPDATE_INVALID_PLAN");
  const databases = account.collection(ESSENTIALS_DATABASE).inSubscription(subscription.id);
  const isBusy =
    subscription.status !== "active" || databases.some(({ status }) => /pending|draft/.test(status));
  requireThat(
    !isBusy,
    "UPDATING_A_FIXED_SUBSCRIPTION_PLAN_IS_NOT_ALLOWED_WHILE_THE_SUBSCRIPTION_OR_BDB_IS_PENDING",
  );
  const code = codeAgainst(planOf(subscription), plan, databases);
  if (code) throw new Refusal(code);
  requireFreePlanAllowed(account, plan, subscription);
  return plan;
}

/** `GET /fixed/plans/subscriptions/{subscriptionId}`: the plans that a subscription can have, its own included. */
export function plansFor(account: Account, subscription: EssentialsSubscription): Plan[] {
  const databases = account.collection(ESSENTIALS_DATABASE).inSubscription(subscription.id);
  const own = planOf(subscription);
  return PLANS.filter((plan) => codeAgainst(own, plan, databases) === undefined);
}

/** The code with which the server refuses to move from one plan to another. */
function codeAgainst(from: Plan, to: Plan, databases: EssentialsDatabase[]): ErrorCode | undefined {
  const isMultiZone = ({ availability }: Plan) => availability === "Multi-zone";
  const rules: [isBroken: boolean, code: ErrorCode][] = [
    [
      from.provider !== to.provider,
      "FIXED_MISMATCH_BETWEEN_REQUEST_PLAN_CLOUD_PROVIDER_AND_SUBSCRIPTION_CLOUD_PROVIDER",
    ],
    [from.region !== to.region, "FIXED_MISMATCH_BETWEEN_REQUEST_PLAN_REGION_AND_SUBSCRIPTION_REGION"],
    [from.redisFlex && !to.redisFlex, "REDIS_FLEX_PLAN_CANNOT_BE_UPDATED_TO_NON_REDIS_FLEX"],
    [!from.redisFlex && to.redisFlex, "NON_REDIS_FLEX_PLAN_CANNOT_BE_UPDATED_TO_REDIS_FLEX_PLAN"],
    [
      !isMultiZone(from) && isMultiZone(to),
      "FIXED_SUBSCRIPTION_PLAN_CANNOT_CHANGED_FROM_AVAILABILITY_OF_SINGLE_ZONE_OR_NO_REPLICATION_TO_MULTI_ZONE",
    ],
    [
      isMultiZone(from) && !isMultiZone(to),
      "FIXED_SUBSCRIPTION_PLAN_CANNOT_CHANGED_FROM_AVAILABILITY_OF_MULTI_ZONE_TO_SINGLE_ZONE_OR_NO_REPLICATION",
    ],
    [
      databases.length > to.maximumDatabases,
      "FIXED_SUBSCRIPTION_PLAN_MAX_DATABASES_SMALLER_THEN_CURRENT_SUBSCRIPTION_DATABASES_COUNT",
    ],
    [
      isPayAsYouGo(from) && usedGb(databases) > sizeInGb(to),
      "FIXED_SUBSCRIPTION_PLAN_SIZE_SMALLER_THEN_CURRENT_SUBSCRIPTION_USAGE",
    ],
    [
      isFree(to) && databases.some(({ replica }) => replica),
      "FIXED_SUBSCRIPTION_PLAN_NOT_SUPPORT_REPLICA_OF",
    ],
    [
      !to.supportSsl && databases.some(({ enableTls }) => enableTls),
      "FIXED_SUBSCRIPTION_PLAN_NOT_SUPPORT_TLS",
    ],
    [
      databases.some(({ sourceIps = [] }) => sourceIps.length > to.cidrAllowRules),
      "FIXED_SUBSCRIPTION_PLAN_MAX_SOURCE_IPS_IS_SMALLER_THEN_ONE_OF_EXISTING_DATABSE_SOURCE_IPS",
    ],
  ];
  return rules.find(([isBroken]) => isBroken)?.[1];
}

/** Pay-as-you-go databases use what they are sized for; data of others is not counted. */
const usedGb = (databases: EssentialsDatabase[]): number =>
  databases.reduce((total, { memoryLimitInGb = 0 }) => total + memoryLimitInGb, 0);
