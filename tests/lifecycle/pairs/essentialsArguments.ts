import fc from "fast-check";
import type { EssentialsDatabaseInputs } from "../../../provider/resources/essentialsDatabase/types";
import type { EssentialsSubscriptionInputs } from "../../../provider/resources/essentialsSubscription/types";
import { type ArgumentsOf, someOf } from "./arguments";
import { databaseArguments } from "./databaseArguments";
import { subscriptionArguments } from "./subscriptionArguments";

/** What is drawn of an Essentials subscription; a missing plan is made up. */
export type EssentialsSubscriptionDraft = Partial<Omit<EssentialsSubscriptionInputs, "account" | "adopt">>;

/** The same of a database. */
export type EssentialsDatabaseDraft = Omit<EssentialsDatabaseInputs, "account" | "adopt" | "subscriptionId">;

/** Plans by what matters about them. The first ones can follow one another; others replace. */
export const PLAN = {
  free: 98_001,
  small: 98_002,
  medium: 98_003,
  large: 98_004,
  cache: 98_007,
  multiZone: 98_005,
  flex: 98_009,
  payAsYouGo: 98_010,
  elsewhere: 98_104,
} as const;

const oneOf = fc.constantFrom;
const flag = fc.boolean();
const pro = databaseArguments;

export const essentialsSubscriptionArguments: ArgumentsOf<EssentialsSubscriptionDraft> = {
  timeouts: pro.timeouts,
  name: subscriptionArguments.name,
  planId: {
    values: fc.oneof(
      { weight: 5, arbitrary: oneOf(PLAN.free, PLAN.small, PLAN.medium, PLAN.large, PLAN.large, PLAN.cache) },
      { weight: 1, arbitrary: oneOf(PLAN.multiZone, PLAN.flex, PLAN.elsewhere) },
      { weight: 7, arbitrary: fc.constant(PLAN.payAsYouGo) },
    ),
  },
  paymentMethod: subscriptionArguments.paymentMethod,
  paymentMethodId: { values: oneOf(2, 3) },
  forceDestroy: subscriptionArguments.forceDestroy,
};

export const essentialsDatabaseArguments: ArgumentsOf<EssentialsDatabaseDraft> = {
  timeouts: pro.timeouts,
  name: pro.name,
  protocol: {
    values: oneOf<("redis" | "memcached" | "stack")[]>("redis", "redis", "stack", "memcached"),
    replaces: true,
  },
  redisVersion: { values: oneOf("7.2", "7.4", "7.4", "8.2", "8.4") },
  respVersion: pro.respVersion,
  dataPersistence: pro.dataPersistence,
  dataEvictionPolicy: { values: pro.dataEvictionPolicy.values },
  replication: { values: flag },
  replicaOf: pro.replicaOf,
  replica: pro.replica,
  periodicBackupPath: pro.periodicBackupPath,
  sourceIps: pro.sourceIp,
  clientSslCertificate: pro.clientSslCertificate,
  clientTlsCertificates: pro.clientTlsCertificates,
  enableTls: pro.enableTls,
  enableDefaultUser: pro.enableDefaultUser,
  password: pro.password,
  alerts: {
    values: someOf(
      { name: "datasets-size" as const, value: 80 },
      { name: "latency" as const, value: 5 },
      { name: "connections-limit" as const, value: 70 },
    ),
    byDefault: [],
  },
  modules: pro.modules,
  datasetSizeInGb: pro.datasetSizeInGb,
  memoryLimitInGb: pro.memoryLimitInGb,
  supportOSSClusterApi: { values: fc.constant(true), byDefault: false },
  useExternalEndpointForOSSClusterApi: pro.useExternalEndpointForOSSClusterApi,
  enableDatabaseClustering: { values: fc.constant(true), byDefault: false },
  numberOfShards: { values: oneOf(2, 4), byDefault: 1 },
  regexRules: pro.regexRules,
  tags: pro.tags,
};
