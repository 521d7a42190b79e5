import type { Pricing } from "../pricingTypes";
import type { SubscriptionInputs } from "./types";

/** The access to your own key that Redis Cloud needs. API: `CustomerManagedKeyAccessDetails`. */
export interface CustomerManagedKeyAccessDetails {
  /** Google Cloud: e-mail address of the service account that needs access to the key. */
  readonly redisServiceAccount?: string;
  /** Google Cloud: predefined roles that it needs, e.g. `roles/cloudkms.viewer`. */
  readonly googlePredefinedRoles?: string[];
  /** Google Cloud: permissions that it needs, instead of the roles. */
  readonly googleCustomPermissions?: string[];
  /** AWS: ARN of the role that needs access to the key. */
  readonly redisIamRole?: string;
  /** AWS: statements that the key's policy must contain. */
  readonly requiredKeyPolicyStatements?: Record<string, unknown>;
  /** Allowed values of `deletionGracePeriod`. */
  readonly deletionGracePeriodOptions?: string[];
}

/** Arguments that the API reports for every subscription: outputs have the API's values if the program omits them. */
type ReportedArguments = Required<
  Pick<
    SubscriptionInputs,
    | "name"
    | "deploymentType"
    | "memoryStorage"
    | "persistentStorageEncryptionType"
    | "cloudProviders"
    | "publicEndpointAccess"
    | "maintenanceWindows"
    | "cidrIps"
    | "securityGroupIds"
  >
>;

/** What the API reports about a subscription. */
export interface SubscriptionOutputs extends ReportedArguments {
  /** ID in the API; the Pulumi ID is the same as a string. */
  readonly subscriptionId: number;
  /**
   * Provisioning state: `active` when the subscription can be used, `encryption_key_pending` while it waits for your
   * key.
   */
  readonly status: string;
  /** Price, line by line, as of the last `pulumi up` that changed the subscription, or `pulumi refresh`. */
  readonly pricing: Pricing[];
  /**
   * Number of databases, as of the last `pulumi up` that changed the subscription itself, or `pulumi refresh`:
   * databases that the same run creates or deletes afterwards are not counted. `getSubscription` returns the current
   * number.
   */
  readonly numberOfDatabases: number | undefined;
  /** AWS account of the deployment, 12 digits, for VPC peering and policies. Undefined on Google Cloud. */
  readonly awsAccountId: string | undefined;
  /** Network of the deployment, e.g. `10.0.0.0/24`. */
  readonly deploymentCIDR: string | undefined;
  /** VPC of the deployment, e.g. `vpc-0125be68a4625884a`. */
  readonly vpcId: string | undefined;
  /** Subnet of the deployment; the first if there are several. */
  readonly subnetId: string | undefined;
  /** IDs of the availability zones of the deployment. */
  readonly preferredAvailabilityZones: string[] | undefined;
  /**
   * Access to your key that Redis Cloud needs; undefined unless `persistentStorageEncryptionType` is
   * `customer-managed-key`.
   */
  readonly customerManagedKeyAccessDetails: CustomerManagedKeyAccessDetails | undefined;
  /** Prometheus endpoint for metrics; undefined if the API reports none. */
  readonly prometheusEndpoint: string | undefined;
  /** ID of its payment method, one of `getPaymentMethods()`; undefined if there is none. */
  readonly paymentMethodId: number | undefined;
  /** Type of payment: `credit-card`, `marketplace` or `invoice`. */
  readonly paymentMethodType: string | undefined;
  /** The same in the form of the argument; undefined for payment by invoice. */
  readonly paymentMethod: "credit-card" | "marketplace" | undefined;
  /** Whether the storage is encrypted. */
  readonly storageEncryption: boolean | undefined;
}
