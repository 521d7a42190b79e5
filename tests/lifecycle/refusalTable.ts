import type { Inputs } from "@pulumi/pulumi";
import { PLAN } from "../simulator/essentials";
import { ACTIVE_ACTIVE_BASE, ACTIVE_ACTIVE_REFUSALS } from "./refusalTableActiveActive";
import { ACTIONS_BASE, ACTIONS_REFUSALS } from "./refusalTableOfActions";
import { ESSENTIALS_REFUSALS, type EssentialsWorld } from "./refusalTableOfEssentials";
import { GATEWAY_BASE, GATEWAY_REFUSALS } from "./refusalTableOfGateways";
import { PEERING_BASE, PEERING_REFUSALS } from "./refusalTablePeering";
import { PRIVATE_BASE, PRIVATE_REFUSALS } from "./refusalTablePrivate";

/*
 * Each code with which the simulator refuses a request, and the provider's check that refuses the same before it is
 * sent: a sample of arguments, and the property that the check names. Where no check can, the reason.
 */

/** IDs of what a sample may use: see `refusalsCompared.test.ts`. */
export interface World {
  /** A RAM subscription in the vendor's cloud account. */
  readonly main: number;
  /** A RAM and flash subscription. */
  readonly flash: number;
  /** A subscription in a cloud account of one's own. */
  readonly own: number;
  readonly cloudAccount: number;
  /** The database called `held`, in the RAM subscription. */
  readonly held: number;
  readonly essentials: EssentialsWorld;
  /** An Active-Active subscription. */
  readonly global: number;
  /** The database called `shared`, in the Active-Active subscription. */
  readonly shared: number;
  /** A subscription on Google Cloud, its Private Service Connect, and an endpoint of that. */
  readonly google: number;
  readonly psc: number;
  readonly endpoint: number;
}

interface Request {
  readonly method: "POST" | "PUT";
  readonly path: string;
  readonly body: object;
}

export interface Sample {
  readonly type: keyof typeof BASE;
  /** Arguments beside those of {@link BASE}. */
  readonly args: Inputs | ((world: World) => Inputs);
  /** Arguments of the existing resource that is to be changed; absent for a new resource. */
  readonly before?: Inputs | ((world: World) => Inputs);
  /** Beginning of the message: the property path. */
  readonly property: string;
  /** Arguments of another resource of the program that is declared before it. */
  readonly beside?: Inputs | ((world: World) => Inputs);
  /** What the API is asked for; without it, the creation with the same arguments. */
  readonly request?: (world: World) => Request;
}

export type Entry = Sample | { readonly noCheck: string };

/** Arguments that are accepted. */
export const BASE = {
  Database: ({ main }: World): Inputs => ({ subscriptionId: main, name: "sample", datasetSizeInGb: 1 }),
  Subscription: (): Inputs => ({
    name: "sample",
    paymentMethodId: 2,
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  }),
  CloudAccount: (): Inputs => ({
    name: "sample",
    accessKeyId: "key",
    accessSecretKey: "secret",
    consoleUsername: "user",
    consolePassword: "password",
    signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
  }),
  EssentialsSubscription: (): Inputs => ({ name: "sample", planId: PLAN.single, paymentMethodId: 2 }),
  EssentialsDatabase: ({ essentials }: World): Inputs => ({ subscriptionId: essentials.two, name: "sample" }),
  AclRule: (): Inputs => ({ name: "sample", redisRule: "+@read ~*" }),
  AclRole: (world: World): Inputs => ({
    name: "sample",
    redisRules: [{ ruleName: "Read-Only", databases: [heldIn(world)] }],
  }),
  ...ACTIVE_ACTIVE_BASE,
  ...PRIVATE_BASE,
  ...ACTIONS_BASE,
  ...PEERING_BASE,
  ...GATEWAY_BASE,
  // A role that is there: see `refusalsCompared.test.ts`.
  AclUser: (): Inputs => ({ name: "sample", role: "held", password: "Correct-horse-7" }),
};

