import ipaddr from "ipaddr.js";
import { z } from "zod";
import type { Parent } from "../lifecycle/kind";
import type { Declaration, Problem } from "../operations/declaration";
import type { Field } from "../operations/field";
import type { ResourceSession } from "../operations/session";
import { activeActiveRegionKind } from "./activeActiveRegion/kind";
import { activeActiveSubscriptionKind } from "./activeActiveSubscription/kind";
import type { PlaceInputs } from "./placeTypes";
import { resourceId } from "./schemas";
import { ACTIVE_ACTIVE, subscriptionKind } from "./subscription/kind";
import { readSubscription } from "./subscription/observed";

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

/** The `commandType`s of a task in both forms: of a subscription, and of a region. */
export const inBothForms = (...commands: readonly string[]): ReadonlySet<string> =>
  new Set(
    commands.flatMap((command) => [
      command,
      `activeActive${command.charAt(0).toUpperCase()}${command.slice(1)}`,
    ]),
  );

/** Schema of a network of another side. */
export const network = z
  .string()
  .refine(
    (value) => ipaddr.IPv4.isValidCIDR(value),
    "must be an IPv4 network in CIDR notation, such as 10.10.10.0/24",
  );

export const placeFields = {
  subscriptionId: { schema: resourceId, change: "replace", reference: (id) => id },
  regionId: { schema: resourceId.optional(), change: "replace", reference: (id) => id },
} satisfies { readonly [K in keyof PlaceInputs]-?: Field<PlaceInputs[K], unknown> };

/** What is wrong about the form of the place, which depends on the subscription. */
export async function placeProblems(
  { subscriptionId, regionId }: Partial<PlaceInputs>,
  session: ResourceSession,
  isUnknown: (argument: "regionId") => boolean,
): Promise<readonly Problem[]> {
  if (subscriptionId === undefined || isUnknown("regionId")) return [];
  const subscription = await session.subscriptionSeen(subscriptionId);
  if (subscription?.deploymentType === undefined) return [];
  const problem = (reason: string): readonly Problem[] => [{ property: "regionId", reason }];
  if (subscription.deploymentType !== ACTIVE_ACTIVE)
    return regionId === undefined
      ? []
      : problem(`omit it: ${subscriptionId} is a subscription in a single region.`);
  const regions = [...(await session.list(activeActiveRegionKind, { subscriptionId }, 0)).values()];
  if (regions.length === 0 || regions.some((region) => region.regionId === regionId)) return [];
  const known = regions.map((region) => `${region.regionId} (${region.region})`).join(", ");
  return problem(`set it to one of the regions of Active-Active subscription ${subscriptionId}: ${known}.`);
}

/**
 * Returns what validates the place of a new connection: its form, and the cloud provider.
 *
 * @param what the connections with their verb, as the beginning of a sentence, e.g. `transit gateways are`.
 */
export function verifyNewPlace<Inputs extends PlaceInputs & { adopt?: string }>(
  cloud: "AWS" | "GCP",
  what: string,
): NonNullable<Declaration<Inputs, unknown>["verify"]> {
  return async (inputs, session, before, isUnknown) => {
    const { subscriptionId, adopt } = inputs as Partial<PlaceInputs> & { adopt?: string };
    if (subscriptionId === undefined || before.subscriptionId !== undefined || adopt !== undefined) return [];
    const problems = await placeProblems(inputs, session, isUnknown);
    if (problems.length > 0) return problems;
    const provider = (await readSubscription(subscriptionId, session))?.cloudDetails?.[0]?.provider;
    if (provider === undefined || provider === cloud) return [];
    const where = cloud === "AWS" ? "on AWS" : "on Google Cloud";
    const reason = `${subscriptionId} is on ${provider}: ${what} for subscriptions ${where}.`;
    return [{ property: "subscriptionId", reason }];
  };
}
