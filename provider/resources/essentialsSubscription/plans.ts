import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import type { FixedPrice } from "../../api/pricing";
import type { ResourceSession } from "../../operations/session";

/** What plans and the subscriptions that have them report. */
export const planDetails = z.object({
  id: resourceId,
  name: maybe(z.string()),
  size: informative(z.number()),
  datasetSize: informative(z.number()),
  sizeMeasurementUnit: informative(z.string()),
  provider: maybe(z.string()),
  region: maybe(z.string()),
  price: informative(z.number()),
  priceCurrency: informative(z.string()),
  pricePeriod: informative(z.string()),
  maximumDatabases: informative(z.number()),
  availability: informative(z.string()),
  connections: informative(z.union([z.string(), z.number().transform(String)])),
  cidrAllowRules: informative(z.number()),
  supportDataPersistence: informative(z.boolean()),
  supportInstantAndDailyBackups: informative(z.boolean()),
  supportReplication: informative(z.boolean()),
  supportClustering: informative(z.boolean()),
  customerSupport: informative(z.string()),
});

/** `GET /fixed/plans/{planId}`. */
export const planAnswer = planDetails.extend({
  regionId: informative(z.number()),
  maximumThroughput: informative(z.number()),
  maximumBandwidthGB: informative(z.number()),
  supportSsl: informative(z.boolean()),
  supportedAlerts: informative(z.array(z.string())),
  redisFlex: informative(z.boolean()),
});
export type Plan = z.infer<typeof planAnswer>;

/** `GET /fixed/plans` and `GET /fixed/plans/subscriptions/{subscriptionId}`. */
export const plansAnswer = z.looseObject({ plans: z.array(planAnswer) });

/** Plans that this process has read. Their IDs are the same in all accounts. */
const seen = new Map<number, Plan>();
const reads = new Map<number, Promise<Plan | undefined>>();

/** Reads a plan, once in a process; undefined if there is none with this ID. */
export function readPlan(planId: number, session: ResourceSession): Promise<Plan | undefined> {
  const reading = reads.get(planId) ?? session.find(`/fixed/plans/${planId}`, planAnswer);
  reads.set(planId, reading);
  return reading.then(
    (plan) => {
      if (plan === undefined) reads.delete(planId);
      else seen.set(planId, plan);
      return plan;
    },
    (error) => {
      reads.delete(planId);
      throw error;
    },
  );
}

/** The price of a subscription: that of its plan. Whether the API counts what pay-as-you-go uses, it does not tell. */
export async function priceOfPlan(
  { planId }: { readonly planId?: number },
  session: ResourceSession,
): Promise<FixedPrice | undefined> {
  const plan = planId === undefined ? undefined : await readPlan(planId, session);
  if (plan?.price === undefined) return undefined;
  const { price, priceCurrency = "", pricePeriod = "month" } = plan;
  return { amount: price, currency: priceCurrency, period: pricePeriod.toLowerCase() };
}

/** A free plan, which takes no payment method: one with the price 0. */
export const isFree = ({ price }: Pick<Plan, "price">): boolean => price === 0;

/** Whether a plan that has been read is a free one. */
export function isKnownAsFree(planId: number): boolean {
  const plan = seen.get(planId);
  return plan !== undefined && isFree(plan);
}

/** Describes a plan for messages, e.g. `98001 (30MB)`. */
export const planLabel = ({ id, name }: Pick<Plan, "id" | "name">): string =>
  name === undefined ? String(id) : `${id} (${name})`;

const isMultiZone = ({ availability = "" }: Plan): boolean => /^multi/i.test(availability);

/**
 * Why a subscription cannot move from one plan to another, and is replaced: the difference, e.g. `region us-east-1 =>
 * eu-west-1`. Undefined if it can, or while one of the plans has not been read.
 *
 * Source: the API's error codes `FIXED_MISMATCH_BETWEEN_REQUEST_PLAN_…`,
 * `FIXED_SUBSCRIPTION_PLAN_CANNOT_CHANGED_FROM_…` and `…REDIS_FLEX_PLAN_CANNOT_BE_UPDATED_TO_…`.
 */
export function replacingDifference(before: number, after: number): string | undefined {
  const [from, to] = [seen.get(before), seen.get(after)];
  if (from === undefined || to === undefined) return undefined;
  if (from.provider !== to.provider) return `provider ${from.provider} => ${to.provider}`;
  if (from.region !== to.region) return `region ${from.region} => ${to.region}`;
  if (isMultiZone(from) !== isMultiZone(to)) return `availability ${from.availability} => ${to.availability}`;
  const [wasFlex, isFlex] = [from.redisFlex === true, to.redisFlex === true];
  return wasFlex === isFlex ? undefined : `redisFlex ${wasFlex} => ${isFlex}`;
}
