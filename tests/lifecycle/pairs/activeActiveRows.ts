import type {
  ActiveActiveDatabaseInputs,
  RegionalSettings,
} from "../../../provider/resources/activeActiveDatabase/types";
import type { ActiveActiveSubscriptionRegion } from "../../../provider/resources/activeActiveSubscription/types";
import { inRegion } from "../../../simulator/resources/database/locals";
import type { Database, LocalDatabase } from "../../../simulator/resources/database/state";
import { backup, certificates, NO_BACKUP, tls } from "./databaseRows";
import type { ActiveActiveRegionHolding, DatabaseHolding, SubscriptionHolding } from "./holdings";
import { accountRow, BEYOND_COMPARE, nameRow, type Row, ranges, row, sorted, withDefault } from "./rows";
import { settingsRows } from "./subscriptionRows";

const ALL_REGIONS = [
  "us-east-1",
  "eu-west-1",
  "us-west-2",
  "us-east-2",
  "eu-central-1",
  "sa-east-1",
] as const;

/** Where a subscription's first regions are: what the program does not say, the API chooses. */
const placeOf = (name: string): readonly Row<SubscriptionHolding>[] => {
  const part = (
    held: (region: NonNullable<SubscriptionHolding["subscription"]["regions"]>[number]) => unknown,
    said: (region: ActiveActiveSubscriptionRegion) => unknown,
  ): Row<SubscriptionHolding> => ({
    names: ["cloudProviders"],
    held: ({ subscription: { regions = [] } }) => {
      const there = regions.find(({ region }) => region === name);
      return there && held(there);
    },
    said: ({ cloudProviders }: { cloudProviders?: { regions: ActiveActiveSubscriptionRegion[] }[] }) => {
      const declared = cloudProviders?.[0]?.regions.find(({ region }) => region === name);
      return declared && said(declared);
    },
  });
  return [
    part(
      ({ deploymentCIDR }) => deploymentCIDR,
      ({ networking }) => networking.deploymentCIDR,
    ),
    part(
      ({ multipleAvailabilityZones }) => multipleAvailabilityZones,
      ({ multipleAvailabilityZones }) => multipleAvailabilityZones,
    ),
    part(
      ({ preferredAvailabilityZones }) => sorted(preferredAvailabilityZones),
      ({ preferredAvailabilityZones: zones }) => zones && sorted(zones),
    ),
  ];
};

export const activeActiveSubscriptionRows: readonly Row<SubscriptionHolding>[] = [
  ...settingsRows,
  ...placeOf("us-east-1"),
  ...placeOf("eu-west-1"),
];

export const activeActiveRegionRows: readonly Row<ActiveActiveRegionHolding>[] = [
  accountRow,
  row("subscriptionId", ({ inSubscription }) => inSubscription, Number),
  row("region", ({ region }) => region.region),
  row("deploymentCIDR", ({ region }) => region.deploymentCIDR),
  row("multipleAvailabilityZones", ({ region }) => region.multipleAvailabilityZones),
  row(
    "preferredAvailabilityZones",
    ({ region }) => sorted(region.preferredAvailabilityZones),
    (zones?: string[]) => zones && sorted(zones),
  ),
];

const database = (held: (database: Database) => unknown) => (holding: DatabaseHolding) =>
  held(holding.database);

type Inputs = Partial<ActiveActiveDatabaseInputs>;
const settingsOf = (region: string, { regions = [] }: Inputs): Partial<RegionalSettings> =>
  regions.find((one) => one.region === region) ?? {};

/** A setting that regions may have in place of the global one. */
interface Setting {
  readonly name: keyof RegionalSettings;
  readonly global: keyof ActiveActiveDatabaseInputs;
  readonly byDefault: unknown;
  held(settings: Partial<Database>): unknown;
  compared?(value: never): unknown;
}

const EVERYONE = ["0.0.0.0/0"];
const addresses = (several: string[] = []) => ranges(several.length === 0 ? EVERYONE : several);

const SETTINGS: readonly Setting[] = [
  {
    name: "dataPersistence",
    global: "globalDataPersistence",
    byDefault: "none",
    held: ({ dataPersistence }) => dataPersistence,
  },
  {
    name: "enableDefaultUser",
    global: "globalEnableDefaultUser",
    byDefault: true,
    held: ({ enableDefaultUser }) => enableDefaultUser,
  },
  {
    name: "sourceIp",
    global: "globalSourceIp",
    byDefault: [],
    held: ({ sourceIps }) => sourceIps,
    compared: addresses,
  },
  { name: "alerts", global: "globalAlerts", byDefault: [], held: ({ alerts }) => alerts, compared: sorted },
];

/**
 * Whether an argument sets something in a region: with what it is compared to, or with the region, that may change
 * without the region's own value, and need not be listed.
 */
const setting = (
  name: "regions" | "localThroughputMeasurement" | "regionPasswords",
  region: string,
  held: (own: LocalDatabase) => boolean,
  said: (args: Inputs) => boolean,
): Row<DatabaseHolding> => ({
  names: [name],
  held: ({ database: { locals } }) => (locals?.[region] ? held(locals[region]) : false),
  said,
  isImplied: () => true,
});

