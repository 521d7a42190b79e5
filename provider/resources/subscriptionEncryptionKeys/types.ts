import type { CommonInputs, CustomerManagedKey, DeletionGracePeriod } from "../sharedTypes";

/**
 * Your own keys for the storage of a subscription that was created with `customer-managed-key`. API:
 * `SubscriptionUpdateCMKRequest`.
 */
export interface SubscriptionEncryptionKeysInputs extends CommonInputs {
  /** ID of the subscription: `subscription.id`. A change replaces. */
  subscriptionId: number;
  /**
   * The keys: one, or for an Active-Active subscription one for each of its regions. The principal in the
   * subscription's `customerManagedKeyAccessDetails` must have access to them. The API does not report them. A change
   * updates.
   */
  customerManagedKeys: CustomerManagedKey[];
  /**
   * What happens when Redis Cloud loses access to a key: after this time, the subscription is deleted. With
   * `alerts-only`, it is not. A change updates.
   */
  deletionGracePeriod: DeletionGracePeriod;
}

/** What the API reports of a subscription's keys. */
export interface SubscriptionEncryptionKeysOutputs {
  /** The subscription that has the keys. Resources that take its ID from here are created after the keys are set. */
  readonly subscriptionId: number;
  /** Provisioning state of the subscription: `active` when it can be used with the keys. */
  readonly status: string;
}