const heldIn = ({ main, held }: World) => ({ subscriptionId: main, databaseId: held });

type Args = Sample["args"];

const database = (args: Args, property: string, more: Partial<Sample> = {}): Sample => ({
  type: "Database",
  args,
  property,
  ...more,
});
const subscription = (args: Args, property: string, more: Partial<Sample> = {}): Sample => ({
  type: "Subscription",
  args,
  property,
  ...more,
});

/** A place with one region. */
const place = (region: object, provider: object = {}) => ({
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1", ...region }], ...provider }],
});
const REGION = "cloudProviders[0].regions[0]";

/** A subscription in a cloud account of one's own. */
const own = ({ cloudAccount }: World, provider: object = {}, region: object = {}) =>
  place(region, { cloudAccountId: cloudAccount, ...provider });

/** A change of the subscription in a cloud account of one's own, by an endpoint of its own. */
const ofOwn = (args: Inputs, below: string, property: string, provider: object = {}): Sample =>
  subscription((world) => ({ ...own(world, provider), ...args }), property, {
    before: own,
    request: ({ own }) => ({
      method: "PUT",
      path: `/subscriptions/${own}${below}`,
      body: { ...args, ...provider },
    }),
  });

const windows = (of: "main" | "flash", maintenanceWindows: object, property: string): Sample => {
  const memoryStorage = of === "flash" ? { memoryStorage: "ram-and-flash" } : {};
  return subscription({ ...memoryStorage, maintenanceWindows }, `maintenanceWindows.${property}`, {
    before: memoryStorage,
    request: (world) => ({
      method: "PUT",
      path: `/subscriptions/${world[of]}/maintenance-windows`,
      body: maintenanceWindows,
    }),
  });
};
const window = { startHour: 2, durationInHours: 8, days: ["Monday"] };
const manual = (...each: object[]) => ({ mode: "manual", windows: each });

/** A subscription that is created with these databases. */
const withDatabases = (...databases: object[]) => ({
  databases: databases.map((spec, index) => ({
    name: `sample-${index}`,
    datasetSizeInGb: 1,
    protocol: "redis",
    ...spec,
  })),
});

const backup = {
  active: true,
  interval: "every-24-hours",
  storageType: "aws-s3",
  storagePath: "s3://bucket",
};
const tag = { key: "team", value: "web" };
const alert = { name: "latency", value: 5 };
const search = [{ name: "RediSearch" }];

/** A place in the vendor's cloud account, or in one's own, with a network. */
const network = (networking: object) => place({ networking });
const ownNetwork = (networking: object) => (world: World) => own(world, {}, { networking });
const BILLING = "How an account is billed, and whether it has a default card, only the API knows.";

/** An update of a database by an endpoint of its own; `databaseId` is that of the database called `held`. */
const DATABASE_STATES =
  "State of the server at the time of the request: operations wait for it and are sent again.";

const aclRule = (args: Inputs, property: string, more: Partial<Sample> = {}): Sample => ({
  type: "AclRule",
  args,
  property,
  ...more,
});
const aclRole = (args: Args, property: string, more: Partial<Sample> = {}): Sample => ({
  type: "AclRole",
  args,
  property,
  ...more,
});
const aclUser = (args: Inputs, property: string, more: Partial<Sample> = {}): Sample => ({
  type: "AclUser",
  args,
  property,
  ...more,
});
const IN_THE_SAME_RUN =
  "What a role or user refers to by name, or what refers to it, may be created or deleted by the same run.";
const DEFAULT_RULE = "A default rule cannot be adopted, so that no resource of the provider is one.";

