import type { CloudProvider, Networking, Region } from "../../../provider/resources/subscription/types";
import type { SubscriptionHolding } from "./holdings";
import type { Args } from "./program";
import { accountRow, nameRow, type Row, ranges, row, sorted, withDefault } from "./rows";

type Windows = { mode: string; windows?: { startHour: number; durationInHours: number; days: string[] }[] };

const subscription =
  (held: (subscription: SubscriptionHolding["subscription"]) => unknown) => (holding: SubscriptionHolding) =>
    held(holding.subscription);

/** A part of `cloudProviders`, which is one argument. */
const part = (
  held: (holding: SubscriptionHolding) => unknown,
  said: (provider: CloudProvider, region: Region, networking: Networking) => unknown,
): Row<SubscriptionHolding> => ({
  names: ["cloudProviders"],
  held,
  said: (args: Args) => {
    const [provider = { regions: [] }] = (args as { cloudProviders?: CloudProvider[] }).cloudProviders ?? [];
    const [region = { region: "" }] = provider.regions;
    return said(provider, region, region.networking ?? {});
  },
});

/** Where it is: what the program does not say, the API chooses. */
const place: readonly Row<SubscriptionHolding>[] = [
  part(
    subscription(({ provider }) => provider),
    ({ provider = "AWS" }) => provider,
  ),
  part(
    subscription(({ cloudAccountId }) => cloudAccountId),
    ({ cloudAccountId = 1 }) => Number(cloudAccountId),
  ),
  part(
    subscription(({ region }) => region),
    (_provider, { region }) => region,
  ),
  part(
    subscription(({ multipleAvailabilityZones }) => multipleAvailabilityZones),
    (_provider, { multipleAvailabilityZones = false }) => multipleAvailabilityZones,
  ),
  part(
    subscription(({ preferredAvailabilityZones }) => sorted(preferredAvailabilityZones)),
    (_provider, { preferredAvailabilityZones: zones }) => zones && sorted(zones),
  ),
  part(
    subscription(({ deploymentCIDR }) => deploymentCIDR),
    ({ cloudAccountId = 1 }, _region, { deploymentCIDR }) =>
      deploymentCIDR ?? (cloudAccountId === 1 ? "192.168.0.0/24" : undefined),
  ),
  part(
    subscription(({ vpcId }) => vpcId),
    (_provider, _region, { vpcId }) => vpcId,
  ),
  part(
    subscription(({ subnetIds }) => sorted(subnetIds)),
    (_provider, _region, { subnetIds }) => subnetIds && sorted(subnetIds),
  ),
  part(
    ({ networking }) => networking?.securityGroupId,
    (_provider, _region, { securityGroupId }) => securityGroupId,
  ),
  part(
    subscription(({ resourceTags }) => sorted(resourceTags)),
    ({ resourceTags }) => sorted(resourceTags),
  ),
];

const windows = ({ mode, windows = [] }: Windows) => ({
  mode,
  windows: windows.map(({ days, ...window }) => ({ ...window, days: sorted(days) })),
});

/** What all subscriptions have, whatever their deployment type. */
export const settingsRows: readonly Row<SubscriptionHolding>[] = [
  accountRow,
  nameRow(({ subscription }) => subscription.name),
  row(
    "paymentMethod",
    subscription(({ paymentMethodType }) => paymentMethodType),
  ),
  row(
    "paymentMethodId",
    subscription(({ paymentMethodId }) => paymentMethodId),
    (id) => id && Number(id),
  ),
  withDefault(
    "persistentStorageEncryptionType",
    "cloud-provider-managed-key",
    subscription(({ persistentStorageEncryptionType }) => persistentStorageEncryptionType),
  ),
  withDefault(
    "publicEndpointAccess",
    true,
    subscription(({ publicEndpointAccess }) => publicEndpointAccess),
  ),
  row(
    "maintenanceWindows",
    subscription(({ maintenanceWindows }) => windows(maintenanceWindows)),
    (said: Windows = { mode: "automatic" }) => windows(said),
  ),
];

export const subscriptionRows: readonly Row<SubscriptionHolding>[] = [
  ...settingsRows,
  ...place,
  withDefault("deploymentType", "single-region", () => "single-region"),
  withDefault(
    "memoryStorage",
    "ram",
    subscription(({ memoryStorage }) => memoryStorage),
  ),
  row(
    "persistentStorageEncryptionKeys",
    subscription(({ customerManagedKeys, deletionGracePeriod }) => ({
      customerManagedKeys,
      deletionGracePeriod,
    })),
  ),
  row(
    "cidrIps",
    subscription(({ cidrIps }) => ranges(cidrIps)),
    ranges,
  ),
  row(
    "securityGroupIds",
    subscription(({ securityGroupIds }) => sorted(securityGroupIds)),
    sorted,
  ),
];
