import type { Pricing } from "../sharedTypes";
import type { SubscriptionInputs } from "./types";

/** What it takes to let Redis Cloud use a key of your own. API: `CustomerManagedKeyAccessDetails`. */
export interface CustomerManagedKeyAccessDetails {
  /** Google Cloud: e-mail address of the service account that needs access to the key. */
  readonly redisServiceAccount?: string;
  /** Google Cloud: predefined roles that it needs, e.g. `roles/cloudkms.viewer`. */
  readonly googlePredefinedRoles?: string[];
  /** Google Cloud: permissions that it needs, instead of the roles. */
  readonly googleCustomPermissions?: string[];
  /** AWS: ARN of the role that needs access to the key. */
  readonly redisIamRole?: string;
  /** AWS: statements that the key's policy has to contain. */
  readonly requiredKeyPolicyStatements?: Record<string, unknown>;
  /** Values that `deletionGracePeriod` can have. */
  readonly deletionGracePeriodOptions?: string[];
}

/** Arguments that the API reports of every subscription: outputs with its values where the program leaves them out. */
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

/** What the API reports of a subscription. */
export interface SubscriptionOutputs extends ReportedArguments {
  /** The API's ID; the Pulumi ID is the same in a string. */
  readonly subscriptionId: number;
  /** Provisioning state: `active` when it can be used, `encryption_key_pending` while it waits for your key. */
  readonly status: string;
  /** What it costs, line by line, as of the last `pulumi up` that changed the subscription, or `pulumi refresh`. */
  readonly pricing: Pricing[];
  /**
   * Databases in it, as of the last `pulumi up` that changed the subscription itself, or `pulumi refresh`: databases that
   * the same run creates or deletes afterwards are not counted. `getSubscription` tells the present number.
   */
  readonly numberOfDatabases: number | undefined;
  /** AWS account that it is deployed in, 12 digits: for VPC peering and policies. Undefined on Google Cloud. */
  readonly awsAccountId: string | undefined;
  /** Network that it is deployed in, e.g. `10.0.0.0/24`. */
  readonly deploymentCIDR: string | undefined;
  /** VPC that it is deployed in, e.g. `vpc-0125be68a4625884a`. */
  readonly vpcId: string | undefined;
  /** Subnet that it is deployed in; the first, where there are several. */
  readonly subnetId: string | undefined;
  /** Zones that it is deployed in, by ID. */
  readonly preferredAvailabilityZones: string[] | undefined;
  /** What the key of your own has to allow; undefined unless `persistentStorageEncryptionType` asks for one. */
  readonly customerManagedKeyAccessDetails: CustomerManagedKeyAccessDetails | undefined;
  /** Endpoint of its metrics, for Prometheus; undefined where the API has none. */
  readonly prometheusEndpoint: string | undefined;
  /** Payment method, of `getPaymentMethods()`, that it is paid by; undefined where there is none. */
  readonly paymentMethodId: number | undefined;
  /** How it is paid for: `credit-card`, `marketplace` or `invoice`. */
  readonly paymentMethodType: string | undefined;
  /** The same as the argument takes it; undefined where it is paid by invoice. */
  readonly paymentMethod: "credit-card" | "marketplace" | undefined;
  /** Whether the storage is encrypted. */
  readonly storageEncryption: boolean | undefined;
}
