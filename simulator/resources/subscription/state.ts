import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";
import type {
  MaintenanceWindowsUpdateRequest,
  ResourceTag,
  SubscriptionCreateRequest,
  SubscriptionKeysUpdateRequest,
} from "./requests";

/** `pending`, `active`, `deleting`, `error` of the lifecycle page, and the wait for a customer managed key. */
export type SubscriptionState = "pending" | "active" | "encryption_key_pending" | "deleting" | "error";

/** A region of an Active-Active subscription. */
export interface SubscriptionRegion {
  /** As in `GET /regions`. */
  regionId: number;
  region: string;
  deploymentCIDR: string;
  vpcId: string;
  subnetIds: string[];
  multipleAvailabilityZones: boolean;
  preferredAvailabilityZones: string[];
}

/** A change of an Active-Active subscription's regions, which is done when the subscription is active again. */
export type RegionChange =
  | {
      added: SubscriptionRegion;
      /** Throughput of each database in the new region, by the ID of the database. */
      throughput: Record<number, { writeOperationsPerSecond: number; readOperationsPerSecond: number }>;
    }
  | { removed: string[] };

/** A subscription. */
export interface Subscription extends Resource<"subscription", SubscriptionState> {
  id: number;
  paymentMethodType: "credit-card" | "marketplace" | "invoice";
  paymentMethodId?: number;
  memoryStorage: "ram" | "ram-and-flash";
  publicEndpointAccess: boolean;
  persistentStorageEncryptionType: "cloud-provider-managed-key" | "customer-managed-key";
  customerManagedKeys: SubscriptionKeysUpdateRequest["customerManagedKeys"];
  deletionGracePeriod?: string;
  /** Resource names of the keys that its principal has been granted access to. @default none */
  keyGrants?: string[];
  provider: "AWS" | "GCP";
  cloudAccountId: number;
  region: string;
  multipleAvailabilityZones: boolean;
  preferredAvailabilityZones: string[];
  deploymentCIDR: string;
  /** As the request named it: answers do not contain a VPC that the server creates itself. */
  vpcId?: string;
  subnetIds: string[];
  resourceTags: ResourceTag[];
  cidrIps: string[];
  securityGroupIds: string[];
  maintenanceWindows: MaintenanceWindowsUpdateRequest;
  /** Of an Active-Active subscription, all its regions; the fields about a place are those of the first one then. */
  regions?: SubscriptionRegion[];
  regionChange?: RegionChange;
  /** The request that creates its first databases, until it is active for the first time. */
  creation?: SubscriptionCreateRequest;
  /** Gigabytes of memory that its cluster has room for. */
  clusterCapacityInGb: number;
  /** Number of databases created after the subscription itself, including those that are deleted by now. */
  databasesCreated: number;
}

/** Refers to the subscriptions of an account. */
export const SUBSCRIPTION: KindName<Subscription> = "subscription";
