import { RedisCloudApiError } from "../../api/error";
import { amountCharged, type Price } from "../../api/pricing";
import { isSubscription, subscriptionOf, type Target, targetOf } from "../../lifecycle/kind";
import { changes } from "../../operations/changes";

import type { AnyDeclaration, Priced } from "../../operations/declaration";
import { type Properties, withoutUnknown } from "../../operations/properties";
import type { ResourceSession } from "../../operations/session";
import type { Estimate, Share } from "./estimate";
import { NotEstimated, type Prices } from "./prices";

/** A resource whose change is estimated. */
export interface Subject {
  readonly declaration: AnyDeclaration;
  readonly priced: Priced<Record<string, unknown>>;
  readonly session: ResourceSession;
  readonly prices: Prices;
  readonly inputs: Properties;
  /** URN of its subscription: the key in estimates until it is created. */
  readonly key: string;
  /** For a database: the arguments of its subscription, if the program has it. */
  readonly ofSubscription?: Properties;
}

/** Estimates a creation. */
export async function estimateCreation(subject: Subject): Promise<Estimate | undefined> {
  const { declaration, session, inputs } = subject;
  const subscriptionId = subscriptionOf(targetOf(declaration.kind, withoutUnknown(inputs)));
  const made =
    subscriptionId === undefined ? undefined : await declaration.find?.(withoutUnknown(inputs), session);
  return made === undefined
    ? estimateNew(subject)
    : estimateChange(subject, made, String(inputs.name), inputs);
}

/** Estimates an update; undefined if the change does not affect the cost. */
export function estimateUpdate(
  subject: Subject,
  target: Target,
  olds: Properties,
): Promise<Estimate | undefined> {
  const { update } = changes(subject.declaration, olds, subject.inputs);
  return estimateChange(subject, target, String(olds.name), update);
}

/** Estimates a replacement. */
export async function estimateReplacement(
  subject: Subject,
  target: Target,
  olds: Properties,
): Promise<Estimate> {
  const { prices } = subject;
  const isPart = !isSubscription(target.kind);
  const id = subscriptionOf(target) ?? 0;
  const now = await prices.ofToday(id);
  const before = isPart ? await currentCost(subject, target, String(olds.name)) : amountCharged(now);
  const estimate = await estimateNew(subject);
  const old = estimate.subscriptions[id] ?? { today: now.used, minimum: now.minimum, databases: {} };
  const share = isPart ? without(old, String(olds.name), before) : { ...old, isGone: true as const };
  return { ...estimate, replaced: before, subscriptions: { ...estimate.subscriptions, [id]: share } };
}

async function estimateNew(subject: Subject): Promise<Estimate> {
  const { declaration, priced, prices, inputs, ofSubscription, session } = subject;
  const target = targetOf(declaration.kind, withoutUnknown(inputs));
  const subscriptionId = subscriptionOf(target);
  const isInNew = !isSubscription(target.kind) && subscriptionId === undefined;
  if (isInNew && ofSubscription === undefined) throw new NotEstimated("its subscription is not known yet");
  const asked = priced.creation({ ...inputs }, isInNew ? ofSubscription : undefined);
  const request = isInNew ? asked : ((await declaration.complete?.(asked, { ...inputs }, session)) ?? asked);
  const price = await prices.ofRequest(target, request);
  const databases = [...priced.databases({ ...inputs })].map(
    ([inAnswer, name]) => [name, { before: 0, after: price.of(inAnswer) }] as const,
  );
  return estimateOf(subject, subscriptionId, price, Object.fromEntries(databases));
}

async function estimateChange(
  subject: Subject,
  target: Target,
  name: string,
  change: Properties,
): Promise<Estimate | undefined> {
  const { priced, prices } = subject;
  const request = priced.change?.(target, { ...change });
  if (request === undefined || Object.keys(request.body ?? {}).length === 0) return undefined;
  const before = await currentCost(subject, target, name);
  const price = await prices.ofRequest(target, request);
  return estimateOf(subject, subscriptionOf(target), price, { [name]: { before, after: price.of(name) } });
}

/** The current cost of a database; 0 if it is gone. */
async function currentCost({ priced, prices }: Subject, target: Target, name: string): Promise<number> {
  const asItIs = priced.change?.(target, {});
  if (asItIs === undefined) return 0;
  try {
    return (await prices.ofRequest(target, asItIs)).of(name);
  } catch (error) {
    if (error instanceof RedisCloudApiError && error.kind === "not-found") return 0;
    throw error;
  }
}

async function estimateOf(
  { prices, key }: Subject,
  subscriptionId: number | undefined,
  { minimum, currency }: Price,
  databases: Share["databases"],
): Promise<Estimate> {
  const now = subscriptionId === undefined ? undefined : await prices.ofToday(subscriptionId);
  const share = { today: now?.used, minimum: Math.max(minimum, now?.minimum ?? 0), databases };
  return {
    currency: currency ?? now?.currency ?? "",
    subscriptions: { [subscriptionId ?? key]: share },
  };
}

/** The share without the old database; a new one may have its name. */
function without(share: Share, name: string, before: number): Share {
  const after = share.databases[name]?.after ?? 0;
  return { ...share, databases: { ...share.databases, [name]: { before, after } } };
}
