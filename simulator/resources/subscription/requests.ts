import { z } from "zod";
import { int32, readOnly } from "../../http/requestFields";
import { databaseCreateRequest } from "../database/requests";

/** What clients may send with an update; the subscription in the path counts. */
const ignored = { subscriptionId: readOnly, databaseId: readOnly, commandType: readOnly };

/** A tag of a subscription's cloud resources. */
export const resourceTag = z.strictObject({ key: z.string().optional(), value: z.string().optional() });
export type ResourceTag = z.infer<typeof resourceTag>;

const customerManagedKey = z.strictObject({ resourceName: z.string(), region: z.string().optional() });

/** How long data stays readable after access to its key is lost. */
export const deletionGracePeriod = z.enum([
  "alerts-only",
  "immediate",
  "15-minutes",
  "30-minutes",
  "1-hour",
  "4-hours",
  "8-hours",
  "12-hours",
  "24-hours",
]);

const paymentMethod = z.enum(["credit-card", "marketplace"]);

const region = z.strictObject({
  region: z.string(),
  multipleAvailabilityZones: z.boolean().optional(),
  preferredAvailabilityZones: z.array(z.string()).optional(),
  networking: z
    .strictObject({
      deploymentCIDR: z.string().optional(),
      vpcId: z.string().optional(),
      subnetIds: z.array(z.string()).optional(),
      securityGroupId: z.string().optional(),
    })
    .optional(),
});
export type RegionSpec = z.infer<typeof region>;

const cloudProvider = z.strictObject({
  provider: z.enum(["AWS", "GCP"]).optional(),
  cloudAccountId: int32.optional(),
  regions: z.array(region),
  resourceTags: z.array(resourceTag).optional(),
});
export type CloudProviderSpec = z.infer<typeof cloudProvider>;

/** A database of a new subscription has fewer fields than one that is created later, and a quantity. */
const databaseSpec = databaseCreateRequest
  .pick({
    name: true,
    protocol: true,
    port: true,
    memoryLimitInGb: true,
    datasetSizeInGb: true,
    supportOSSClusterApi: true,
    dataPersistence: true,
    replication: true,
    throughputMeasurement: true,
    localThroughputMeasurement: true,
    modules: true,
    averageItemSizeInBytes: true,
    ramPercentage: true,
    respVersion: true,
    redisVersion: true,
    autoMinorVersionUpgrade: true,
    shardingType: true,
    queryPerformanceFactor: true,
  })
  .extend({ quantity: int32.optional() })
  .strict();
export type SubscriptionDatabaseSpec = z.infer<typeof databaseSpec>;

/** `POST /subscriptions` */
export const subscriptionCreateRequest = z.strictObject({
  name: z.string().optional(),
  dryRun: z.boolean().optional(),
  deploymentType: z.enum(["single-region", "active-active"]).optional(),
  paymentMethod: paymentMethod.optional(),
  paymentMethodId: int32.optional(),
  memoryStorage: z.enum(["ram", "ram-and-flash"]).optional(),
  persistentStorageEncryptionType: z.enum(["cloud-provider-managed-key", "customer-managed-key"]).optional(),
  persistentStorageEncryptionKeys: z
    .strictObject({
      customerManagedKeys: z.array(customerManagedKey),
      deletionGracePeriod: deletionGracePeriod.optional(),
    })
    .optional(),
  cloudProviders: z.array(cloudProvider),
  databases: z.array(databaseSpec),
  redisVersion: z.string().optional(),
  publicEndpointAccess: z.boolean().optional(),
  commandType: readOnly,
});
export type SubscriptionCreateRequest = z.infer<typeof subscriptionCreateRequest>;

/** `PUT /subscriptions/{subscriptionId}`, the form that changes fields. */
export const subscriptionUpdateRequest = z.strictObject({
  ...ignored,
  name: z.string().optional(),
  paymentMethod: paymentMethod.optional(),
  paymentMethodId: int32.optional(),
  publicEndpointAccess: z.boolean().optional(),
});
export type SubscriptionUpdateRequest = z.infer<typeof subscriptionUpdateRequest>;

/** `PUT /subscriptions/{subscriptionId}`, the form that sets customer managed keys. */
export const subscriptionKeysUpdateRequest = z.strictObject({
  ...ignored,
  customerManagedKeys: z.array(customerManagedKey),
  deletionGracePeriod: deletionGracePeriod.optional(),
});
export type SubscriptionKeysUpdateRequest = z.infer<typeof subscriptionKeysUpdateRequest>;

/** `PUT /subscriptions/{subscriptionId}/resource-tags` */
export const resourceTagsUpdateRequest = z.strictObject({ ...ignored, resourceTags: z.array(resourceTag) });
export type ResourceTagsUpdateRequest = z.infer<typeof resourceTagsUpdateRequest>;

/** `PUT /subscriptions/{subscriptionId}/cidr` */
export const cidrUpdateRequest = z.strictObject({
  ...ignored,
  cidrIps: z.array(z.string()).optional(),
  securityGroupIds: z.array(z.string()).optional(),
});
export type CidrUpdateRequest = z.infer<typeof cidrUpdateRequest>;

/** `PUT /subscriptions/{subscriptionId}/maintenance-windows` */
export const maintenanceWindowsUpdateRequest = z.strictObject({
  mode: z.enum(["manual", "automatic"]),
  windows: z
    .array(z.strictObject({ startHour: int32, durationInHours: int32, days: z.array(z.string()) }))
    .optional(),
});
export type MaintenanceWindowsUpdateRequest = z.infer<typeof maintenanceWindowsUpdateRequest>;
