import type { Account } from "../../account";
import { awsAccountIdOf } from "../cloudAccount/awsAccount";
import { CLOUD_ACCOUNT } from "../cloudAccount/state";
import { clusterName } from "../database/endpoints";
import { DATABASE, type Database } from "../database/state";
import { customerManagedKeyAccessDetails } from "./keyAccess";
import { pricingOfSubscription } from "./pricing";
import type { Subscription, SubscriptionRegion } from "./state";

/** A subscription as `GET /subscriptions` returns it. `networking` is an object in requests, but an array here. */
export function subscriptionAnswer(account: Account, subscription: Subscription) {
  const databases = account.collection(DATABASE).inSubscription(subscription.id);
  return {
    id: subscription.id,
    name: subscription.name,
    status: subscription.status,
    deploymentType: subscription.regions ? "active-active" : "single-region",
    paymentMethodType: subscription.paymentMethodType,
    ...(subscription.paymentMethodId !== undefined && { paymentMethodId: subscription.paymentMethodId }),
    publicEndpointAccess: subscription.publicEndpointAccess,
    memoryStorage: subscription.memoryStorage,
    storageEncryption: false,
    persistentStorageEncryptionType: subscription.persistentStorageEncryptionType,
    numberOfDatabases: databases.length,
    subscriptionPricing: pricingOfSubscription(subscription, databases),
    cloudDetails: isBeingCreated(subscription) ? [] : [cloudDetail(account, subscription, databases)],
    ...(!isBeingCreated(subscription) && { prometheusEndpoint: prometheusEndpoint(subscription) }),
    ...customerManagedKeyAnswer(account, subscription),
  };
}

/** Recorded: until its infrastructure exists, a subscription has no cloud details. Keys are set later. */
function isBeingCreated({ creation, status, customerManagedKeys }: Subscription): boolean {
  return creation !== undefined && status === "pending" && customerManagedKeys.length === 0;
}

function cloudDetail(account: Account, subscription: Subscription, databases: Database[]) {
  const cloudAccount = account.collection(CLOUD_ACCOUNT).get(subscription.cloudAccountId);
  return {
    provider: subscription.provider,
    cloudAccountId: subscription.cloudAccountId,
    ...(subscription.provider === "AWS" && cloudAccount && { awsAccountId: awsAccountIdOf(cloudAccount) }),
    totalSizeInGb: databases.reduce((total, { memoryLimitInGb }) => total + memoryLimitInGb, 0),
    regions: (subscription.regions ?? [subscription]).map(regionDetail),
    resourceTags: subscription.resourceTags,
    links: [],
  };
}

function regionDetail(place: Pick<Subscription, keyof SubscriptionRegion & keyof Subscription>) {
  const { deploymentCIDR, vpcId, subnetIds } = place;
  return {
    region: place.region,
    networking: subnetIds.map((subnetId) => ({ deploymentCIDR, ...(vpcId && { vpcId }), subnetId })),
    preferredAvailabilityZones: place.preferredAvailabilityZones,
    multipleAvailabilityZones: place.multipleAvailabilityZones,
  };
}

function customerManagedKeyAnswer(account: Account, subscription: Subscription) {
  if (subscription.persistentStorageEncryptionType !== "customer-managed-key") return {};
  const { deletionGracePeriod, cloudAccountId } = subscription;
  const cloudAccount = account.collection(CLOUD_ACCOUNT).get(cloudAccountId);
  return {
    ...(deletionGracePeriod && { deletionGracePeriod }),
    customerManagedKeyAccessDetails: customerManagedKeyAccessDetails(subscription, cloudAccount),
  };
}

/**
 * Where Prometheus scrapes the metrics of a subscription's databases: port 8070 of its cluster's private name, as
 * in the vendor's page on Prometheus. The OpenAPI document lacks the field; the vendor's Go SDK reads it.
 */
function prometheusEndpoint(subscription: Subscription): string {
  return `https://internal.${clusterName(subscription)}:8070`;
}

/**
 * `GET …/maintenance-windows`. Windows are in the time zone of the region; which names the API has for them, and how many
 * maintenances can be skipped, no source says: here it is UTC, and none.
 */
export const maintenanceWindowsAnswer = ({ maintenanceWindows }: Subscription) => ({
  ...maintenanceWindows,
  timeZone: "UTC",
  skipStatus: { remainingSkips: 0 },
});