export const REFUSALS: Readonly<Record<string, Entry>> = {
  ...ESSENTIALS_REFUSALS,
  ...ACTIVE_ACTIVE_REFUSALS,
  ...GATEWAY_REFUSALS,
  ...PEERING_REFUSALS,
  ...PRIVATE_REFUSALS,
  ...ACTIONS_REFUSALS,
  ACL_REDIS_RULE_ALLCHANNELS_BEFORE_SPECIFIC_CHANNEL: aclRule(
    { redisRule: "+@all ~* &* &news:*" },
    "redisRule",
  ),
  ACL_REDIS_RULE_ALLKEYS_BEFORE_SPECIFIC_KEY: aclRule({ redisRule: "+@all ~* ~cache:*" }, "redisRule"),
  ACL_REDIS_RULE_CANNOT_DELETE_DEFAULT: { noCheck: DEFAULT_RULE },
  ACL_REDIS_RULE_CANNOT_DELETE_WHEN_ASSOCIATED_WITH_ROLES: { noCheck: IN_THE_SAME_RUN },
  ACL_REDIS_RULE_CANNOT_UPDATE_DEFAULT: { noCheck: DEFAULT_RULE },
  ACL_REDIS_RULE_DOES_NOT_EXISTS: { noCheck: IN_THE_SAME_RUN },
  ACL_REDIS_RULE_INVALID_CATEGORY_RULE_PATTERN: {
    noCheck: "Which categories there are depends on the Redis version and the modules of the databases.",
  },
  ACL_REDIS_RULE_INVALID_KEY_PERMISSION_PATTERN: aclRule({ redisRule: "+@all %X~*" }, "redisRule"),
  ACL_REDIS_RULE_INVALID_SELECTORS_PATTERN: aclRule({ redisRule: "+@read ~* (+@write ~x" }, "redisRule"),
  ACL_REDIS_RULE_NAME_ALREADY_EXISTS: aclRule({ name: "held" }, "name", { beside: { name: "held" } }),
  ACL_REDIS_RULE_NAME_NOT_VALID: aclRule({ name: " sample" }, "name"),
  ACL_REDIS_RULE_NOT_ACTIVE: { noCheck: DATABASE_STATES },
  ACL_REDIS_RULE_NOT_FOUND: { noCheck: IN_THE_SAME_RUN },
  ACL_REDIS_RULE_PATTERN_IS_MISSING: aclRule({ redisRule: " " }, "redisRule"),
  ACL_REDIS_RULE_PATTERN_NOT_VALID: aclRule({ redisRule: "read everything" }, "redisRule"),
  ACL_ROLE_DOES_NOT_EXISTS: { noCheck: IN_THE_SAME_RUN },
  ACL_ROLE_HAS_ACTIVE_USERS_AND_CANNOT_BE_DELETED: { noCheck: IN_THE_SAME_RUN },
  ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_DELETED: { noCheck: DATABASE_STATES },
  ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_UPDATED: { noCheck: DATABASE_STATES },
  ACL_ROLE_NAME_ALREADY_EXISTS: aclRole({ name: "held" }, "name", { beside: { name: "held" } }),
  ACL_ROLE_NAME_NOT_VALID: aclRole({ name: " sample" }, "name"),
  ACL_ROLE_NOT_FOUND: { noCheck: IN_THE_SAME_RUN },
  ACL_ROLE_REDIS_RULES_DATABASES_REGION_MUST_BE_CRDB: {
    noCheck: "Whether a database is an Active-Active one is not known while it is only to be created.",
  },
  ACL_ROLE_REDIS_RULES_DATABASES_SPEC_IS_MISSING: aclRole(
    { redisRules: [{ ruleName: "Read-Only", databases: [] }] },
    "redisRules[0].databases",
  ),
  ACL_ROLE_REDIS_RULES_IS_MISSING: aclRole({ redisRules: [] }, "redisRules"),
  ACL_ROLE_REDIS_RULE_MUST_BE_DEFINED_ONLY_ONCE_PER_DATABASE: aclRole(
    (world) => ({
      redisRules: ["Read-Only", "Read-Write"].map((ruleName) => ({ ruleName, databases: [heldIn(world)] })),
    }),
    "redisRules[1].databases[0]",
  ),
  ACL_USER_NAME_ALREADY_EXISTS: aclUser({ name: "held" }, "name", { beside: { name: "held" } }),
  ACL_USER_NAME_NOT_VALID: aclUser({ name: "default" }, "name"),
  ACL_USER_NOT_FOUND: { noCheck: IN_THE_SAME_RUN },
  ACL_USER_PASSWORD_NOT_VALID: aclUser({ password: "short" }, "password"),
  CIDR_WHITELIST_DUPLICATE_CIDRS: ofOwn({ cidrIps: ["192.0.2.7", "192.0.2.7"] }, "/cidr", "cidrIps[1]"),
  CIDR_WHITELIST_DUPLICATE_SG: ofOwn({ securityGroupIds: ["sg-1", "sg-1"] }, "/cidr", "securityGroupIds[1]"),
  CIDR_WHITELIST_INVALID_CIDRS: ofOwn({ cidrIps: ["10.1.0.0/40"] }, "/cidr", "cidrIps[0]"),
  CIDR_WHITELIST_INVALID_SG: ofOwn({ securityGroupIds: ["group"] }, "/cidr", "securityGroupIds[0]"),
  CIDR_WHITELIST_NOT_ALLOWED: subscription({ cidrIps: ["10.1.0.0/16"] }, "cidrIps", {
    before: {},
    request: ({ main }) => ({
      method: "PUT",
      path: `/subscriptions/${main}/cidr`,
      body: { cidrIps: ["10.1.0.0/16"] },
    }),
  }),
  CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE: database(
    {
      clientTlsCertificates: [
        { publicCertificatePEMString: "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----" },
      ],
    },
    "clientTlsCertificates",
  ),
  CLOUD_ACCOUNT_NAME_EXISTS: { type: "CloudAccount", args: {}, beside: {}, property: "name" },
  CLOUD_ACCOUNT_NOT_ACTIVE: { noCheck: DATABASE_STATES },
  CLOUD_ACCOUNT_NOT_FOUND: subscription(
    place({}, { cloudAccountId: 999 }),
    "cloudProviders[0].cloudAccountId",
  ),
  CLOUD_ACCOUNT_USED: {
    noCheck:
      "Refuses a deletion. Pulumi checks arguments only, and deletes what depends on a resource first.",
  },
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DELETION_GRACE_PERIOD_REQUIRED: subscription(
    (world) => ({
      ...own(world),
      persistentStorageEncryptionType: "customer-managed-key",
      persistentStorageEncryptionKeys: { customerManagedKeys: [{ resourceName: "arn:aws:kms:key" }] },
    }),
    "persistentStorageEncryptionKeys.deletionGracePeriod",
  ),
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REQUIRED_FOR_EXTERNAL_CLOUD_ACCOUNT: subscription(
    (world) => ({ ...own(world), persistentStorageEncryptionType: "customer-managed-key" }),
    "persistentStorageEncryptionKeys",
  ),
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_USAGE_PERMISSIONS: {
    noCheck: "Only the cloud provider knows who may use a key, and the grant may come in the same run.",
  },
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_KEYS: {
    noCheck:
      "The schema of the argument takes no empty list of keys; the API answers it while it waits for a key.",
  },
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY:
    subscription(
      (world) => ({
        ...own(world),
        persistentStorageEncryptionKeys: { customerManagedKeys: [{ resourceName: "arn:aws:kms:key" }] },
      }),
      "persistentStorageEncryptionKeys",
    ),
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT: {
    noCheck: "The keys are an argument there too: they are to be given by an update, after the creation.",
  },
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_SUBSCRIPTION_INVALID_STATUS: {
    noCheck: DATABASE_STATES,
  },
  DATABASE_AVERAGE_ITEM_SIZE_NOT_ALLOWED: database({ averageItemSizeInBytes: 500 }, "averageItemSizeInBytes"),
  DATABASE_CANT_EDIT_THROUGHPUT_BY: {
    noCheck: "Another measure replaces the database, so that no update asks for it.",
  },
  DATABASE_CONTAIN_MEMCACHED_PASSWORD: database({ saslPassword: "pw" }, "saslPassword"),
  DATABASE_CONTAIN_MEMCACHED_USERNAME: database({ saslUsername: "mc" }, "saslUsername"),
  DATABASE_CUSTOM_PORT_NOT_UNIQUE: subscription(
    withDatabases({ port: 12_345 }, { port: 12_345 }),
    "databases[1].port",
  ),
  DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION: database(
    { redisVersion: "7.4", dataEvictionPolicy: "allkeys-lrm" },
    "dataEvictionPolicy",
  ),
  DATABASE_EXPLICIT_MODULES_NOT_SUPPORTED_FOR_THIS_REDIS_VERSION: database(
    { redisVersion: "8.2", modules: search },
    "modules",
  ),
  DATABASE_EXTERNAL_ENDPOINT_WITHOUT_OSS_CLUSTER: database(
    { useExternalEndpointForOSSClusterApi: true },
    "useExternalEndpointForOSSClusterApi",
  ),
  DATABASE_INVALID_ALERTS: database({ alerts: [alert, alert] }, "alerts[1].name"),
  DATABASE_INVALID_BACKUP_CONFIGURATION: database(
    { remoteBackup: { ...backup, storagePath: undefined } },
    "remoteBackup.storagePath",
  ),
  DATABASE_INVALID_BACKUP_INTERVAL: database(
    { remoteBackup: { ...backup, interval: "every-5-hours" } },
    "remoteBackup.interval",
  ),
  DATABASE_INVALID_BACKUP_INTERVAL_AND_TIME_UTC_MISMATCH: database(
    { remoteBackup: { ...backup, interval: "every-6-hours", timeUTC: "14:00" } },
    "remoteBackup.timeUTC",
  ),
  DATABASE_INVALID_BACKUP_STORAGE_TYPE: database(
    { remoteBackup: { ...backup, storageType: "tape" } },
    "remoteBackup.storageType",
  ),
  DATABASE_INVALID_BACKUP_TIME_UTC: database(
    { remoteBackup: { ...backup, timeUTC: "14:30" } },
    "remoteBackup.timeUTC",
  ),
  DATABASE_INVALID_CERT: database(
    { enableTls: true, clientTlsCertificates: [{ publicCertificatePEMString: "none" }] },
    "clientTlsCertificates[0].publicCertificatePEMString",
  ),
  DATABASE_INVALID_MODULE: database(
    { redisVersion: "7.4", modules: [{ name: "RedisGraph" }] },
    "modules[0].name",
  ),
  DATABASE_INVALID_NAME: database({ name: "my cache" }, "name"),
  DATABASE_INVALID_QUANTITY: subscription(withDatabases({ quantity: 0 }), "databases[0].quantity"),
  DATABASE_INVALID_SHARDS_COUNT: database(
    { throughputMeasurement: { by: "operations-per-second", value: 0 } },
    "throughputMeasurement.value",
  ),
  DATABASE_INVALID_SIP: database({ sourceIp: ["10.0.0.0/33"] }, "sourceIp[0]"),
  DATABASE_MEMCACHED_CONTAINS_MODULES: database(
    { protocol: "memcached", redisVersion: "7.4", modules: search },
    "modules",
  ),
  DATABASE_MEMCACHED_CONTAINS_REDIS_PASSWORD: database({ protocol: "memcached", password: "pw" }, "password"),
  DATABASE_MEMCACHED_NOT_SUPPORT_OSS_CLUSTER_API: database(
    { protocol: "memcached", supportOSSClusterApi: true },
    "supportOSSClusterApi",
  ),
  DATABASE_MODULE_MUST_BE_DEFINED_ONCE: database(
    { redisVersion: "7.4", modules: [...search, ...search] },
    "modules[1].name",
  ),
  DATABASE_NAME_DUPLICATE: subscription(
    withDatabases({ name: "twice" }, { name: "twice" }),
    "databases[1].name",
  ),
  DATABASE_NAME_EXISTS: database({ name: "held" }, "name", { beside: { name: "held" } }),
  DATABASE_NAME_TOO_LONG: database({ name: "a".repeat(41) }, "name"),
  DATABASE_NOT_ACTIVE: { noCheck: DATABASE_STATES },
  DATABASE_NOT_FOUND: {
    noCheck:
      "Somebody removed the database since the state was written: `pulumi refresh` takes it out of the state.",
  },
  DATABASE_PASSWORD_IS_BLANK: database({ password: "  " }, "password"),
  DATABASE_PASSWORD_IS_TOO_LONG: { noCheck: "The API documents no greatest length." },
  DATABASE_PORT_INVALID_VALUE: database({ port: 80 }, "port"),
  DATABASE_PORT_IS_UNAVAILABLE: database({ port: 12_345 }, "port", {
    beside: { name: "other", port: 12_345 },
  }),
  DATABASE_QUERY_PERFORMANCE_FACTOR_INVALID_VALUE: database(
    { redisVersion: "7.4", modules: search, queryPerformanceFactor: "3x" },
    "queryPerformanceFactor",
  ),
  DATABASE_QUERY_PERFORMANCE_FACTOR_SEARCH_IS_REQUIRED: database(
    { redisVersion: "7.4", queryPerformanceFactor: "2x" },
    "queryPerformanceFactor",
  ),
  DATABASE_RAM_PERCENTAGE_IS_INVALID: database(
    ({ flash }) => ({ subscriptionId: flash, ramPercentage: 15 }),
    "ramPercentage",
  ),
  DATABASE_RAM_PERCENTAGE_NOT_ALLOWED: database({ ramPercentage: 30 }, "ramPercentage"),
  DATABASE_REDIS_VERSION_INVALID_VALUE: database({ redisVersion: "7.9" }, "redisVersion"),
  DATABASE_REPLICA_OF_BAD_URI: database(
    { replica: { syncSources: [{ endpoint: "https://source" }] } },
    "replica.syncSources[0].endpoint",
  ),
  DATABASE_RESP_VERSION_IS_NOT_SUPPORTED: database(
    { redisVersion: "6.2", respVersion: "resp3" },
    "respVersion",
  ),
  DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS: database(
    { memoryLimitInGb: 2 },
    "memoryLimitInGb",
  ),
  DATABASE_SIZE_LIMIT_NOT_DEFINED: database({ datasetSizeInGb: undefined }, "datasetSizeInGb"),
  DATABASE_SIZE_TOO_BIG: {
    noCheck: "The API documents no greatest size: it depends on the account and its capacity.",
  },
  DATABASE_SIZE_TOO_SMALL: database({ datasetSizeInGb: 0.01 }, "datasetSizeInGb"),
  DATABASE_SUBSCRIPTION_IN_PENDING_STATUS: { noCheck: DATABASE_STATES },
  DATABASE_UPGRADE_INVALID_REDIS_VERSION: database({ name: "held", redisVersion: "7.2" }, "redisVersion", {
    before: { name: "held", redisVersion: "7.4" },
    request: ({ main }) => ({
      method: "POST",
      path: `/subscriptions/${main}/databases/held/upgrade`,
      body: { targetRedisVersion: "7.2" },
    }),
  }),
  DATABASE_UPGRADE_IS_ALREADY_RUNNING: { noCheck: DATABASE_STATES },
  DATABASE_UPGRADE_OF_MEMCACHED_IS_NOT_SUPPORTED: database(
    { name: "memcached", protocol: "memcached", redisVersion: "8.4" },
    "redisVersion",
    {
      before: { name: "memcached", protocol: "memcached", redisVersion: "7.4" },
      request: ({ main }) => ({
        method: "POST",
        path: `/subscriptions/${main}/databases/memcached/upgrade`,
        body: { targetRedisVersion: "8.4" },
      }),
    },
  ),
  DISABLING_THE_DEFAULT_USER_AND_UPDATING_A_NEW_PASSWORD_IS_NOT_ALLOWED: {
    noCheck: "A change of both goes in two requests, in the order that the API takes.",
  },
  GENERAL_ERROR: {
    noCheck:
      "Stands for whatever else goes wrong; of what the simulator answers with it, types and lengths of lists allow none.",
  },
  LOCAL_THROUGHPUT_MEASUREMENT_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: {
    noCheck: "It is no argument: subscriptions of the provider have a single region.",
  },
  MARKETPLACE_PAYMENT_INFO_COLLISION: { noCheck: BILLING },
  MAINTENANCE_WINDOW_AUTOMATIC_MODE_WITH_MAINTENANCE_WINDOWS: windows(
    "main",
    { mode: "automatic", windows: [window] },
    "windows",
  ),
  MAINTENANCE_WINDOW_DUPLICATE_DAYS: windows(
    "main",
    manual({ ...window, days: ["Monday", "Monday"] }),
    "windows[0].days[1]",
  ),
  MAINTENANCE_WINDOW_GREATER_THAN_MAXIMUM_ALLOWABLE_MAINTENANCE_WINDOWS_PROVIDED: windows(
    "main",
    manual(...Array.from({ length: 8 }, (_, startHour) => ({ ...window, startHour }))),
    "windows",
  ),
  MAINTENANCE_WINDOW_INVALID_DAYS: windows(
    "main",
    manual({ ...window, days: ["Mon"] }),
    "windows[0].days[0]",
  ),
  MAINTENANCE_WINDOW_INVALID_DURATION_FOR_ROF_SUBSCRIPTION: windows(
    "flash",
    manual({ ...window, durationInHours: 7 }),
    "windows[0].durationInHours",
  ),
  MAINTENANCE_WINDOW_INVALID_DURATION_IN_HOURS: windows(
    "main",
    manual({ ...window, durationInHours: 3 }),
    "windows[0].durationInHours",
  ),
  MAINTENANCE_WINDOW_INVALID_START_HOUR: windows(
    "main",
    manual({ ...window, startHour: 24 }),
    "windows[0].startHour",
  ),
  MAINTENANCE_WINDOW_MANUAL_MODE_WITH_NO_MAINTENANCE_WINDOWS: windows("main", manual(), "windows"),
  NETWORKING_CIDR_IS_NOT_SUPPORTED: subscription(
    (world) =>
      own(
        world,
        {},
        {
          networking: {
            deploymentCIDR: "10.0.0.0/24",
            vpcId: "vpc-1",
            subnetIds: ["subnet-1"],
            securityGroupId: "sg-1",
          },
        },
      ),
    `${REGION}.networking.deploymentCIDR`,
  ),
  NETWORKING_SECURITY_GROUP_MISSING: subscription(
    ownNetwork({ vpcId: "vpc-1", subnetIds: ["subnet-1"] }),
    `${REGION}.networking.securityGroupId`,
  ),
  NETWORKING_SUBNET_IDS_MISSING: subscription(
    ownNetwork({ vpcId: "vpc-1", securityGroupId: "sg-1" }),
    `${REGION}.networking.subnetIds`,
  ),
  NETWORKING_VPC_ID_MISSING: subscription(
    ownNetwork({ subnetIds: ["subnet-1"], securityGroupId: "sg-1" }),
    `${REGION}.networking.vpcId`,
  ),
  NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_DEFAULT_USER_IS_DISABLED: {
    noCheck:
      "The check reads from the account whether the user is disabled: it is tested with an existing database.",
  },
  PAYMENT_INFO_NOT_ALLOWED_IN_CONTRACT_ASSOCIATED_ACCOUNT: { noCheck: BILLING },
  PAYMENT_INFO_NOT_PROVIDED: { noCheck: BILLING },
  RESOURCE_TAGS_DUPLICATE_KEY: ofOwn({}, "/resource-tags", "cloudProviders[0].resourceTags[1].key", {
    resourceTags: [tag, tag],
  }),
  RESOURCE_TAGS_EMPTY_KEY: ofOwn({}, "/resource-tags", "cloudProviders[0].resourceTags[0].key", {
    resourceTags: [{ key: "", value: "" }],
  }),
  RESOURCE_TAGS_EXCEEDS_MAXIMUM_COUNT: ofOwn({}, "/resource-tags", "cloudProviders[0].resourceTags", {
    resourceTags: Array.from({ length: 31 }, (_, index) => ({ key: `key-${index}`, value: "" })),
  }),
  RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT: subscription(
    place({}, { resourceTags: [tag] }),
    "cloudProviders[0].resourceTags",
  ),
  SECURITY_GROUP_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT: subscription(
    network({ securityGroupId: "sg-1" }),
    `${REGION}.networking.securityGroupId`,
  ),
  SUBNET_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT: subscription(
    network({ subnetIds: ["subnet-1"] }),
    `${REGION}.networking.subnetIds`,
  ),
  VPC_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT: subscription(
    network({ vpcId: "vpc-1" }),
    `${REGION}.networking.vpcId`,
  ),
  SUBSCRIPTION_BAD_PREFERRED_AZ_SIZE: subscription(
    place({ preferredAvailabilityZones: ["use1-az1", "use1-az2", "use1-az4"] }),
    `${REGION}.preferredAvailabilityZones`,
  ),
  SUBSCRIPTION_CA_PROVIDER_MISMATCH: {
    noCheck:
      "The check is there; an account of the simulator holds no cloud account of Google Cloud that a request could name.",
  },
  SUBSCRIPTION_GCP_ALLOW_ONLY_INTERNAL: subscription(
    ({ cloudAccount }) => place({ region: "us-east1" }, { provider: "GCP", cloudAccountId: cloudAccount }),
    "cloudProviders[0].cloudAccountId",
  ),
  SUBSCRIPTION_INVALID_CIDR: subscription(
    place({ networking: { deploymentCIDR: "10.0.0.5/24" } }),
    `${REGION}.networking.deploymentCIDR`,
  ),
  SUBSCRIPTION_INVALID_REGION_NAME: subscription(place({ region: "us-east-99" }), `${REGION}.region`),
  SUBSCRIPTION_IN_USE: {
    noCheck: "Refuses a deletion, before which the provider removes databases or reports undeclared ones.",
  },
  SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE: {
    noCheck: "Without databases and creation plan, the provider sends a plan of its own.",
  },
  SUBSCRIPTION_NOT_ACTIVE: { noCheck: DATABASE_STATES },
  SUBSCRIPTION_NOT_FOUND: {
    noCheck:
      "A subscription that this run creates is in no list yet, so what is not listed cannot be refused.",
  },
  SUBSCRIPTION_PI_NOT_FOUND: subscription({ paymentMethodId: 99 }, "paymentMethodId"),
  SUBSCRIPTION_PREFERRED_AZ_MUST_BE_DEFINED_ONCE: subscription(
    place({
      multipleAvailabilityZones: true,
      preferredAvailabilityZones: ["use1-az1", "use1-az1", "use1-az2"],
    }),
    `${REGION}.preferredAvailabilityZones[1]`,
  ),
  TOO_MANY_PENDING_SUBSCRIPTIONS: { noCheck: DATABASE_STATES },
};
