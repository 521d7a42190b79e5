import { z } from "zod";
import type { Declaration } from "../../operations/declaration";
import type { Change, ChangeByValue } from "../../operations/field";
import { addressSet, asSetOfTexts } from "../canonical";
import {
  cidr,
  DATA_PERSISTENCE,
  databaseName,
  deploymentCidr,
  modules,
  oneOf,
  port,
  queryPerformanceFactor,
  ramPercentage,
  redisVersion,
  resourceId,
  SHARDING_TYPES,
  securityGroupId,
  sizeInGb,
  text,
  throughputMeasurement,
} from "../schemas";
import type { ObservedSubscription } from "./observed";
import { canonicalPlace, hasSameTags, isInOwnCloudAccount, isSamePlace } from "./place";
import { settingsFields } from "./settingsFields";
import type { CloudProvider, SubscriptionInputs } from "./types";

const flag = z.boolean().optional();

/** Schemas of what databases in a creation plan can have. */
export const planned = {
  protocol: oneOf(["redis", "memcached"]).optional(),
  datasetSizeInGb: sizeInGb.optional(),
  memoryLimitInGb: sizeInGb.optional(),
  quantity: z.number().int().min(1, "must be at least 1").optional(),
  port: port.optional(),
  supportOSSClusterApi: flag,
  dataPersistence: oneOf(DATA_PERSISTENCE).optional(),
  replication: flag,
  throughputMeasurement: throughputMeasurement.optional(),
  modules: modules.optional(),
  averageItemSizeInBytes: z.number().int().positive().optional(),
  ramPercentage: ramPercentage.optional(),
  respVersion: oneOf(["resp2", "resp3"]).optional(),
  redisVersion: redisVersion.optional(),
  autoMinorVersionUpgrade: flag,
  shardingType: oneOf(SHARDING_TYPES).optional(),
  queryPerformanceFactor: queryPerformanceFactor.optional(),
};

const tag = z.strictObject({ key: text, value: z.string() });

const cloudProvider = z.strictObject({
  provider: oneOf(["AWS", "GCP"]).optional(),
  cloudAccountId: resourceId.optional(),
  regions: z
    .array(
      z.strictObject({
        region: text,
        multipleAvailabilityZones: flag,
        preferredAvailabilityZones: z.array(text).optional(),
        networking: z
          .strictObject({
            deploymentCIDR: deploymentCidr.optional(),
            vpcId: text.optional(),
            subnetIds: z.array(text).optional(),
            securityGroupId: text.optional(),
          })
          .optional(),
      }),
    )
    .length(1, "must be exactly one region: this is a single-region subscription"),
  resourceTags: z.array(tag).max(30, "must be at most 30 tags").optional(),
});

/** Another place replaces; the tags on its resources update. */
const changeOfCloudProviders: ChangeByValue<readonly CloudProvider[] | undefined> = Object.assign(
  (before: readonly CloudProvider[] = [], after: readonly CloudProvider[] = []): Change => {
    if (!isSamePlace(before, after)) return "replace";
    return hasSameTags(before, after) ? "none" : "update";
  },
  { usually: "replace", parts: { resourceTags: "update" } } as const,
);

/** The arguments of a subscription: validation, effect of a change, and how each is read from the API. */
export const fields: Declaration<SubscriptionInputs, ObservedSubscription>["fields"] = {
  ...settingsFields,
  deploymentType: {
    schema: oneOf(["single-region"]).optional(),
    change: "replace",
    default: "single-region",
  },
  memoryStorage: {
    schema: oneOf(["ram", "ram-and-flash"]).optional(),
    change: "replace",
    default: "ram",
    observed: ({ subscription }) => subscription.memoryStorage as SubscriptionInputs["memoryStorage"],
  },
  cloudProviders: {
    schema: z.array(cloudProvider).length(1, "must be exactly one cloud provider"),
    canonical: canonicalPlace,
    change: changeOfCloudProviders,
    reference: (providers, before) => {
      if (Array.isArray(providers)) return providers.map(({ cloudAccountId }) => cloudAccountId);
      return before?.some(isInOwnCloudAccount) ? providers : undefined;
    },
    observed: ({ cloudProviders }) => cloudProviders,
    link: (providers, to) =>
      providers.map(({ cloudAccountId, ...place }) => ({
        ...place,
        ...(cloudAccountId !== undefined && {
          cloudAccountId: to.id("cloudAccount", cloudAccountId) ?? cloudAccountId,
        }),
      })),
    writeOnly: [
      "*.resourceTags",
      "*.regions.*.networking.subnetIds",
      "*.regions.*.networking.securityGroupId",
    ],
  },
  databases: {
    schema: z.array(z.strictObject({ name: databaseName, ...planned })).optional(),
    change: "none",
    onCreation: true,
  },
  creationPlan: { schema: z.array(z.strictObject(planned)).optional(), change: "none", onCreation: true },
  redisVersion: { schema: redisVersion.optional(), change: "none", deprecated: true, onCreation: true },
  cidrIps: {
    schema: z.array(cidr).optional(),
    change: "update",
    default: [],
    canonical: addressSet,
    afterCreate: true,
    observed: ({ allowList }) => allowList?.cidrIps,
  },
  securityGroupIds: {
    schema: z.array(securityGroupId).optional(),
    change: "update",
    default: [],
    canonical: asSetOfTexts,
    afterCreate: true,
    observed: ({ allowList }) => allowList?.securityGroupIds,
  },
};
