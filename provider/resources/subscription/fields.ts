import { z } from "zod";
import type { Change, ChangeByValue, Declaration } from "../../operations/declaration";
import { addressSet, asSet, asSetOfTexts } from "../canonical";
import { commonFields } from "../common";
import {
  cidr,
  DATA_PERSISTENCE,
  databaseName,
  deploymentCidr,
  GRACE_PERIODS,
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
import type {
  CloudProvider,
  MaintenanceWindows,
  PersistentStorageEncryptionKeys,
  SubscriptionInputs,
} from "./types";

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

/** Windows in any order, with their days in any order. */
const canonicalWindows = ({ mode, windows = [] }: MaintenanceWindows) => ({
  mode,
  windows: asSetOfTexts(
    windows.map(({ startHour, durationInHours, days }) =>
      JSON.stringify([startHour, durationInHours, asSetOfTexts(days)]),
    ),
  ),
});

/** A change of the location replaces; a change of the resource tags updates. */
const changeOfCloudProviders: ChangeByValue<readonly CloudProvider[] | undefined> = Object.assign(
  (before: readonly CloudProvider[] = [], after: readonly CloudProvider[] = []): Change => {
    if (!isSamePlace(before, after)) return "replace";
    return hasSameTags(before, after) ? "none" : "update";
  },
  { usually: "replace", parts: { resourceTags: "update" } } as const,
);

/** The arguments of a subscription: validation, effect of a change, and how each is read from the API. */
export const fields: Declaration<SubscriptionInputs, ObservedSubscription>["fields"] = {
  ...commonFields,
  name: { schema: text.optional(), change: "update", observed: ({ subscription }) => subscription.name },
  deploymentType: {
    schema: oneOf(["single-region"]).optional(),
    change: "replace",
    default: "single-region",
  },
  paymentMethod: {
    schema: oneOf(["credit-card", "marketplace"]).optional(),
    change: "update",
    // No default: an account with a contract pays by invoice, which a request cannot select.
    observed: ({ subscription: { paymentMethodType: held } }) =>
      held === "credit-card" || held === "marketplace" ? held : undefined,
  },
  paymentMethodId: {
    schema: resourceId.optional(),
    change: "update",
    observed: ({ subscription }) => subscription.paymentMethodId,
  },
  memoryStorage: {
    schema: oneOf(["ram", "ram-and-flash"]).optional(),
    change: "replace",
    default: "ram",
    observed: ({ subscription }) => subscription.memoryStorage as SubscriptionInputs["memoryStorage"],
  },
  persistentStorageEncryptionType: {
    schema: oneOf(["cloud-provider-managed-key", "customer-managed-key"]).optional(),
    change: "replace",
    default: "cloud-provider-managed-key",
    observed: ({ subscription }) =>
      subscription.persistentStorageEncryptionType as SubscriptionInputs["persistentStorageEncryptionType"],
  },
  persistentStorageEncryptionKeys: {
    schema: z
      .strictObject({
        customerManagedKeys: z.array(z.strictObject({ resourceName: text, region: text.optional() })).min(1),
        deletionGracePeriod: oneOf(GRACE_PERIODS).optional(),
      })
      .optional(),
    change: "update",
    canonical: ({ customerManagedKeys, deletionGracePeriod }) => ({
      customerManagedKeys: asSet<{ resourceName: string }>(({ resourceName }) => resourceName)(
        customerManagedKeys,
      ),
      deletionGracePeriod,
    }),
    observed: ({ subscription: { deletionGracePeriod } }, declared) =>
      declared && ({ deletionGracePeriod } as PersistentStorageEncryptionKeys),
    writeOnly: ["customerManagedKeys", "deletionGracePeriod"],
    // The API does not report the keys.
    readable: () => undefined,
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
  publicEndpointAccess: {
    schema: flag,
    change: "update",
    default: true,
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
    default: { mode: "automatic" },
    canonical: canonicalWindows,
    afterCreate: true,
    observed: ({ maintenanceWindows }) => maintenanceWindows,
  },
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
  forceDestroy: { schema: flag, change: "none" },
};
