import type { Parent } from "../lifecycle/kind";
import { activeActiveRegionKind } from "./activeActiveRegion/kind";
import { activeActiveSubscriptionKind } from "./activeActiveSubscription/kind";
import { subscriptionKind } from "./subscription/kind";

/*
 * Connections of Pro subscriptions to other networks have two forms: those of a single-region subscription, and those
 * of a region of an Active-Active one. One declaration serves both: an optional parent makes the difference.
 */

/** The subscription, in one region or in several. */
export const PRO_SUBSCRIPTION: Parent = {
  argument: "subscriptionId",
  noun: "subscription",
  kind: {
    ...subscriptionKind,
    name: "proSubscription",
    ...(subscriptionKind.partOf && { partOf: { ...subscriptionKind.partOf, has: () => true } }),
  },
  kinds: [subscriptionKind, activeActiveSubscriptionKind],
};

/** The region of an Active-Active subscription, by the API's ID of it. */
export const REGION_ID: Parent = {
  argument: "regionId",
  noun: "region",
  optional: {
    within: activeActiveSubscriptionKind.name,
    list: activeActiveRegionKind,
    id: ({ regionId }: { regionId?: number }) => regionId,
  } as Parent["optional"],
};

/** Path of a subscription or, with a region in the place, of the region in it. */
export const pathIn = ({ subscriptionId, regionId }: Readonly<Record<string, unknown>>): string =>
  regionId === undefined
    ? `/subscriptions/${subscriptionId}`
    : `/subscriptions/${subscriptionId}/regions/${regionId}`;
