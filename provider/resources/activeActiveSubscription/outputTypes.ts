import type { Pricing } from "../sharedTypes";
import type { CustomerManagedKeyAccessDetails } from "../subscription/outputTypes";
import type { ActiveActiveSubscriptionInputs } from "./types";

/** Arguments that the API reports of every subscription: outputs with its values where the program leaves them out. */
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
  /** The API's ID; the Pulumi ID is the same in a string. */
  readonly subscriptionId: number;
  /** Provisioning state: `active` when it can be used, `encryption_key_pending` while it waits for your keys. */
  readonly status: string;
  /** What it costs, line by line and by region, as of the last `pulumi up` that changed it, or `pulumi refresh`. */
  readonly pricing: Pricing[];
  /** Databases in it, as of the last `pulumi up` that changed the subscription itself, or `pulumi refresh`. */
  readonly numberOfDatabases: number | undefined;
  /** What the keys of your own have to allow; undefined unless `persistentStorageEncryptionType` asks for them. */
  readonly customerManagedKeyAccessDetails: CustomerManagedKeyAccessDetails | undefined;
  /** Payment method, of `getPaymentMethods()`, that it is paid by; undefined where there is none. */
  readonly paymentMethodId: number | undefined;
  /** How it is paid for: `credit-card`, `marketplace` or `invoice`. */
  readonly paymentMethodType: string | undefined;
  /** The same as the argument takes it; undefined where it is paid by invoice. */
  readonly paymentMethod: "credit-card" | "marketplace" | undefined;
}
