import fc from "fast-check";
import type {
  ActiveActiveDatabaseInputs,
  RegionalSettings,
} from "../../../provider/resources/activeActiveDatabase/types";
import type { ActiveActiveRegionInputs } from "../../../provider/resources/activeActiveRegion/types";
import type { ActiveActiveSubscriptionInputs } from "../../../provider/resources/activeActiveSubscription/types";
import type { DatabaseAlert, LocalThroughput } from "../../../provider/resources/sharedTypes";
import { type ArgumentsOf, inAnyOrder, someOf } from "./arguments";
import { databaseArguments, timeouts } from "./databaseArguments";
import { subscriptionArguments } from "./subscriptionArguments";

type Common = "account" | "adopt";
type Keys = "persistentStorageEncryptionKeys";

/** What is drawn of an Active-Active subscription, which is in the same two regions in all versions of a program. */
export interface ActiveActiveSubscriptionDraft
  extends Omit<ActiveActiveSubscriptionInputs, Common | Keys | "cloudProviders"> {
  /** Whether it is said that it is on AWS. */
  isProviderSaid?: boolean;
  /** Whether its second region is declared first. */
  isReversed?: boolean;
  /** Index among the networks of its first region. */
  network?: number;
  /** Of its first region. */
  multipleAvailabilityZones?: boolean;
  /** Whether the zones of its first region are chosen. */
  hasPreferredZones?: boolean;
}

/** What is drawn of a region that is added. */
export interface ActiveActiveRegionDraft
  extends Pick<ActiveActiveRegionInputs, "timeouts" | "multipleAvailabilityZones"> {
  /** Index among those that it may be. */
  region?: number;
  network?: number;
  hasPreferredZones?: boolean;
}

/** The regions of a family: the two of its subscription, then those that are added. */
const REGION_COUNT = 4;

/** Something of one region, by its number in the family. */
export type InRegion<Of> = Omit<Of, "region"> & { readonly of: number };

/** What is drawn of an Active-Active database; what the API requires may be missing, and is then made up. */
export interface ActiveActiveDatabaseDraft
  extends Partial<
    Omit<
      ActiveActiveDatabaseInputs,
      Common | "subscriptionId" | "regions" | "localThroughputMeasurement" | "regionPasswords"
    >
  > {
  localThroughputMeasurement?: InRegion<LocalThroughput>[];
  regions?: InRegion<RegionalSettings>[];
  regionPasswords?: InRegion<{ password: string }>[];
}

const oneOf = fc.constantFrom;
const flag = fc.boolean();

export const activeActiveSubscriptionArguments: ArgumentsOf<ActiveActiveSubscriptionDraft> = {
  timeouts,
  name: subscriptionArguments.name,
  paymentMethod: subscriptionArguments.paymentMethod,
  paymentMethodId: { values: oneOf(2, 3) },
  persistentStorageEncryptionType: { values: fc.constant("cloud-provider-managed-key" as const) },
  publicEndpointAccess: subscriptionArguments.publicEndpointAccess,
  maintenanceWindows: subscriptionArguments.maintenanceWindows,
  forceDestroy: subscriptionArguments.forceDestroy,
  isProviderSaid: { values: flag },
  isReversed: { values: flag },
  network: { values: oneOf(0, 1), replaces: true },
  multipleAvailabilityZones: { values: flag, byDefault: true, replaces: true },
  hasPreferredZones: { values: flag, replaces: true },
  creationPlan: {
    values: oneOf(
      [{ datasetSizeInGb: 1 }],
      [
        {
          datasetSizeInGb: 0.5,
          quantity: 2,
          supportOSSClusterApi: true,
          localThroughputMeasurement: [{ region: "us-east-1", writeOperationsPerSecond: 2000 }],
        },
        { datasetSizeInGb: 2, redisVersion: "7.4", modules: [{ name: "RedisJSON" }] },
      ],
    ),
  },
};

export const activeActiveRegionArguments: ArgumentsOf<ActiveActiveRegionDraft> = {
  timeouts,
  region: { values: oneOf(0, 1), replaces: true },
  network: { values: oneOf(0, 1), replaces: true },
  multipleAvailabilityZones: { values: flag, byDefault: true, replaces: true },
  hasPreferredZones: { values: flag },
};

/** Something of some regions, each of them once. */
const ofRegions = <One>(one: fc.Arbitrary<One>): fc.Arbitrary<(One & { of: number })[]> =>
  fc
    .tuple(fc.array(one, { minLength: REGION_COUNT, maxLength: REGION_COUNT }), someOf(0, 1, 2, 3))
    .map(([all, chosen]) => chosen.map((of) => ({ ...(all[of] as One), of })));

const settings = fc.record(
  {
    dataPersistence: oneOf("none", "aof-every-1-second", "snapshot-every-12-hours"),
    sourceIp: oneOf<string[][]>(["1.2.3.4"], ["10.9.0.0/16", "5.6.7.8/32"]),
    alerts: oneOf<DatabaseAlert[][]>(
      [],
      [{ name: "latency" as const, value: 7 }],
      [{ name: "dataset-size" as const, value: 70 }],
    ),
    enableDefaultUser: flag,
    remoteBackup: databaseArguments.remoteBackup.values,
  },
  { requiredKeys: [] },
);

const operations = oneOf(500, 1000, 3000);

const pro = databaseArguments;
export const activeActiveDatabaseArguments: ArgumentsOf<ActiveActiveDatabaseDraft> = {
  timeouts,
  name: pro.name,
  port: pro.port,
  datasetSizeInGb: pro.datasetSizeInGb,
  redisVersion: { values: oneOf("7.2", "7.4", "8.2"), replaces: true },
  respVersion: { ...pro.respVersion, replaces: true },
  autoMinorVersionUpgrade: pro.autoMinorVersionUpgrade,
  supportOSSClusterApi: pro.supportOSSClusterApi,
  useExternalEndpointForOSSClusterApi: pro.useExternalEndpointForOSSClusterApi,
  dataEvictionPolicy: {
    values: oneOf("allkeys-lru", "volatile-ttl", "noeviction"),
    byDefault: "volatile-lru",
  },
  modules: {
    values: someOf<{ name: string }>({ name: "RedisJSON" }, { name: "RediSearch" }),
    respelled: inAnyOrder,
    replaces: true,
  },
  clientTlsCertificates: pro.clientTlsCertificates,
  enableTls: pro.enableTls,
  tags: pro.tags,
  globalDataPersistence: pro.dataPersistence,
  globalPassword: pro.password,
  globalEnableDefaultUser: pro.enableDefaultUser,
  globalSourceIp: pro.sourceIp,
  globalAlerts: pro.alerts,
  localThroughputMeasurement: {
    values: ofRegions(
      fc.record(
        { writeOperationsPerSecond: operations, readOperationsPerSecond: operations },
        { requiredKeys: [] },
      ),
    ),
    byDefault: [],
    respelled: inAnyOrder,
  },
  regions: { values: ofRegions(settings), byDefault: [], respelled: inAnyOrder },
  regionPasswords: {
    values: ofRegions(fc.record({ password: oneOf("Region-password-1", "Region-password-2") })),
    byDefault: [],
  },
};
