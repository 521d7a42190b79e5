import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Declaration } from "../../operations/declaration";
import type { Change, ChangeByValue } from "../../operations/field";
import { deploymentCidr, localThroughput, oneOf, text } from "../schemas";
import { planned } from "../subscription/fields";
import type { ObservedSubscription } from "../subscription/observed";
import { settingsFields } from "../subscription/settingsFields";
import { canonicalPlaces, isSamePlaces, placesIn, regionNames } from "./place";
import type { ActiveActiveCloudProvider, ActiveActiveSubscriptionInputs } from "./types";

const region = z.strictObject({
  region: text,
  networking: z.strictObject({ deploymentCIDR: deploymentCidr }),
  multipleAvailabilityZones: z.boolean().optional(),
  preferredAvailabilityZones: z.array(text).optional(),
});

const cloudProvider = z.strictObject({
  provider: oneOf(["AWS", "GCP"]).optional(),
  regions: z.array(region).min(1, "must be at least two regions"),
});

/** Whether a change replaces. Another list of regions does not: the rules refuse it. */
const changeOfCloudProviders: ChangeByValue<readonly ActiveActiveCloudProvider[] | undefined> = Object.assign(
  (
    before: readonly ActiveActiveCloudProvider[] = [],
    after: readonly ActiveActiveCloudProvider[] = [],
  ): Change => {
    if (!isDeepStrictEqual(regionNames(before), regionNames(after))) return "none";
    return isSamePlaces(before, after) ? "none" : "replace";
  },
  { usually: "replace" } as const,
);

/** The arguments of an Active-Active subscription. */
export const fields: Declaration<ActiveActiveSubscriptionInputs, ObservedSubscription>["fields"] = {
  ...settingsFields,
  cloudProviders: {
    schema: z.array(cloudProvider).length(1, "must be exactly one cloud provider"),
    canonical: canonicalPlaces,
    change: changeOfCloudProviders,
    observed: ({ subscription }, declared) => placesIn(subscription.cloudDetails, declared),
  },
  creationPlan: {
    schema: z
      .array(
        z.strictObject({
          datasetSizeInGb: planned.datasetSizeInGb.unwrap(),
          quantity: planned.quantity,
          supportOSSClusterApi: planned.supportOSSClusterApi,
          localThroughputMeasurement: z.array(localThroughput).optional(),
          modules: planned.modules,
          redisVersion: planned.redisVersion,
        }),
      )
      .optional(),
    change: "none",
    onCreation: true,
  },
};
