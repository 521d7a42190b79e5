import type { ObservedSubscription } from "./observed";

/** Outputs of a subscription by name; null if there is no value. */
export function subscriptionOutputs({ subscription, pricing, numberOfDatabases }: ObservedSubscription) {
  const { cloudProvider, network } = placeIn(subscription);
  return {
    subscriptionId: subscription.id,
    status: subscription.status,
    pricing,
    numberOfDatabases: numberOfDatabases ?? null,
    awsAccountId: cloudProvider?.awsAccountId ?? null,
    deploymentCIDR: network?.deploymentCIDR ?? null,
    vpcId: network?.vpcId ?? null,
    subnetId: network?.subnetId ?? null,
    customerManagedKeyAccessDetails: subscription.customerManagedKeyAccessDetails ?? null,
    prometheusEndpoint: subscription.prometheusEndpoint ?? null,
  };
}

/** Other outputs, and arguments that the API reports in a different form. */
export function subscriptionAttributes({ subscription }: ObservedSubscription) {
  const { deploymentType, paymentMethodType, storageEncryption } = subscription;
  return {
    deploymentType,
    paymentMethodType,
    storageEncryption,
    preferredAvailabilityZones: placeIn(subscription).region?.preferredAvailabilityZones,
    // Payment by invoice is not a value of the argument.
    ...(paymentMethodType !== undefined && { paymentMethod: requestable(paymentMethodType) }),
  };
}

const requestable = (type: string): string | undefined =>
  type === "credit-card" || type === "marketplace" ? type : undefined;

function placeIn({ cloudDetails }: ObservedSubscription["subscription"]) {
  const cloudProvider = cloudDetails?.[0];
  const region = cloudProvider?.regions?.[0];
  return { cloudProvider, region, network: region?.networking?.[0] };
}
