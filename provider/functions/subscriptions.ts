import type { ListedSubscription, PriceLine } from "../api/answers";
import { pricingAnswer } from "../api/answers";
import type { Declaration } from "../operations/declaration";
import { activeActiveSubscription } from "../resources/activeActiveSubscription";
import { activeActiveSubscriptionKind } from "../resources/activeActiveSubscription/kind";
import type { ActiveActiveSubscriptionOutputs } from "../resources/activeActiveSubscription/outputTypes";
import type { Pricing } from "../resources/pricingTypes";
import type { DeletionGracePeriod } from "../resources/sharedTypes";
import { subscription } from "../resources/subscription";
import { subscriptionKind } from "../resources/subscription/kind";
import type { ObservedSubscription } from "../resources/subscription/observed";
import type { SubscriptionOutputs } from "../resources/subscription/outputTypes";
import { reading } from "./account";
import { observeDetails } from "./details";
import { findOne, listAll } from "./listed";
import { type ById, type LookupArgs, outputForm } from "./lookup";

/** A subscription, as listed. */
export interface SubscriptionInfo {
  readonly id: number;
  readonly name?: string;
  /** Provisioning state, `active` when it can be used. */
  readonly status: string;
  readonly numberOfDatabases?: number;
  readonly paymentMethodId?: number;
  readonly memoryStorage?: string;
}

/** Maintenance of a subscription, besides its windows. */
export interface MaintenanceInfo {
  /** Time zone of the maintenance windows. */
  readonly timeZone?: string;
  /** How many maintenances can still be skipped. */
  readonly remainingSkips?: number;
  /** Until when maintenance is skipped now. */
  readonly currentSkipEnd?: string;
}

/** What is told of every subscription, and by no resource. */
interface Further {
  readonly id: number;
  readonly deletionGracePeriod?: DeletionGracePeriod;
  readonly maintenance: MaintenanceInfo;
}

/** A subscription in one region, with all that the API tells: what the outputs of a `Subscription` are. */
export type SubscriptionDetails = Omit<SubscriptionOutputs, "memoryStorage"> &
  Further & { readonly memoryStorage?: string };

/** An Active-Active subscription, with all that the API tells: the outputs of an `ActiveActiveSubscription`. */
export type ActiveActiveSubscriptionDetails = ActiveActiveSubscriptionOutputs &
  Further & { readonly memoryStorage?: string };

const subscriptionInfo = ({
  deploymentType: _,
  cloud: __,
  ...listed
}: ListedSubscription): SubscriptionInfo => listed;

/** The account's subscriptions in one region. API: `GET /subscriptions`. */
export const getSubscriptions = (args: LookupArgs = {}): Promise<SubscriptionInfo[]> =>
  listAll(subscriptionKind, args, subscriptionInfo);
export const getSubscriptionsOutput = outputForm(getSubscriptions);

/**
 * The one subscription with this ID or name. API: `GET /subscriptions/{id}`, its prices and maintenance windows; with your
 * own cloud account its allow-list, which takes a task.
 *
 * @throws RunError when none or several match.
 */
export async function getSubscription(args: LookupArgs & ById): Promise<SubscriptionDetails> {
  const { id } = findOne(subscriptionKind, args, await getSubscriptions(args));
  return detailsOf<SubscriptionDetails>(subscription, id, args);
}
export const getSubscriptionOutput = outputForm(getSubscription);

/** The account's Active-Active subscriptions. API: `GET /subscriptions`. */
export const getActiveActiveSubscriptions = (args: LookupArgs = {}): Promise<SubscriptionInfo[]> =>
  listAll(activeActiveSubscriptionKind, args, subscriptionInfo);
export const getActiveActiveSubscriptionsOutput = outputForm(getActiveActiveSubscriptions);

/**
 * The one Active-Active subscription with this ID or name. API: `GET /subscriptions/{id}`, its prices and maintenance
 * windows.
 *
 * @throws RunError when none or several match.
 */
export async function getActiveActiveSubscription(
  args: LookupArgs & ById,
): Promise<ActiveActiveSubscriptionDetails> {
  const { id } = findOne(activeActiveSubscriptionKind, args, await getActiveActiveSubscriptions(args));
  return detailsOf<ActiveActiveSubscriptionDetails>(activeActiveSubscription, id, args);
}
export const getActiveActiveSubscriptionOutput = outputForm(getActiveActiveSubscription);

async function detailsOf<Result extends Further>(
  declaration: unknown,
  id: number,
  args: LookupArgs,
): Promise<Result> {
  const either = declaration as Declaration<object, ObservedSubscription>;
  const { answer, values } = await observeDetails(either, { id }, args);
  const { deletionGracePeriod, memoryStorage } = answer.subscription;
  const { maintenance = {} } = answer;
  return { ...values, id, memoryStorage, deletionGracePeriod, maintenance } as unknown as Result;
}

/** The subscription whose prices to look up. */
export interface GetSubscriptionPricingArgs extends LookupArgs {
  subscriptionId: number | string;
}

/**
 * What a Pro subscription costs, line by line; nothing without databases. API: `GET /subscriptions/{id}/pricing`.
 *
 * @throws RunError when there is no such subscription.
 */
export async function getSubscriptionPricing(args: GetSubscriptionPricingArgs): Promise<Pricing[]> {
  const path = `/subscriptions/${args.subscriptionId}/pricing`;
  const { pricing = [] } = await reading(args, ({ api }) => api.get(path, pricingAnswer));
  return pricing satisfies readonly PriceLine[] as Pricing[];
}
export const getSubscriptionPricingOutput = outputForm(getSubscriptionPricing);
