import type { Account } from "../account";
import { pricingOfSubscription } from "../pricing";
import type { Subscription } from "../state";

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
    cloudDetails: [
      {
        provider: subscription.provider,
        cloudAccountId: subscription.cloudAccountId,
        totalSizeInGb: databases.reduce((total, { memoryLimitInGb }) => total + memoryLimitInGb, 0),
        regions: [
          {
            region: subscription.region,
            networking: subscription.subnetIds.map((subnetId) => ({
              deploymentCIDR: subscription.deploymentCIDR,
              vpcId: subscription.vpcId,
              subnetId,
            })),
            preferredAvailabilityZones: subscription.preferredAvailabilityZones,
            multipleAvailabilityZones: subscription.multipleAvailabilityZones,
          },
        ],
        links: [],
      },
    ],
    ...customerManagedKeyAnswer(subscription),
  };
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
