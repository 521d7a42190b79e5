import type { Pricing } from "../pricingTypes";
import type { CustomerManagedKeyAccessDetails } from "../subscription/outputTypes";
import type { ActiveActiveSubscriptionInputs } from "./types";

/**
 * Arguments that the API reports of every subscription: outputs with its values where the program leaves them out.
 */
type ReportedArguments = Required<
  Pick<
    ActiveActiveSubscriptionInputs,
    | "name"
    | "persistentStorageEncryptionType"
    | "cloudProviders"
    | "publicEndpointAccess"
    | "maintenanceWindows"
  >
>;

/** What the API reports of an Active-Active subscription. */
export interface ActiveActiveSubscriptionOutputs extends ReportedArguments {
  /** ID in the API; the Pulumi ID is the same as a string. */
  readonly subscriptionId: number;
  /** Provisioning state: `active` when it can be used, `encryption_key_pending` while it waits for your keys. */
  readonly status: string;
  /** Price, line by line and by region, as of the last `pulumi up` that changed it, or `pulumi refresh`. */
  readonly pricing: Pricing[];
  /** Number of databases, as of the last `pulumi up` that changed the subscription itself, or `pulumi refresh`. */
  readonly numberOfDatabases: number | undefined;
  /**
   * Access to your keys that Redis Cloud needs; undefined unless `persistentStorageEncryptionType` is
   * `customer-managed-key`.
   */
  readonly customerManagedKeyAccessDetails: CustomerManagedKeyAccessDetails | undefined;
  /** ID of the payment method, one of `getPaymentMethods()`; undefined if there is none. */
  readonly paymentMethodId: number | undefined;
  /** Type of payment: `credit-card`, `marketplace` or `invoice`. */
  readonly paymentMethodType: string | undefined;
  /** The same in the form of the argument; undefined if payment is by invoice. */
  readonly paymentMethod: "credit-card" | "marketplace" | undefined;
}
