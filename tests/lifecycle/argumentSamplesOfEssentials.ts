import type { EssentialsDatabaseInputs } from "../../provider/resources/essentialsDatabase/types";
import type { EssentialsSubscriptionInputs } from "../../provider/resources/essentialsSubscription/types";
import type { EssentialsDatabase } from "../../simulator/resources/essentialsDatabase/state";
import type { EssentialsSubscription } from "../../simulator/resources/essentialsSubscription/state";
import { PLAN } from "../simulator/essentials";
import { COMMON, DATABASE_SAMPLES, type Samples } from "./argumentSamples";

export const ESSENTIALS_SUBSCRIPTION_SAMPLES: Samples<EssentialsSubscriptionInputs, EssentialsSubscription> =
  {
    ...COMMON,
    forceDestroy: { after: true },
    name: { after: "orders", foreign: "renamed" },
    planId: { before: PLAN.single, after: PLAN.several },
    paymentMethod: {
      before: "credit-card",
      after: "marketplace",
      held: ({ payment }) => payment?.paymentMethodType,
    },
    paymentMethodId: { before: 2, after: 3, isNeeded: true, held: ({ payment }) => payment?.paymentMethodId },
  };

const SIZED = { datasetSizeInGb: 1 };
const PAY_AS_YOU_GO = { planId: PLAN.payAsYouGo };
type Held = Samples<EssentialsDatabaseInputs, EssentialsDatabase>;
/** Samples of Pro databases that hold for these too: what they look at is the same there. */
const pro = DATABASE_SAMPLES as unknown as Held;

export const ESSENTIALS_DATABASE_SAMPLES: Held = {
  ...COMMON,
  subscriptionId: { after: 1 },
  name: { after: "orders", foreign: "renamed" },
  protocol: { after: "redis" },
  redisVersion: { before: "7.2", after: "7.4", isOneWay: true },
  respVersion: { after: "resp2", foreign: "resp3" },
  dataPersistence: { after: "aof-every-write" },
  dataEvictionPolicy: { after: "allkeys-lru", foreign: "noeviction" },
  replication: { after: false, foreign: true },
  replicaOf: pro.replicaOf,
  replica: pro.replica,
  periodicBackupPath: { after: "s3://backups", held: ({ backupPath }) => backupPath },
  sourceIps: { after: ["10.0.0.0/8"] },
  clientSslCertificate: pro.clientSslCertificate,
  clientTlsCertificates: pro.clientTlsCertificates,
  enableTls: { after: true },
  enableDefaultUser: { after: false },
  password: { after: "another-password", foreign: "of-somebody-else" },
  alerts: { after: [{ name: "latency", value: 80 }] },
  modules: { after: [{ name: "RedisJSON" }] },
  datasetSizeInGb: {
    place: PAY_AS_YOU_GO,
    before: 1,
    after: 2,
    isNeeded: true,
    held: ({ memoryLimitInGb = 0 }) => memoryLimitInGb / 2,
  },
  memoryLimitInGb: { place: PAY_AS_YOU_GO, before: 2, after: 4, isNeeded: true },
  supportOSSClusterApi: { place: PAY_AS_YOU_GO, beside: SIZED, after: true },
  useExternalEndpointForOSSClusterApi: {
    place: PAY_AS_YOU_GO,
    beside: { ...SIZED, supportOSSClusterApi: true },
    after: true,
  },
  enableDatabaseClustering: { place: PAY_AS_YOU_GO, beside: SIZED, after: true },
  numberOfShards: {
    place: PAY_AS_YOU_GO,
    beside: { ...SIZED, enableDatabaseClustering: true },
    after: 2,
    foreign: 3,
  },
  regexRules: {
    place: PAY_AS_YOU_GO,
    beside: SIZED,
    after: ["(?<tag>.*)"],
    foreign: [".*(?<tag>a)", "(?<tag>.*)"],
  },
  tags: pro.tags,
};
