import { z } from "zod";
import type { Declaration, Problem } from "../../operations/declaration";
import type { Change, ChangeByValue } from "../../operations/field";
import type { ResourceSession } from "../../operations/session";
import { type Args, resource } from "../../pulumi/resource";
import { activeActiveDatabaseKind } from "../activeActiveDatabase/kind";
import { isOwnRegion, noteAddedRegion } from "../activeActiveSubscription/regions";
import { throughputOf } from "../activeActiveSubscription/throughput";
import { asSetOfTexts } from "../canonical";
import { commonFields, only } from "../common";
import { deploymentCidr, resourceId, text } from "../schemas";
import { zoneProblems } from "../subscription/placeRules";
import { activeActiveRegionKind } from "./kind";
import { type ObservedRegion, observeRegion } from "./observed";
import type { ActiveActiveRegionInputs, ActiveActiveRegionOutputs } from "./types";

/** Arguments of {@link ActiveActiveRegion}. */
export type ActiveActiveRegionArgs = Args<ActiveActiveRegionInputs>;

/** Spelling out what a region is by default replaces nothing. */
const changeOfZones: ChangeByValue<boolean | undefined> = Object.assign(
  (before: boolean | undefined, after: boolean | undefined): Change =>
    (before ?? true) === after ? "none" : "replace",
  { usually: "replace" } as const,
);

const fields: Declaration<ActiveActiveRegionInputs, ObservedRegion>["fields"] = {
  ...commonFields,
  subscriptionId: { schema: resourceId, change: "replace", reference: (id) => id },
  region: { schema: text, change: "replace", observed: ({ region }) => region.region },
  deploymentCIDR: {
    schema: deploymentCidr,
    change: "replace",
    observed: ({ region }) => region.deploymentCidr,
  },
  multipleAvailabilityZones: {
    schema: z.boolean().optional(),
    change: changeOfZones,
    observed: ({ details }) => details?.multipleAvailabilityZones,
  },
  preferredAvailabilityZones: {
    schema: z.array(text).optional(),
    change: "replace",
    canonical: asSetOfTexts,
    observed: ({ details }) => details?.preferredAvailabilityZones,
  },
  customerManagedKeyResourceName: { schema: text.optional(), change: "replace" },
};

/**
 * A region of an Active-Active subscription, beside those that it was created in. It gets a copy of every database in the
 * subscription, with 1000 write and 1000 read operations per second; the databases declare other settings for it, in
 * `localThroughputMeasurement` and `regions`. Deleting it deletes these copies, with what was written in this region only.
 *
 * @example
 * ```ts
 * const west = new rediscloud.ActiveActiveRegion("west", {
 *   subscriptionId: global.id,
 *   region: "us-west-2",
 *   deploymentCIDR: "10.0.2.0/24",
 * });
 * ```
 */
export class ActiveActiveRegion extends resource<ActiveActiveRegionInputs, ActiveActiveRegionOutputs>(
  "ActiveActiveRegion",
  {
    fields,
    secrets: [],
    fromId: {},
    outputs: ["status", "regionId", "vpcId"],
    attributes: [],
  },
) {}

/** @internal */
export const activeActiveRegion: Declaration<ActiveActiveRegionInputs, ObservedRegion> = {
  kind: activeActiveRegionKind,
  typeName: "ActiveActiveRegion",
  loss: "removes the region with the copies of all databases in it, and what was written there and not yet copied",
  name: { maxLength: 64 },
  timeouts: { create: "2h", update: "1h", delete: "1h" },
  fields,
  naturalKey: ({ region }) => region,
  rules: (inputs) =>
    inputs.region === undefined || inputs.multipleAvailabilityZones === undefined
      ? []
      : zoneProblems({ ...inputs, region: inputs.region }, {}, "").map(withoutDot),
  verify: verifyRegion,
  createRequest: (inputs) => ({
    method: "POST",
    path: `/subscriptions/${inputs.subscriptionId}/regions`,
    body: only(inputs, [
      "region",
      "deploymentCIDR",
      "multipleAvailabilityZones",
      "preferredAvailabilityZones",
      "customerManagedKeyResourceName",
    ]),
  }),
  // The API wants all databases that there are.
  complete: async (request, { subscriptionId, region }, session) => {
    const databases = await session.list(activeActiveDatabaseKind, { subscriptionId });
    const specs = [...databases.values()].map(({ name }) => ({
      name,
      localThroughputMeasurement: throughputOf({ region }),
    }));
    return { ...request, body: { ...request.body, databases: specs } };
  },
  steps: () => [],
  deleteRequest: ({ place, id }) => ({
    method: "DELETE",
    path: `/subscriptions/${place.subscriptionId}/regions`,
    body: { regions: [{ region: id }] },
  }),
  observe: observeRegion,
  outputs: ({ region }) => ({
    status: region.status,
    regionId: region.regionId ?? null,
    vpcId: region.vpcId ?? null,
  }),
  unmanaged: ({ isFirst }) =>
    isFirst ? "it is declared with its subscription, which was created in it" : undefined,
};

const withoutDot = ({ property, reason }: Problem): Problem => ({ property: property.slice(1), reason });

/** The regions that this run's replacements delete, by subscription. */
const leaving = new Set<string>();

/** What only the account or the rest of the program can tell to be wrong. Only a new region is looked up. */
async function verifyRegion(
  { subscriptionId, region, deploymentCIDR, adopt }: Partial<ActiveActiveRegionInputs>,
  session: ResourceSession,
  before: Partial<ActiveActiveRegionInputs>,
  _isUnknown: (argument: keyof ActiveActiveRegionInputs) => boolean,
  olds: Partial<ActiveActiveRegionInputs>,
): Promise<readonly Problem[]> {
  // The engine checks a replacement once more, as a new resource; the old region is deleted before it.
  if (olds.region !== undefined && before.region === undefined)
    leaving.add(`${olds.subscriptionId}/${olds.region}`);
  if (subscriptionId === undefined || region === undefined) return [];
  if (isOwnRegion(subscriptionId, region)) {
    const reason = `${region} is declared with subscription ${subscriptionId} itself, in cloudProviders: declare it once.`;
    return [{ property: "region", reason }];
  }
  noteAddedRegion(subscriptionId, region);
  if (before.region !== undefined || adopt !== undefined) return [];
  const subscription = await session.subscriptionSeen(subscriptionId);
  if (subscription?.deploymentType !== undefined && subscription.deploymentType !== "active-active") {
    const reason = `${subscriptionId} is a subscription in a single region: regions can be added to an ActiveActiveSubscription only.`;
    return [{ property: "subscriptionId", reason }];
  }
  const offered = (await session.catalog.regions())?.map(({ name }) => name) ?? [];
  if (offered.length > 0 && !offered.includes(region))
    return [{ property: "region", reason: `${region} is not a region of this account (getRegions()).` }];
  const there = await session.list(activeActiveRegionKind, { subscriptionId }, 0);
  const same = [...there.values()].find((other) => other.deploymentCidr === deploymentCIDR);
  return same === undefined || same.region === region || leaving.has(`${subscriptionId}/${same.region}`)
    ? []
    : [{ property: "deploymentCIDR", reason: `${deploymentCIDR} is the network of ${same.region}.` }];
}
