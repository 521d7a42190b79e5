import type { TaskError } from "./refusal";
import type { ResourceTag } from "./requests/common";
import type { DatabaseCreateRequest } from "./requests/database";
import type {
  MaintenanceWindowsUpdateRequest,
  SubscriptionCreateRequest,
  SubscriptionKeysUpdateRequest,
} from "./requests/subscription";
import type { Command } from "./tasks/command";
import type { TaskState } from "./tasks/state";

/** `pending`, `active`, `deleting`, `error` of the lifecycle page, and the wait for a customer managed key. */
export type SubscriptionState = "pending" | "active" | "encryption_key_pending" | "deleting" | "error";

/** The provisioning states of a database, finer than those of the lifecycle page. */
export type DatabaseState =
  | "draft"
  | "pending"
  | "active"
  | "active-change-pending"
  | "active-upgrade-pending"
  | "import-pending"
  | "delete-pending"
  | "error";

/** The provisioning states of a cloud account. */
export type CloudAccountState = "draft" | "active" | "change-draft" | "delete-pending" | "error";

/** What anything with a state has. */
interface Stateful<State extends string> {
  name: string;
  status: State;
  /** Until then, in simulated milliseconds, its ID answers 404 and no list shows it. */
  visibleAt: number;
  /** Counts its changes, so that what was due for an earlier one is void. */
  change: number;
  /** ID of the task that changed it last; absent for a task, and when it was a fault. */
  changedBy?: string;
}

/** `response` of a task. */
export interface TaskResponse {
  resourceId?: number;
  additionalResourceId?: number;
  resource?: unknown;
  error?: TaskError;
}

/** A request on its way through the processing phase. */
export interface Task extends Omit<Stateful<TaskState>, "name"> {
  kind: "task";
  taskId: string;
  command: Command;
  /** When it changed last, in simulated milliseconds. */
  timestamp: number;
  response?: TaskResponse;
}

/** A subscription. */
export interface Subscription extends Stateful<SubscriptionState> {
  kind: "subscription";
  id: number;
  paymentMethodType: "credit-card" | "marketplace" | "invoice";
  paymentMethodId?: number;
  memoryStorage: "ram" | "ram-and-flash";
  publicEndpointAccess: boolean;
  persistentStorageEncryptionType: "cloud-provider-managed-key" | "customer-managed-key";
  customerManagedKeys: SubscriptionKeysUpdateRequest["customerManagedKeys"];
  deletionGracePeriod?: string;
  provider: "AWS" | "GCP";
  cloudAccountId: number;
  region: string;
  multipleAvailabilityZones: boolean;
  preferredAvailabilityZones: string[];
  deploymentCIDR: string;
  /** As the request named it: the server does not tell the VPC that it makes itself. */
  vpcId?: string;
  subnetIds: string[];
  resourceTags: ResourceTag[];
  cidrIps: string[];
  securityGroupIds: string[];
  maintenanceWindows: MaintenanceWindowsUpdateRequest;
  /** The request that creates its first databases, until it is active for the first time. */
  creation?: SubscriptionCreateRequest;
  /** Gigabytes of memory that its cluster has room for. */
  clusterCapacityInGb: number;
  /** Databases created after the subscription itself, whatever became of them. */
  databasesCreated: number;
}

/** A tag of a database. */
export interface DatabaseTag {
  key: string;
  value: string;
  createdAt: string;
  updatedAt: string;
}

/** A database. Sizes are kept as the memory limit, from which the dataset's size follows. */
export interface Database extends Stateful<DatabaseState> {
  kind: "database";
  databaseId: number;
  subscriptionId: number;
  protocol: "redis" | "memcached";
  redisVersion: string;
  respVersion?: "resp2" | "resp3";
  autoMinorVersionUpgrade: boolean;
  memoryLimitInGb: number;
  supportOSSClusterApi: boolean;
  useExternalEndpointForOSSClusterApi: boolean;
  dataPersistence: string;
  dataEvictionPolicy: string;
  replication: boolean;
  throughputMeasurement: { by: "operations-per-second" | "number-of-shards"; value: number };
  replica?: DatabaseCreateRequest["replica"];
  remoteBackup?: DatabaseCreateRequest["remoteBackup"];
  password?: string;
  saslUsername?: string;
  saslPassword?: string;
  enableDefaultUser: boolean;
  enableTls: boolean;
  clientCertificates: string[];
  /** Absent: the default that goes with the subscription's public endpoint access. */
  sourceIps?: string[];
  alerts: { name: string; value: number }[];
  modules: { name: string; parameters?: Record<string, unknown> }[];
  queryPerformanceFactor: string;
  hashingPolicy: "standard" | "custom" | "oss";
  regexRules: string[];
  averageItemSizeInBytes?: number;
  ramPercentage?: number;
  port: number;
  /** Whether the request chose the port. */
  portChosen: boolean;
  /** Absent until something is written to them for the first time. */
  tags?: DatabaseTag[];
  activatedOn?: number;
  lastModified?: number;
  lastBackup?: number;
  lastImport?: number;
  upgrade?: { targetRedisVersion: string; start: number; end: number; done: boolean };
  /** Whether a real Redis answers at its endpoint. */
  real: boolean;
}

/** A cloud account. Its secrets are forgotten at once: nothing ever asks for them. */
export interface CloudAccount extends Stateful<CloudAccountState> {
  kind: "cloudAccount";
  id: number;
  provider: "AWS" | "GCP";
  accessKeyId?: string;
  signInLoginUrl?: string;
}

/** Anything with a state. */
export type Thing = Task | Subscription | Database | CloudAccount;
