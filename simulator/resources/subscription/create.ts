import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../cloudAccount/internal";
import { CLOUD_ACCOUNT } from "../cloudAccount/state";
import { initialClusterCapacity } from "../database/growth";
import { databasesOfSpecs } from "../database/specs";
import { requireRoomForChange } from "./find";
import { requireKeys } from "./keys";
import { requireNetwork } from "./network";
import { paymentOf } from "./payment";
import { pricingOfDryRun } from "./pricing";
import { REGIONS } from "./regions";
import type { CloudProviderSpec, RegionSpec, SubscriptionCreateRequest } from "./requests";
import { requireResourceTags } from "./settings";
import type { Subscription } from "./state";

/**
 * Creates a subscription, which is `pending` until its infrastructure is there, then `active` (or waits for
 * its customer managed key). Its databases are created when it is active: see `reachSubscriptionState`.
 */
export function createSubscription(
  account: Account,
  { body }: { body: SubscriptionCreateRequest },
  taskId: string,
): TaskResponse {
  const subscription = newSubscription(account, body);
  const databases = databasesOfSpecs(account, subscription, body);
  if (body.dryRun) return { resource: { pricing: pricingOfDryRun(subscription, databases) } };
  requireRoomForChange(account);
  subscription.id = account.newId();
  subscription.name = body.name ?? `subscription-${subscription.id}`;
  subscription.clusterCapacityInGb = initialClusterCapacity(databases);
  account.add(subscription, taskId);
  const waitsForKey =
    subscription.persistentStorageEncryptionType === "customer-managed-key" &&
    subscription.customerManagedKeys.length === 0;
  account.schedule(
    subscription,
    waitsForKey ? "encryption_key_pending" : "active",
    account.duration("subscriptionCreate"),
  );
  return { resourceId: subscription.id };
}

function newSubscription(account: Account, request: SubscriptionCreateRequest): Subscription {
  requireThat(
    request.deploymentType !== "active-active",
    "GENERAL_ERROR",
    "The simulator does not know Active-Active subscriptions.",
  );
  const [spec, ...moreProviders] = request.cloudProviders;
  const [region, ...moreRegions] = spec?.regions ?? [];
  requireThat(
    spec && region && moreProviders.length + moreRegions.length === 0,
    "GENERAL_ERROR",
    "A single-region subscription has exactly one cloud provider with one region.",
  );
  const payment = paymentOf(account, request);
  const provider = spec.provider ?? "AWS";
  const cloudAccountId = spec.cloudAccountId ?? INTERNAL_CLOUD_ACCOUNT_ID;
  requireCloudAccount(account, cloudAccountId, provider);
  requireRegion(region, provider);
  requireNetwork(region.networking, cloudAccountId);
  requireResourceTags(spec.resourceTags ?? [], cloudAccountId);
  requireKeys(request, cloudAccountId);
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

function requireCloudAccount(account: Account, cloudAccountId: number, provider: "AWS" | "GCP"): void {
  if (cloudAccountId === INTERNAL_CLOUD_ACCOUNT_ID) return;
  requireThat(provider !== "GCP", "SUBSCRIPTION_GCP_ALLOW_ONLY_INTERNAL");
  const cloudAccount = account.collection(CLOUD_ACCOUNT).get(cloudAccountId);
  requireThat(cloudAccount, "CLOUD_ACCOUNT_NOT_FOUND");
  requireThat(cloudAccount.status === "active", "CLOUD_ACCOUNT_NOT_ACTIVE");
  requireThat(cloudAccount.provider === provider, "SUBSCRIPTION_CA_PROVIDER_MISMATCH");
}

function requireRegion(spec: RegionSpec, provider: "AWS" | "GCP"): void {
  const known = REGIONS.some((region) => region.name === spec.region && region.provider === provider);
  requireThat(known, "SUBSCRIPTION_INVALID_REGION_NAME");
  const zones = spec.preferredAvailabilityZones ?? [];
  const expected = spec.multipleAvailabilityZones ? 3 : 1;
  requireThat(zones.length === 0 || zones.length === expected, "SUBSCRIPTION_BAD_PREFERRED_AZ_SIZE");
  requireThat(new Set(zones).size === zones.length, "SUBSCRIPTION_PREFERRED_AZ_MUST_BE_DEFINED_ONCE");
}
