import type { Account } from "../account";
import { idInPath, type RouteContext } from "../http/environment";
import { notFound } from "../http/errors";
import type { ErrorCode } from "../refusal";
import { requireThat } from "../refusal";
import type { Resource } from "../resource";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "./cloudAccount/internal";
import { requireRoomForChange } from "./subscription/find";
import { subscriptionInPath } from "./subscription/inPath";
import { SUBSCRIPTION, type Subscription } from "./subscription/state";

/**
 * Private connectivity exists in two forms: of a subscription in a single region, and of one region of an
 * Active-Active subscription.
 */

/** Where a request for connectivity applies: a subscription or, with a region, one region of it. */
export interface ConnectivityPlace {
  subscriptionId: number;
  /** As in `GET /regions`; only of an Active-Active subscription. */
  regionId?: number;
}

/** The two paths below which every operation on connectivity exists. */
export const CONNECTIVITY_PATHS = [
  "/subscriptions/:subscriptionId",
  "/subscriptions/:subscriptionId/regions/:regionId",
] as const;

/**
 * The place in the path of a request.
 *
 * @throws ApiError 404 for a subscription that does not exist, and for a region that an Active-Active one lacks
 */
export function connectivityPlaceInPath(context: RouteContext): ConnectivityPlace {
  const { id: subscriptionId, regions } = subscriptionInPath(context);
  if (context.req.param("regionId") === undefined) return { subscriptionId };
  const regionId = idInPath(context, "regionId");
  const isKnown = regions === undefined || regions.some((region) => region.regionId === regionId);
  if (!isKnown) throw notFound("Region was not found.");
  return { subscriptionId, regionId };
}

/** The `commandType` of a request in a place: `activeActive…` in a region. */
export function commandIn<Command extends string>(
  { regionId }: ConnectivityPlace,
  command: Command,
): Command | ActiveActive<Command> {
  if (regionId === undefined) return command;
  return `activeActive${command.charAt(0).toUpperCase()}${command.slice(1)}` as ActiveActive<Command>;
}

type ActiveActive<Command extends string> = `activeActive${Capitalize<Command>}`;

/** The handlers of both forms of commands. */
export function inBothForms<Handlers extends Record<string, unknown>>(
  handlers: Handlers,
): Handlers & { [Command in keyof Handlers & string as ActiveActive<Command>]: Handlers[Command] } {
  const activeActive = Object.entries(handlers).map(([command, handler]) => [
    commandIn({ subscriptionId: 0, regionId: 0 }, command),
    handler,
  ]);
  return { ...handlers, ...Object.fromEntries(activeActive) };
}

/** Whether a resource is in the place. */
export const isIn =
  ({ subscriptionId, regionId }: ConnectivityPlace) =>
  (resource: { subscriptionId?: number; regionId?: number }): boolean =>
    resource.subscriptionId === subscriptionId && resource.regionId === regionId;

/** The codes with which an operation is refused on a subscription of the other deployment type. */
export interface FormCodes {
  /** Of the operation on a region, when the subscription is in a single region. */
  readonly inRegion: ErrorCode;
  /** Of the operation on a subscription, when that is an Active-Active one. */
  readonly inSubscription: ErrorCode;
}

/** Checks that the request has the form that goes with the subscription's deployment type. */
export function requireForm(
  { regions }: Subscription,
  { regionId }: ConnectivityPlace,
  { inRegion, inSubscription }: FormCodes,
): void {
  requireThat(regionId === undefined || regions, inRegion);
  requireThat(regionId !== undefined || !regions, inSubscription);
}

/** Refuses a subscription whose VPC is the customer's. */
export function requireVendorVpc({ cloudAccountId, vpcId, regions }: Subscription): void {
  const isCustomers = cloudAccountId !== INTERNAL_CLOUD_ACCOUNT_ID && vpcId !== undefined;
  requireThat(!isCustomers || regions, "CONNECTIVITY_REQUESTS_ON_CUSTOMER_MANAGED_VPC_SUBSCRIPTION");
}

/** The region's name, and its index among those of the subscription, for names that the server makes. */
export function regionOf({ region, regions }: Subscription, { regionId }: ConnectivityPlace) {
  const index = regions?.findIndex((one) => one.regionId === regionId) ?? 0;
  return { region: regions?.[index]?.region ?? region, index };
}

/** Turns the subscription `pending` until {@link releaseSubscription}: its network is changing. */
export function holdSubscription(account: Account, subscription: Subscription, taskId: string): void {
  requireRoomForChange(account);
  account.transition(subscription, "pending", taskId);
}

/** Turns a held subscription `active` again. */
export function releaseSubscription(account: Account, { subscriptionId }: Resource): void {
  const subscription = account.collection(SUBSCRIPTION).get(subscriptionId ?? "");
  if (subscription?.status === "pending") account.transition(subscription, "active");
}
