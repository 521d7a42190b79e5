import type { Inputs } from "@pulumi/pulumi";
import type { CloudAccountInputs } from "../../provider/resources/cloudAccount/types";
import type { DatabaseInputs } from "../../provider/resources/database/types";
import type { CommonInputs } from "../../provider/resources/sharedTypes";
import type { SubscriptionInputs } from "../../provider/resources/subscription/types";
import type { SavedAccount } from "../../simulator/account";
import type { CloudAccount } from "../../simulator/resources/cloudAccount/state";
import { SERVER_CERTIFICATE } from "../../simulator/resources/database/certificate";
import type { Database } from "../../simulator/resources/database/state";
import type { Subscription } from "../../simulator/resources/subscription/state";

/** A sample change of an argument. */
export interface Sample<Thing = unknown> {
  /** First value; undeclared if absent. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** Value that another client sets; by default the first value, or the API's default. */
  readonly foreign?: unknown;
  /** Whether the change cannot be reverted. */
  readonly isOneWay?: true;
  /** Other arguments that it requires. */
  readonly beside?: Inputs;
  /** Arguments that the database's subscription requires. */
  readonly place?: Inputs;
  /** Whether the subscription must be in the customer's own cloud account. */
  readonly isInOwnCloud?: true;
  /** Whether it or its alternative is required. */
  readonly isNeeded?: true;
  /** The simulator's value, in the form of the argument; by default the field of the same name. */
  held?(thing: Thing, account: SavedAccount): unknown;
}

type Samples<Arguments, Thing> = Record<keyof Arguments, Sample<Thing>>;

const COMMON: Samples<CommonInputs, never> = {
  account: { after: "another" },
  adopt: { after: "1234" },
  timeouts: { after: { update: "2h" } },
};

const keys = (resourceName: string) => ({
  customerManagedKeys: [{ resourceName }],
  deletionGracePeriod: "1-hour",
});

export const SUBSCRIPTION_SAMPLES: Samples<SubscriptionInputs, Subscription> = {
  ...COMMON,
  name: { after: "orders", foreign: "renamed" },
  deploymentType: { after: "active-active" },
  paymentMethod: {
    before: "credit-card",
    after: "marketplace",
    held: ({ paymentMethodType }) => paymentMethodType,
  },
  paymentMethodId: { before: 2, after: 3, isNeeded: true },
  memoryStorage: { after: "ram-and-flash" },
  persistentStorageEncryptionType: { after: "customer-managed-key" },
  persistentStorageEncryptionKeys: {
    isInOwnCloud: true,
    isNeeded: true,
    beside: { persistentStorageEncryptionType: "customer-managed-key" },
    before: keys("first"),
    after: keys("second"),
    held: ({ customerManagedKeys, deletionGracePeriod }) => ({ customerManagedKeys, deletionGracePeriod }),
  },
  cloudProviders: { after: [{ provider: "AWS", regions: [{ region: "eu-west-1" }] }] },
  databases: { after: [{ name: "orders", datasetSizeInGb: 1 }] },
  creationPlan: { after: [{ datasetSizeInGb: 5 }] },
  redisVersion: { after: "7.4" },
  publicEndpointAccess: { after: false },
  maintenanceWindows: {
    after: { mode: "manual", windows: [{ startHour: 2, durationInHours: 8, days: ["Sunday"] }] },
  },
  cidrIps: { isInOwnCloud: true, after: ["10.1.0.0/16"] },
  securityGroupIds: { isInOwnCloud: true, after: ["sg-0125be68a4625884a"] },
  forceDestroy: { after: true },
};

const SOURCE = "redis://source.example:6379";
const MEMCACHED = { protocol: "memcached" };

