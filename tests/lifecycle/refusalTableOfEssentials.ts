import type { Inputs } from "@pulumi/pulumi";
import { PLAN } from "../simulator/essentials";
import type { Entry, Sample, World } from "./refusalTable";

/*
 * The refusals of Essentials subscriptions and databases: see `refusalTable.ts`.
 */

/** Essentials subscriptions that the samples use, by what is particular to them. */
export interface EssentialsWorld {
  /** On the free plan, without a database. */
  readonly free: number;
  /** On a plan for one database, which it has: with TLS, a replica and eight source addresses. */
  readonly full: number;
  /** On a plan for four databases; it has two. */
  readonly two: number;
  readonly flex: number;
  /** Pay-as-you-go, with a database of 2 GB. */
  readonly payAsYouGo: number;
}

/** How each of them is made: its plan, and its databases. */
export const ESSENTIALS_WORLD: Readonly<
  Record<keyof EssentialsWorld, readonly [planId: number, databases: object[]]>
> = {
  free: [PLAN.free, []],
  full: [
    PLAN.single,
    [
      {
        name: "first",
        enableTls: true,
        replicaOf: ["redis://source.example.com:6379"],
        sourceIps: Array.from({ length: 8 }, (_, index) => `10.0.0.${index}`),
      },
    ],
  ],
  two: [PLAN.several, [{ name: "first" }, { name: "second" }]],
  flex: [PLAN.flex, []],
  payAsYouGo: [PLAN.payAsYouGo, [{ name: "first", datasetSizeInGb: 2 }]],
};

const subscription = (args: Inputs, property: string, more: Partial<Sample> = {}): Sample => ({
  type: "EssentialsSubscription",
  args,
  property,
  ...more,
});

/** A move of one of the subscriptions to another plan. */
const move = (of: keyof EssentialsWorld, planId: number): Sample => ({
  type: "EssentialsSubscription",
  before: { name: of, planId: ESSENTIALS_WORLD[of][0] },
  args: { name: of, planId, ...(planId === PLAN.free && { paymentMethodId: undefined }) },
  property: "planId",
  request: ({ essentials }) => ({
    method: "PUT",
    path: `/fixed/subscriptions/${essentials[of]}`,
    body: { planId },
  }),
});

const databaseIn = (of: keyof EssentialsWorld, args: Inputs, property: string): Sample => ({
  type: "EssentialsDatabase",
  args: ({ essentials }: World) => ({ subscriptionId: essentials[of], ...args }),
  property,
});

const IS_REPLACED = "The provider replaces the subscription instead: such a request is never sent.";

