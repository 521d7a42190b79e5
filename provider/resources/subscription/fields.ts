import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { commonFields, replacesUnlessDefault } from "../common";
import type { Declaration } from "../declaration";
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
  sizeInGb,
  text,
  throughputMeasurement,
} from "../schemas";
import type { ObservedSubscription } from "./observed";
import type { CloudProvider, SubscriptionInputs } from "./types";

const flag = z.boolean().optional();

const planned = {
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

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const GRACE_PERIODS = [
  "alerts-only",
  "immediate",
  "15-minutes",
  "30-minutes",
  "1-hour",
  "4-hours",
  "8-hours",
  "12-hours",
  "24-hours",
] as const;

/** Where a subscription is deployed, with the defaults spelled out: what cannot be changed about it. */
const placeOf = (providers: readonly CloudProvider[] = []): unknown =>
  providers.map(({ provider = "AWS", cloudAccountId = 1, regions }) => ({
    provider,
    cloudAccountId,
    regions: regions.map(
      ({ region, multipleAvailabilityZones = false, preferredAvailabilityZones = [], networking = {} }) => ({
        region,
        multipleAvailabilityZones,
        preferredAvailabilityZones,
        networking: {
          deploymentCIDR: undefined,
          vpcId: undefined,
          subnetIds: [],
          securityGroupId: undefined,
          ...networking,
        },
      }),
    ),
  }));

const tagsOf = (providers: readonly CloudProvider[] = []) =>
  providers.map(({ resourceTags = [] }) => resourceTags);

/** The arguments of a subscription: what is valid, what a change asks for, and how the server shows it. */
export const fields: Declaration<SubscriptionInputs, ObservedSubscription>["fields"] = {
  ...commonFields,
  name: { schema: text.optional(), change: "update", observed: ({ subscription }) => subscription.name },
  deploymentType: {
    schema: oneOf(["single-region"]).optional(),
    change: replacesUnlessDefault("single-region"),
  },
  paymentMethod: {
    schema: oneOf(["credit-card", "marketplace"]).optional(),
    change: "update",
    removed: "credit-card",
    observed: ({ subscription }) => subscription.paymentMethodType as SubscriptionInputs["paymentMethod"],
  },
  paymentMethodId: {
    schema: resourceId.optional(),
    change: "update",
    observed: ({ subscription }) => subscription.paymentMethodId,
  },
  memoryStorage: {
    schema: oneOf(["ram", "ram-and-flash"]).optional(),
    change: replacesUnlessDefault("ram"),
    observed: ({ subscription }) => subscription.memoryStorage as SubscriptionInputs["memoryStorage"],
  },
  persistentStorageEncryptionType: {
    schema: oneOf(["cloud-provider-managed-key", "customer-managed-key"]).optional(),
    change: replacesUnlessDefault("cloud-provider-managed-key"),
  },
  persistentStorageEncryptionKeys: {
    schema: z
      .strictObject({
        customerManagedKeys: z.array(z.strictObject({ resourceName: text, region: text.optional() })).min(1),
        deletionGracePeriod: oneOf(GRACE_PERIODS).optional(),
      })
      .optional(),
    change: "update",
  },
  cloudProviders: {
    schema: z.array(cloudProvider).length(1, "must be exactly one cloud provider"),
    change: (before, after) => {
      if (!isDeepStrictEqual(placeOf(before), placeOf(after))) return "replace";
      return isDeepStrictEqual(tagsOf(before), tagsOf(after)) ? "none" : "update";
    },
    reference: (providers) => providers?.map(({ cloudAccountId }) => cloudAccountId),
    observed: ({ cloudProviders }) => cloudProviders,
    // Not the resource tags.
    isPartlyObserved: true,
  },
  databases: {
    schema: z.array(z.strictObject({ name: databaseName, ...planned })).optional(),
    change: "none",
  },
  creationPlan: { schema: z.array(z.strictObject(planned)).optional(), change: "none" },
  redisVersion: { schema: redisVersion.optional(), change: "none" },
  publicEndpointAccess: {
    schema: flag,
    change: "update",
    removed: true,
    observed: ({ subscription }) => subscription.publicEndpointAccess,
  },
  maintenanceWindows: {
    schema: z
      .strictObject({
        mode: oneOf(["manual", "automatic"]),
        windows: z
          .array(
            z.strictObject({
              startHour: z
                .number()
                .int()
                .min(0, "must be an hour, 0 to 23")
                .max(23, "must be an hour, 0 to 23"),
              durationInHours: z
                .number()
                .int()
                .min(4, "must be 4 to 24 hours")
                .max(24, "must be 4 to 24 hours"),
              days: z.array(oneOf(DAYS)).min(1, "must name a day of the week"),
            }),
          )
          .max(7, "must be at most 7 windows")
          .optional(),
      })
      .optional(),
    change: "update",
    removed: { mode: "automatic" },
    afterCreate: true,
    observed: ({ maintenanceWindows }) => maintenanceWindows,
  },
  cidrIps: { schema: z.array(cidr).optional(), change: "update", removed: [], afterCreate: true },
  securityGroupIds: { schema: z.array(text).optional(), change: "update", removed: [], afterCreate: true },
  forceDestroy: { schema: flag, change: "none" },
};
