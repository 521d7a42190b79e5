import type { Account } from "../account";
import { pricingOfSubscription } from "../pricing";
import type { Database, Subscription } from "../state";

/** A subscription as `GET /subscriptions` shows it. `networking` is an object in requests, but an array here. */
export function subscriptionAnswer(account: Account, subscription: Subscription) {
  const databases = account.databasesOf(subscription.id);
  return {
    id: subscription.id,
    name: subscription.name,
    status: subscription.status,
    deploymentType: "single-region",
    paymentMethodType: subscription.paymentMethodType,
    ...(subscription.paymentMethodId !== undefined && { paymentMethodId: subscription.paymentMethodId }),
    publicEndpointAccess: subscription.publicEndpointAccess,
    memoryStorage: subscription.memoryStorage,
    storageEncryption: false,
    persistentStorageEncryptionType: subscription.persistentStorageEncryptionType,
    numberOfDatabases: databases.length,
    subscriptionPricing: pricingOfSubscription(subscription, databases),
    cloudDetails: isBeingCreated(subscription) ? [] : [cloudDetail(account, subscription, databases)],
    ...customerManagedKeyAnswer(subscription),
  };
}

/** Recorded: until its infrastructure is there, a subscription has no cloud details. Keys are handed over later. */
function isBeingCreated({ creation, status, customerManagedKeys }: Subscription): boolean {
  return creation !== undefined && status === "pending" && customerManagedKeys.length === 0;
}

function cloudDetail(account: Account, subscription: Subscription, databases: Database[]) {
  const awsAccountId = awsAccountIdOf(account, subscription);
  return {
    provider: subscription.provider,
    cloudAccountId: subscription.cloudAccountId,
    ...(awsAccountId && { awsAccountId }),
    totalSizeInGb: databases.reduce((total, { memoryLimitInGb }) => total + memoryLimitInGb, 0),
    regions: [
      {
        region: subscription.region,
        networking: subscription.subnetIds.map((subnetId) => ({
          deploymentCIDR: subscription.deploymentCIDR,
          ...(subscription.vpcId && { vpcId: subscription.vpcId }),
          subnetId,
        })),
        preferredAvailabilityZones: subscription.preferredAvailabilityZones,
        multipleAvailabilityZones: subscription.multipleAvailabilityZones,
      },
    ],
    resourceTags: subscription.resourceTags,
    links: [],
  };
}

/** The customer's own AWS account, as far as the address of its console tells it. */
function awsAccountIdOf(account: Account, { cloudAccountId }: Subscription): string | undefined {
  const { signInLoginUrl = "" } = account.cloudAccounts.get(cloudAccountId) ?? {};
  return signInLoginUrl.match(/\/\/(\d{12})\./)?.[1];
}

function customerManagedKeyAnswer(subscription: Subscription) {
  if (subscription.persistentStorageEncryptionType !== "customer-managed-key") return {};
  const { provider, id, deletionGracePeriod } = subscription;
  return {
    ...(deletionGracePeriod && { deletionGracePeriod }),
    customerManagedKeyAccessDetails:
      provider === "GCP"
        ? {
            redisServiceAccount: `service-${id}@simulated-redis.iam.gserviceaccount.com`,
            googlePredefinedRoles: ["roles/cloudkms.cryptoKeyEncrypterDecrypter", "roles/cloudkms.viewer"],
            googleCustomPermissions: ["cloudkms.cryptoKeys.get"],
          }
        : { redisIamRole: `arn:aws:iam::000000000000:role/redis-subscription-${id}` },
  };
}