export const ESSENTIALS_REFUSALS: Readonly<Record<string, Entry>> = {
  DATABASE_BACKUP_NOT_SUPPORTED: databaseIn("free", { periodicBackupPath: "s3://x" }, "periodicBackupPath"),
  FIXED_DATABASE_ALERT_NOT_SUPPORTED: databaseIn(
    "free",
    { alerts: [{ name: "latency", value: 5 }] },
    "alerts[0].name",
  ),
  FIXED_DATABASE_CLIENT_SSL_CERTIFICATE_NOT_SUPPORTED_IN_REQUESTED_PLAN: databaseIn(
    "free",
    { clientSslCertificate: "-----BEGIN CERTIFICATE-----\nMIID\n-----END CERTIFICATE-----\n" },
    "clientSslCertificate",
  ),
  FIXED_DATABASE_CLUSTER_DOES_NOT_SUPPORT_DATA_PERSISTENCE: databaseIn(
    "free",
    { dataPersistence: "aof-every-write" },
    "dataPersistence",
  ),
  FIXED_DATABASE_ENABLE_DATABASE_CLUSTERING_SUPPORTED_ONLY_FOR_PAY_AS_YOU_GO: databaseIn(
    "free",
    { enableDatabaseClustering: true },
    "enableDatabaseClustering",
  ),
  FIXED_DATABASE_ENABLE_TLS_NOT_SUPPORTED_IN_REQUESTED_PLAN: databaseIn(
    "free",
    { enableTls: true },
    "enableTls",
  ),
  FIXED_DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION: databaseIn(
    "two",
    { dataEvictionPolicy: "allkeys-lrm" },
    "dataEvictionPolicy",
  ),
  FIXED_DATABASE_FIXED_SUBSCRIPTION_REACHED_MAX_DATABASES_COUNT: databaseIn("full", {}, "subscriptionId"),
  FIXED_DATABASE_MEMCACHED_PROTOCOL_IS_NOT_SUPPORTED_FOR_REDIS_FLEX: databaseIn(
    "flex",
    { protocol: "memcached" },
    "protocol",
  ),
  FIXED_DATABASE_MEMORY_LIMIT_IN_GB_AND_DATA_SET_SIZE_SUPPORTED_ONLY_FOR_PAY_AS_YOU_GO: databaseIn(
    "free",
    { datasetSizeInGb: 1 },
    "datasetSizeInGb",
  ),
  FIXED_DATABASE_NUMBER_OF_SHARDS_INVALID_VALUE: databaseIn(
    "payAsYouGo",
    { datasetSizeInGb: 1, numberOfShards: 0 },
    "numberOfShards",
  ),
  FIXED_DATABASE_NUMBER_OF_SHARDS_REQUIRES_DATABASE_CLUSTERING_ENABLED: databaseIn(
    "payAsYouGo",
    { datasetSizeInGb: 1, numberOfShards: 2 },
    "numberOfShards",
  ),
  FIXED_DATABASE_NUMBER_OF_SHARDS_SUPPORTED_ONLY_FOR_PAY_AS_YOU_GO: databaseIn(
    "free",
    { numberOfShards: 1 },
    "numberOfShards",
  ),
  FIXED_DATABASE_OSS_CLUSTER_API_IS_NOT_SUPPORTED_IN_REQUESTED_PLAN: databaseIn(
    "free",
    { supportOSSClusterApi: true },
    "supportOSSClusterApi",
  ),
  FIXED_DATABASE_PAYG_MEMORY_LIMIT_IN_GB_OR_DATA_SET_SIZE_IN_GB_IS_MISSING: databaseIn(
    "payAsYouGo",
    {},
    "datasetSizeInGb",
  ),
  FIXED_DATABASE_REGEX_RULES_NOT_SUPPORTED_IN_REQUESTED_PLAN: databaseIn(
    "free",
    { regexRules: ["(?<tag>.*)"] },
    "regexRules",
  ),
  FIXED_DATABASE_REPLICATION_IS_NOT_SUPPORTED_IN_REQUESTED_PLAN: databaseIn(
    "free",
    { replication: true },
    "replication",
  ),
  FIXED_DATABASE_REPLICA_OF_MEMCACHED_IS_NOT_SUPPORTED: databaseIn(
    "two",
    { protocol: "memcached", replicaOf: ["redis://source.example.com:6379"] },
    "replicaOf",
  ),
  FIXED_DATABASE_REPLICA_OF_NOT_SUPPORTED_IN_REQUESTED_PLAN: databaseIn(
    "free",
    { replicaOf: ["redis://source.example.com:6379"] },
    "replicaOf",
  ),
  FIXED_DATABASE_RESP_VERSION_IS_NOT_SUPPORTED: databaseIn(
    "two",
    { redisVersion: "6.2", respVersion: "resp3" },
    "respVersion",
  ),
  FIXED_DATABASE_SOURCE_IPS_LIST_IS_GREATER_THAN_PLAN_MAX_COUNT_ALLOWED_SOURCE_IPS: databaseIn(
    "free",
    { sourceIps: ["10.0.0.1", "10.0.0.2"] },
    "sourceIps",
  ),
  FIXED_DATABASE_STACK_PROTOCOL_CONTAINS_MODULES: databaseIn(
    "two",
    { protocol: "stack", modules: [{ name: "RedisJSON" }] },
    "modules",
  ),
  FIXED_DATABASE_STACK_PROTOCOL_IS_NOT_SUPPORTED_FOR_REDIS_FLEX: databaseIn(
    "flex",
    { protocol: "stack" },
    "protocol",
  ),
  FIXED_DATABASE_STACK_PROTOCOL_IS_NOT_SUPPORTED_IN_SELECTED_PLAN_OR_CLUSTER: databaseIn(
    "payAsYouGo",
    { datasetSizeInGb: 1, protocol: "stack" },
    "protocol",
  ),
  FIXED_DATABASE_USE_EXTERNAL_ENDPOINT_FOR_OSS_CLUSTER_API_NOT_SUPPORTED_IN_REQUESTED_PLAN: databaseIn(
    "free",
    { useExternalEndpointForOSSClusterApi: true },
    "useExternalEndpointForOSSClusterApi",
  ),
  FIXED_MISMATCH_BETWEEN_REQUEST_PLAN_CLOUD_PROVIDER_AND_SUBSCRIPTION_CLOUD_PROVIDER: {
    noCheck: IS_REPLACED,
  },
  FIXED_MISMATCH_BETWEEN_REQUEST_PLAN_REGION_AND_SUBSCRIPTION_REGION: { noCheck: IS_REPLACED },
  FIXED_PAYMENT_INFO_NOT_ALLOWED_IN_FREE_FIXED_PLAN: subscription({ planId: PLAN.free }, "paymentMethodId"),
  FIXED_SUBSCRIPTION_ACCOUNT_ALREADY_HAS_A_FREE_PLAN: subscription(
    { planId: PLAN.free, paymentMethodId: undefined },
    "planId",
  ),
  FIXED_SUBSCRIPTION_CREATE_PLAN_NOT_FOUND: subscription({ planId: 1 }, "planId"),
  FIXED_SUBSCRIPTION_INVALID_NAME: subscription({ name: " " }, "name"),
  FIXED_SUBSCRIPTION_PLAN_CANNOT_CHANGED_FROM_AVAILABILITY_OF_MULTI_ZONE_TO_SINGLE_ZONE_OR_NO_REPLICATION: {
    noCheck: IS_REPLACED,
  },
  FIXED_SUBSCRIPTION_PLAN_CANNOT_CHANGED_FROM_AVAILABILITY_OF_SINGLE_ZONE_OR_NO_REPLICATION_TO_MULTI_ZONE: {
    noCheck: IS_REPLACED,
  },
  FIXED_SUBSCRIPTION_PLAN_MAX_DATABASES_SMALLER_THEN_CURRENT_SUBSCRIPTION_DATABASES_COUNT: move(
    "two",
    PLAN.small,
  ),
  FIXED_SUBSCRIPTION_PLAN_MAX_SOURCE_IPS_IS_SMALLER_THEN_ONE_OF_EXISTING_DATABSE_SOURCE_IPS: move(
    "full",
    PLAN.small,
  ),
  FIXED_SUBSCRIPTION_PLAN_NOT_SUPPORT_REPLICA_OF: move("full", PLAN.free),
  FIXED_SUBSCRIPTION_PLAN_NOT_SUPPORT_TLS: move("full", PLAN.cache),
  FIXED_SUBSCRIPTION_PLAN_SIZE_SMALLER_THEN_CURRENT_SUBSCRIPTION_USAGE: move("payAsYouGo", PLAN.single),
  FIXED_SUBSCRIPTION_UPDATE_INVALID_PLAN: move("two", 1),
  FREE_PLAN_IS_ALLOWED_ONLY_FOR_ACCOUNTS_WITH_VALID_PAYMENT_INFO: {
    noCheck: "Accounts with a contract or a marketplace have no payment methods either, and get a free plan.",
  },
  NON_REDIS_FLEX_PLAN_CANNOT_BE_UPDATED_TO_REDIS_FLEX_PLAN: { noCheck: IS_REPLACED },
  REDIS_FLEX_PLAN_CANNOT_BE_UPDATED_TO_NON_REDIS_FLEX: { noCheck: IS_REPLACED },
  UPDATING_A_FIXED_SUBSCRIPTION_PLAN_IS_NOT_ALLOWED_WHILE_THE_SUBSCRIPTION_OR_BDB_IS_PENDING: {
    noCheck: "State of the server at the time of the request: operations wait for it and are sent again.",
  },
};