/** What a row of one region compares; of one that is not there it compares nothing. */
const local =
  (region: string, held: (there: Database, own: LocalDatabase, database: Database) => unknown) =>
  ({ database }: DatabaseHolding) => {
    const own = database.locals?.[region];
    return own ? held(inRegion(database, own), own, database) : BEYOND_COMPARE;
  };

function rowsOf({ name, global, byDefault, held, compared }: Setting): readonly Row<DatabaseHolding>[] {
  const compare = (value: unknown) => (compared ? compared(value as never) : value);
  const globally = (args: Inputs) => args[global] ?? byDefault;
  return [
    { names: [global], held: database((one) => compare(held(one))), said: (args) => compare(globally(args)) },
    ...ALL_REGIONS.flatMap((region): Row<DatabaseHolding>[] => [
      {
        names: ["regions", global],
        held: local(region, (there) => compare(held(there))),
        said: (args) => compare(settingsOf(region, args)[name] ?? globally(args)),
      },
      // A region's own value may come or go with an equal global one: the region then has the same value as before.
      setting(
        "regions",
        region,
        (own) => held(own) !== undefined,
        (args) => settingsOf(region, args)[name] !== undefined,
      ),
    ]),
  ];
}

const DEFAULT_OPERATIONS = 1000;

const isOwn = (operations: number): boolean => operations !== DEFAULT_OPERATIONS;

function throughputSaid(region: string, { localThroughputMeasurement = [] }: Inputs): readonly number[] {
  const declared = localThroughputMeasurement.find((one) => one.region === region);
  const { writeOperationsPerSecond, readOperationsPerSecond } = declared ?? {};
  return [writeOperationsPerSecond, readOperationsPerSecond].map((value) => value ?? DEFAULT_OPERATIONS);
}

const ofRegion = (region: string): readonly Row<DatabaseHolding>[] => [
  {
    names: ["regions"],
    held: local(region, (_there, { remoteBackup }) => (remoteBackup ? backup(remoteBackup) : NO_BACKUP)),
    said: (args: Inputs) => {
      const { remoteBackup } = settingsOf(region, args);
      return remoteBackup?.active ? backup(remoteBackup as Parameters<typeof backup>[0]) : NO_BACKUP;
    },
  },
  {
    names: ["localThroughputMeasurement"],
    held: local(region, (_there, own) => [own.writeOperationsPerSecond, own.readOperationsPerSecond]),
    said: (args: Inputs) => throughputSaid(region, args),
  },
  {
    names: ["regionPasswords", "globalPassword"],
    held: local(region, ({ password }) => password),
    said: ({ regionPasswords, globalPassword }: Inputs) => regionPasswords?.[region] ?? globalPassword,
  },
  setting(
    "regions",
    region,
    ({ remoteBackup }) => remoteBackup !== undefined,
    (args) => settingsOf(region, args).remoteBackup?.active === true,
  ),
  setting(
    "localThroughputMeasurement",
    region,
    (own) => [own.writeOperationsPerSecond, own.readOperationsPerSecond].some(isOwn),
    (args) => throughputSaid(region, args).some(isOwn),
  ),
  setting(
    "regionPasswords",
    region,
    ({ password }) => password !== undefined,
    ({ regionPasswords }) => regionPasswords?.[region] !== undefined,
  ),
];

/** Arguments with a default that the server keeps as they are sent. */
const PLAIN = {
  autoMinorVersionUpgrade: true,
  supportOSSClusterApi: false,
  useExternalEndpointForOSSClusterApi: false,
  dataEvictionPolicy: "volatile-lru",
} as const;

export const activeActiveDatabaseRows: readonly Row<DatabaseHolding>[] = [
  accountRow,
  row(
    "subscriptionId",
    database(({ subscriptionId }) => subscriptionId),
    Number,
  ),
  nameRow(({ database }) => database.name),
  row(
    "datasetSizeInGb",
    database(({ memoryLimitInGb }) => memoryLimitInGb / 2),
  ),
  ...(["port", "redisVersion", "respVersion"] as const).map((name) =>
    row(
      name,
      database((database) => database[name]),
    ),
  ),
  row(
    "globalPassword",
    database(({ password }) => password),
  ),
  ...Object.entries(PLAIN).map(([name, byDefault]) =>
    withDefault(
      name,
      byDefault,
      database((database) => database[name as keyof typeof PLAIN] ?? byDefault),
    ),
  ),
  row(
    "modules",
    database(({ modules, redisVersion }) => (Number(redisVersion) >= 8 ? "built in" : sorted(modules))),
    (modules?: object[]) => modules && sorted(modules),
  ),
  { ...certificates, names: ["clientTlsCertificates"] },
  { ...tls, isImplied: undefined },
  row(
    "tags",
    database(({ tags = [] }) => sorted(tags.map(({ key, value }) => ({ key, value })))),
    sorted,
  ),
  ...SETTINGS.flatMap(rowsOf),
  ...ALL_REGIONS.flatMap(ofRegion),
] satisfies readonly Row<DatabaseHolding>[];
