import type { Inputs } from "@pulumi/pulumi";
import { ACTIVE_ACTIVE_PLACE } from "./harness";
import type { Entry, Sample, World } from "./refusalTable";

/*
 * The part of the table that concerns Active-Active subscriptions.
 */

/** Arguments that are accepted. */
export const ACTIVE_ACTIVE_BASE = {
  ActiveActiveSubscription: (): Inputs => ({ name: "sample", ...ACTIVE_ACTIVE_PLACE }),
  ActiveActiveDatabase: ({ global }: World): Inputs => ({
    subscriptionId: global,
    name: "sample",
    datasetSizeInGb: 1,
  }),
  ActiveActiveRegion: ({ global }: World): Inputs => ({
    subscriptionId: global,
    region: "us-west-2",
    deploymentCIDR: "10.0.2.0/24",
  }),
};

const subscription = (args: Inputs, property: string): Sample => ({
  type: "ActiveActiveSubscription",
  args,
  property,
});
const database = (args: Inputs, property: string, more: Partial<Sample> = {}): Sample => ({
  type: "ActiveActiveDatabase",
  args,
  property,
  ...more,
});
const region = (args: Sample["args"], property: string): Sample => ({
  type: "ActiveActiveRegion",
  args,
  property,
});

const [east, west] = ACTIVE_ACTIVE_PLACE.cloudProviders[0]?.regions ?? [];
const regions = (...all: (object | undefined)[]) => ({ cloudProviders: [{ provider: "AWS", regions: all }] });
const network = (deploymentCIDR: string) => ({ networking: { deploymentCIDR } });
const THROUGHPUT = [{ region: "us-east-1" }, { region: "eu-west-1" }];
const REGIONS = "cloudProviders[0].regions";

const COMPLETED = "The provider completes the request with what the account holds when it is sent.";
const STATE = "State of the server at the time of the request: operations wait for it and are sent again.";
const ENDPOINT = "Only an endpoint that no resource of this kind uses answers it.";
const KEYS = "The rules check it; no subscription of this test waits for its keys.";
const ROLES = "Which regions a database has may change in the same run.";