export const DATABASE_SAMPLES: Samples<DatabaseInputs, Database> = {
  ...COMMON,
  subscriptionId: { after: 1 },
  name: { after: "orders", foreign: "renamed" },
  protocol: { after: "memcached" },
  port: { after: 12000 },
  datasetSizeInGb: {
    before: 1,
    after: 2,
    isNeeded: true,
    held: ({ memoryLimitInGb }) => memoryLimitInGb / 2,
  },
  memoryLimitInGb: { before: 2, after: 4, isNeeded: true, beside: { datasetSizeInGb: undefined } },
  redisVersion: { before: "7.2", after: "7.4", isOneWay: true },
  autoMinorVersionUpgrade: { after: false },
  respVersion: { after: "resp2", foreign: "resp3" },
  supportOSSClusterApi: { after: true },
  useExternalEndpointForOSSClusterApi: { beside: { supportOSSClusterApi: true }, after: true },
  dataPersistence: { after: "aof-every-write" },
  dataEvictionPolicy: { after: "allkeys-lru" },
  replication: { after: false },
  replicaOf: { after: [SOURCE], held: ({ replica }) => replica?.syncSources.map(({ endpoint }) => endpoint) },
  replica: { after: { syncSources: [{ endpoint: SOURCE, encryption: true }] } },
  throughputMeasurement: {
    after: { by: "operations-per-second", value: 5000 },
    foreign: { by: "operations-per-second", value: 9000 },
  },
  averageItemSizeInBytes: { after: 2000 },
  ramPercentage: { place: { memoryStorage: "ram-and-flash" }, after: 30 },
  periodicBackupPath: { after: "s3://backups", held: ({ remoteBackup }) => remoteBackup?.storagePath },
  remoteBackup: {
    after: {
      active: true,
      interval: "every-12-hours",
      timeUTC: "02:00",
      storageType: "aws-s3",
      storagePath: "s3://backups",
    },
  },
  sourceIp: { after: ["10.0.0.0/8"], held: ({ sourceIps }) => sourceIps },
  clientSslCertificate: {
    beside: { enableTls: true },
    after: SERVER_CERTIFICATE,
    held: ({ clientCertificates }) => clientCertificates[0],
  },
  clientTlsCertificates: {
    beside: { enableTls: true },
    after: [{ publicCertificatePEMString: SERVER_CERTIFICATE }],
    held: ({ clientCertificates }) =>
      clientCertificates.map((publicCertificatePEMString) => ({ publicCertificatePEMString })),
  },
  enableTls: { after: true },
  enableDefaultUser: { after: false },
  password: { after: "another-password", foreign: "of-somebody-else" },
  saslUsername: { beside: MEMCACHED, after: "another-user", foreign: "somebody-else" },
  saslPassword: { beside: MEMCACHED, after: "another-password", foreign: "of-somebody-else" },
  alerts: { after: [{ name: "dataset-size", value: 80 }] },
  modules: { after: [{ name: "RedisJSON" }] },
  shardingType: { after: "redis-oss-hashing" },
  regexRules: {
    beside: { shardingType: "custom-regex-rules" },
    after: ["(?<tag>.*)"],
    foreign: [".*(?<tag>a)", "(?<tag>.*)"],
  },
  queryPerformanceFactor: { beside: { redisVersion: "7.4", modules: [{ name: "RediSearch" }] }, after: "4x" },
  tags: {
    after: [{ key: "team", value: "web" }],
    held: ({ tags = [] }) => tags.map(({ key, value }) => ({ key, value })),
  },
};

/** The simulator does not store secrets: uses the last request. */
const sent =
  (name: "accessKeyId" | "accessSecretKey" | "consoleUsername" | "consolePassword") =>
  (_: CloudAccount, { tasks }: SavedAccount) =>
    tasks
      .map(({ command }) => command)
      .filter((command) => "cloudAccountId" in command || command.commandType === "cloudAccountCreateRequest")
      .map((command) => ("body" in command ? (command.body as Partial<CloudAccountInputs>)[name] : undefined))
      .at(-1);

export const CLOUD_ACCOUNT_SAMPLES: Samples<CloudAccountInputs, CloudAccount> = {
  ...COMMON,
  name: { after: "production", foreign: "renamed" },
  provider: { after: "GCP" },
  accessKeyId: { after: "AKIAOTHER", foreign: "AKIAFOREIGN" },
  accessSecretKey: { after: "another-secret", foreign: "of-somebody-else", held: sent("accessSecretKey") },
  consoleUsername: { after: "another-user", foreign: "of-somebody-else", held: sent("consoleUsername") },
  consolePassword: { after: "another-password", foreign: "of-somebody-else", held: sent("consolePassword") },
  signInLoginUrl: {
    after: "https://210987654321.signin.aws.amazon.com/console",
    foreign: "https://111111111111.signin.aws.amazon.com/console",
  },
};
