import * as rediscloud from "pulumi-redis-cloud";
import { KeyGrant } from "./keyGrant";

const resourceName = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

// It is created without a key, and waits for one.
const subscription = new rediscloud.Subscription("encrypted", {
  paymentMethodId: rediscloud.getPaymentMethod({ type: "Visa" }).then((method) => method.id),
  persistentStorageEncryptionType: "customer-managed-key",
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
});

// Its principal gets access to the key.
const grant = new KeyGrant("grant", {
  principal: subscription.customerManagedKeyAccessDetails.apply((details) => details?.redisIamRole),
  resourceName,
});

// The key is handed over, and the subscription becomes active.
const keys = new rediscloud.SubscriptionEncryptionKeys(
  "keys",
  {
    subscriptionId: subscription.id,
    customerManagedKeys: [{ resourceName }],
    deletionGracePeriod: "24-hours",
  },
  { dependsOn: grant },
);

// The ID from the keys, so that the database is created after they are set.
const cache = new rediscloud.Database("cache", {
  subscriptionId: keys.subscriptionId,
  datasetSizeInGb: 1,
});

export const endpoint = cache.publicEndpoint;
export const url = cache.connectionString;