export const ACTIVE_ACTIVE_REFUSALS: Readonly<Record<string, Entry>> = {
  ACL_ROLE_REDIS_RULES_DATABASES_REGION_IS_NOT_BELONGS_TO_DATABASE: { noCheck: ROLES },
  ACL_ROLE_REDIS_RULES_DATABASES_REGION_NOT_UNIQUE: { noCheck: ROLES },
  ACTIVE_ACTIVE_CREATE_A_REGION_CUSTOMER_MANAGED_KEY_RESOURCE_NAME_IS_NOT_SET: {
    noCheck: "Whose keys a subscription has, the list of subscriptions does not tell.",
  },
  ACTIVE_ACTIVE_CREATE_A_REGION_CUSTOMER_MANAGED_KEY_RESOURCE_NAME_SUBSCRIPTION_IS_NOT_CUSTOMER_MANAGED: {
    noCheck: "Whose keys a subscription has, the list of subscriptions does not tell.",
  },
  ACTIVE_ACTIVE_CREATE_A_REGION_MUST_BE_DEFINED_ONCE_PER_DATABASE: { noCheck: COMPLETED },
  ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_DATABASE_SPEC_TO_ALL_CRDBS_IN_SUBSCRIPTION: {
    noCheck: COMPLETED,
  },
  ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_LOCAL_THROUGHPUT_MEASUREMENT_IN_DATABASE_SPEC: {
    noCheck: COMPLETED,
  },
  ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_FORMAT: subscription(
    regions({ ...east, ...network("10.0.0.5/24") }, west),
    `${REGIONS}[0].networking.deploymentCIDR`,
  ),
  ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_OVERLAPPING_OTHER_REGIONS: subscription(
    regions(east, { ...west, ...network("10.0.0.0/24") }),
    `${REGIONS}[1].networking.deploymentCIDR`,
  ),
  ACTIVE_ACTIVE_DATABASE_MEMCACHED_PROTOCOL_IS_NOT_ALLOWED: database({ protocol: "memcached" }, "protocol"),
  ACTIVE_ACTIVE_DATABASE_MODULE_IS_NOT_SUPPORTED: database(
    { redisVersion: "7.4", modules: [{ name: "RedisBloom" }] },
    "modules[0].name",
  ),
  ACTIVE_ACTIVE_DATABASE_PERIODIC_BACK_UP_PATH_NOT_ALLOWED: database(
    { periodicBackupPath: "s3://bucket" },
    "periodicBackupPath",
  ),
  ACTIVE_ACTIVE_DATABASE_PREVIEW_REDIS_VERSION_IS_NOT_SUPPORTED: database(
    { redisVersion: "8.4" },
    "redisVersion",
  ),
  ACTIVE_ACTIVE_DATABASE_REPLICATION_CANNOT_BE_FALSE: database({ replication: false }, "replication"),
  ACTIVE_ACTIVE_DATABASE_REPLICA_OF_NOT_SUPPORTED: database(
    { replicaOf: ["redis://source:6379"] },
    "replicaOf",
  ),
  ACTIVE_ACTIVE_DATABASE_UPGRADE_IS_NOT_SUPPORTED: { noCheck: "Another version replaces the database." },
  ACTIVE_ACTIVE_DELETE_REGIONS_MUST_BE_DEFINED_ONCE: {
    noCheck: "Each region is removed by a request of its own.",
  },
  ACTIVE_ACTIVE_DELETE_SUBSCRIPTION_MUST_BE_DEPLOYED_IN_AT_LEAST_ONE_REGION: {
    noCheck: "The regions that a subscription was created in are no resources that could be removed.",
  },
  ACTIVE_ACTIVE_EXTERNAL_ACCOUNTS_NOT_SUPPORTED: subscription(
    { cloudProviders: [{ ...ACTIVE_ACTIVE_PLACE.cloudProviders[0], cloudAccountId: 2 }] },
    "cloudProviders[0]",
  ),
  ACTIVE_ACTIVE_INVALID_CREATE_REGION_NAME: region({ region: "us-east-99" }, "region"),
  ACTIVE_ACTIVE_INVALID_DELETE_REGION_NAME: {
    noCheck: "A region that is gone needs no deletion: it is looked up before.",
  },
  ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS: database(
    { regions: [{ region: "us-west-2", dataPersistence: "none" }] },
    "regions[0].region",
    {
      request: ({ global, shared }) => ({
        method: "PUT",
        path: `/subscriptions/${global}/databases/${shared}/regions`,
        body: { regions: [{ region: "us-west-2", dataPersistence: "none" }] },
      }),
    },
  ),
  ACTIVE_ACTIVE_MISSING_LOCAL_THROUGHPUT_MEASUREMENT: { noCheck: COMPLETED },
  ACTIVE_ACTIVE_RAM_AND_FLASH_MEMORY_STORAGE_NOT_SUPPORTED: subscription(
    { memoryStorage: "ram-and-flash" },
    "memoryStorage",
  ),
  ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE: subscription(
    regions(east, { ...east, ...network("10.0.1.0/24") }),
    `${REGIONS}[1].region`,
  ),
  ACTIVE_ACTIVE_REGION_LIMIT_REACHED: { noCheck: "The number of regions that the API allows is not public." },
  ACTIVE_ACTIVE_SUBSCRIPTION_WITHOUT_REGIONS_IS_NOT_ALLOWED: subscription(regions(east), REGIONS),
  ADDING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: region(
    ({ main }) => ({ subscriptionId: main }),
    "subscriptionId",
  ),
  CRDB_ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE: database(
    { localThroughputMeasurement: [...THROUGHPUT, { region: "eu-west-1" }] },
    "localThroughputMeasurement[2].region",
  ),
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_DUPLICATE_REGIONS: { noCheck: KEYS },
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_REGION_REQUIRED: { noCheck: KEYS },
  CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_WRONG_REGION: { noCheck: KEYS },
  DATABASE_QUERY_PERFORMANCE_FACTOR_IS_NOT_SUPPORTED_ON_ACTIVE_ACTIVE: database(
    { queryPerformanceFactor: "2x" },
    "queryPerformanceFactor",
  ),
  DELETING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: {
    noCheck: "A subscription in a single region lists no region that could be removed.",
  },
  GETTING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION: { noCheck: ENDPOINT },
  LOCAL_THROUGHPUT_READ_AND_WRITE_OPERATIONS_PER_SECOND_VALUES_MUST_BE_IN_INCREMENTS_OF_500_OR_MINIMUM:
    database(
      { localThroughputMeasurement: [{ region: "us-east-1", writeOperationsPerSecond: 750 }, THROUGHPUT[1]] },
      "localThroughputMeasurement[0].writeOperationsPerSecond",
    ),
  MISSING_REGIONS_BETWEEN_CLOUD_PROVIDERS_AND_DATABASES_LOCAL_THROUGHPUT_MEASUREMENTS: { noCheck: COMPLETED },
  MISSING_REGIONS_BETWEEN_LOCAL_THROUGHPUT_MEASUREMENTS_AND_SUBSCRIPTION_REGIONS: { noCheck: COMPLETED },
  MULTIPLE_CLOUD_PROVIDERS_NOT_SUPPORTED: subscription(
    { cloudProviders: [...ACTIVE_ACTIVE_PLACE.cloudProviders, ...ACTIVE_ACTIVE_PLACE.cloudProviders] },
    "cloudProviders",
  ),
  NETWORKING_CIDR_MISSING: subscription(regions({ region: "us-east-1" }, west), `${REGIONS}[0].networking`),
  SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE: { noCheck: STATE },
  TOO_MANY_LOCAL_THROUGHPUT_MEASUREMENTS_DEFINED_FOR_SPECIFIED_ACTIVE_ACTIVE_SUBSCRIPTION: database(
    { localThroughputMeasurement: [...THROUGHPUT, { region: "us-west-2" }] },
    "localThroughputMeasurement[2].region",
  ),
  UPDATING_LOCAL_PROPERTIES_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION: { noCheck: ENDPOINT },
  UPDATING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION: {
    noCheck: ENDPOINT,
  },
  UPDATING_SINGLE_REGION_DATABASE_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION: { noCheck: ENDPOINT },
};
