import type { Account } from "../account";
import { INTERNAL_CLOUD_ACCOUNT_ID, REGIONS } from "../catalog";
import { initialClusterCapacity } from "../databases/growth";
import { databasesOfSpecs } from "../databases/specs";
import { pricingOfDryRun } from "../pricing";
import { insist } from "../refusal";
import type { CloudProviderSpec, RegionSpec, SubscriptionCreateRequest } from "../requests/subscription";
import type { Subscription, TaskResponse } from "../state";
import type { CommandOf } from "../tasks/command";
import { insistOnKeys } from "./keys";
import { insistOnRoomForChange } from "./lifecycle";
import { insistOnNetwork } from "./network";
import { paymentOf } from "./payment";
import { insistOnResourceTags } from "./settings";

/**
 * Creates a subscription, which is `pending` until its infrastructure is there, then `active` (or waits for
 * its customer managed key). Its databases come to be with it: see `arriveSubscription`.
 */
export function createSubscription(
  account: Account,
  { body }: CommandOf<"subscriptionCreateRequest">,
  taskId: string,
): TaskResponse {
  const subscription = newSubscription(account, body);
  const databases = databasesOfSpecs(account, subscription, body);
  if (body.dryRun) return { resource: { pricing: pricingOfDryRun(subscription, databases) } };
  insistOnRoomForChange(account);
  subscription.id = account.newId();
  subscription.name = body.name ?? `subscription-${subscription.id}`;
  subscription.clusterCapacityInGb = initialClusterCapacity(databases);
  account.subscriptions.set(subscription.id, subscription);
  account.enter(subscription, "pending", taskId);
  const waitsForKey =
    subscription.persistentStorageEncryptionType === "customer-managed-key" &&
    subscription.customerManagedKeys.length === 0;
  account.later(
    subscription,
    waitsForKey ? "encryption_key_pending" : "active",
    account.duration("subscriptionCreate"),
  );
  return { resourceId: subscription.id };
}

function newSubscription(account: Account, request: SubscriptionCreateRequest): Subscription {
  insist(
    request.deploymentType !== "active-active",
    "GENERAL_ERROR",
    "The simulator does not know Active-Active subscriptions.",
  );
  const [spec, ...moreProviders] = request.cloudProviders;
  const [region, ...moreRegions] = spec?.regions ?? [];
  insist(
    spec && region && moreProviders.length + moreRegions.length === 0,
    "GENERAL_ERROR",
    "A single-region subscription has exactly one cloud provider with one region.",
  );
  const payment = paymentOf(account, request);
  const provider = spec.provider ?? "AWS";
  const cloudAccountId = spec.cloudAccountId ?? INTERNAL_CLOUD_ACCOUNT_ID;
  insistOnCloudAccount(account, cloudAccountId, provider);
  insistOnRegion(region, provider);
  insistOnNetwork(region.networking, cloudAccountId);
  insistOnResourceTags(spec.resourceTags ?? [], cloudAccountId);
  insistOnKeys(request, cloudAccountId);
  return {
    kind: "subscription",
    id: 0,
    name: request.name ?? "",
    status: "pending",
    visibleAt: account.now + account.duration("visibility"),
    change: 0,
    ...payment,
    memoryStorage: request.memoryStorage ?? "ram",
    publicEndpointAccess: request.publicEndpointAccess ?? true,
    persistentStorageEncryptionType: request.persistentStorageEncryptionType ?? "cloud-provider-managed-key",
    customerManagedKeys: request.persistentStorageEncryptionKeys?.customerManagedKeys ?? [],
    deletionGracePeriod: request.persistentStorageEncryptionKeys?.deletionGracePeriod,
    provider,
    cloudAccountId,
    ...placeOf(account, spec, region),
    resourceTags: spec.resourceTags ?? [],
    cidrIps: [],
    securityGroupIds: [],
    maintenanceWindows: { mode: "automatic" },
    creation: request,
    clusterCapacityInGb: 0,
    databasesCreated: 0,
  };
}

function placeOf(account: Account, spec: CloudProviderSpec, region: RegionSpec) {
  const multipleAvailabilityZones = region.multipleAvailabilityZones ?? false;
  const zones = multipleAvailabilityZones ? ["a", "b", "c"] : ["a"];
  const { networking = {} } = region;
  const internal = (spec.cloudAccountId ?? INTERNAL_CLOUD_ACCOUNT_ID) === INTERNAL_CLOUD_ACCOUNT_ID;
  return {
    region: region.region,
    multipleAvailabilityZones,
    preferredAvailabilityZones: region.preferredAvailabilityZones?.length
      ? region.preferredAvailabilityZones
      : zones.map((zone) => `${region.region}${spec.provider === "GCP" ? "-" : ""}${zone}`),
    deploymentCIDR: networking.deploymentCIDR ?? (internal ? "192.168.0.0/24" : "10.0.0.0/24"),
    vpcId: networking.vpcId,
    subnetIds: networking.subnetIds ?? [`subnet-${account.random.uuid().replaceAll("-", "").slice(0, 17)}`],
  };
}

function insistOnCloudAccount(account: Account, cloudAccountId: number, provider: "AWS" | "GCP"): void {
  if (cloudAccountId === INTERNAL_CLOUD_ACCOUNT_ID) return;
  insist(provider !== "GCP", "SUBSCRIPTION_GCP_ALLOW_ONLY_INTERNAL");
  const cloudAccount = account.cloudAccounts.get(cloudAccountId);
  insist(cloudAccount, "CLOUD_ACCOUNT_NOT_FOUND");
  insist(cloudAccount.status === "active", "CLOUD_ACCOUNT_NOT_ACTIVE");
  insist(cloudAccount.provider === provider, "SUBSCRIPTION_CA_PROVIDER_MISMATCH");
}

function insistOnRegion(spec: RegionSpec, provider: "AWS" | "GCP"): void {
  const known = REGIONS.some((region) => region.name === spec.region && region.provider === provider);
  insist(known, "SUBSCRIPTION_INVALID_REGION_NAME");
  const zones = spec.preferredAvailabilityZones ?? [];
  const expected = spec.multipleAvailabilityZones ? 3 : 1;
  insist(zones.length === 0 || zones.length === expected, "SUBSCRIPTION_BAD_PREFERRED_AZ_SIZE");
  insist(new Set(zones).size === zones.length, "SUBSCRIPTION_PREFERRED_AZ_MUST_BE_DEFINED_ONCE");
}
