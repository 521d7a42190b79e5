import type { EssentialsDatabaseInputs } from "../../../provider/resources/essentialsDatabase/types";
import { findPlan, isFree, isPayAsYouGo } from "../../../simulator/resources/essentialsSubscription/plans";
import { certificates, tls } from "./databaseRows";
import type { EssentialsDatabaseHolding, EssentialsSubscriptionHolding } from "./holdings";
import type { Args } from "./program";
import { accountRow, BEYOND_COMPARE, nameRow, type Row, ranges, row, sorted, withDefault } from "./rows";

/** How a subscription is paid; a free plan is not, and knows nothing of it. */
const payment =
  (name: "paymentMethodType" | "paymentMethodId") =>
  ({ subscription: { payment, planId } }: EssentialsSubscriptionHolding) =>
    isFreePlan(planId) ? BEYOND_COMPARE : payment?.[name];

/** How it is paid begins and ends with a paid plan, which is listed anyway. */
const isPaid = (name: "paymentMethod" | "paymentMethodId"): Row<EssentialsSubscriptionHolding> => ({
  names: [name],
  held: ({ subscription: { planId } }) => !isFreePlan(planId),
  said: ({ planId }) => !isFreePlan(planId as number),
  isImplied: () => true,
});

const isFreePlan = (planId: number): boolean => {
  const plan = findPlan(planId);
  return plan !== undefined && isFree(plan);
};

export const essentialsSubscriptionRows: readonly Row<EssentialsSubscriptionHolding>[] = [
  accountRow,
  nameRow(({ subscription }) => subscription.name),
  row("planId", ({ subscription }) => subscription.planId),
  row("paymentMethod", payment("paymentMethodType")),
  row("paymentMethodId", payment("paymentMethodId")),
  isPaid("paymentMethod"),
  isPaid("paymentMethodId"),
];

const database =
  (held: (database: EssentialsDatabaseHolding["database"]) => unknown) =>
  (holding: EssentialsDatabaseHolding) =>
    held(holding.database);

/** What depends on the plan: another plan may take it away. */
const ofPlan =
  (
    isSupported: (plan: EssentialsDatabaseHolding["plan"]) => boolean,
    held: (database: EssentialsDatabaseHolding["database"]) => unknown,
  ) =>
  ({ database, plan }: EssentialsDatabaseHolding) =>
    isSupported(plan) ? held(database) : BEYOND_COMPARE;

/** Arguments with a default that the server keeps as they are sent. */
const PLAIN = {
  supportOSSClusterApi: false,
  useExternalEndpointForOSSClusterApi: false,
  enableDatabaseClustering: false,
  enableDefaultUser: true,
} as const;

/** Arguments without one: where the program does not say, the API chooses, and keeps. */
const CHOSEN = [
  "protocol",
  "redisVersion",
  "respVersion",
  "dataEvictionPolicy",
  "password",
  "regexRules",
] as const;

const sources: Row<EssentialsDatabaseHolding> = {
  names: ["replica", "replicaOf"],
  held: database(({ replica }) => sorted(replica?.syncSources)),
  said: ({ replica, replicaOf }: Partial<EssentialsDatabaseInputs>) =>
    sorted(replica?.syncSources ?? replicaOf?.map((endpoint) => ({ endpoint }))),
};

const inMemory = ({ memoryLimitInGb }: Args): boolean => memoryLimitInGb !== undefined;

const size: Row<EssentialsDatabaseHolding> = {
  names: ["datasetSizeInGb", "memoryLimitInGb"],
  held: ({ database: { memoryLimitInGb = 0, replication }, plan }, args) => {
    if (!isPayAsYouGo(plan)) return undefined;
    return inMemory(args) || !replication ? memoryLimitInGb : memoryLimitInGb / 2;
  },
  said: (args) => (inMemory(args) ? args.memoryLimitInGb : args.datasetSizeInGb),
};

const EVERYONE = ranges(["0.0.0.0/0"]);

export const essentialsDatabaseRows: readonly Row<EssentialsDatabaseHolding>[] = [
  accountRow,
  row(
    "subscriptionId",
    database(({ subscriptionId }) => subscriptionId),
    Number,
  ),
  nameRow(({ database }) => database.name),
  size,
  sources,
  certificates as unknown as Row<EssentialsDatabaseHolding>,
  tls as unknown as Row<EssentialsDatabaseHolding>,
  withDefault(
    "dataPersistence",
    "none",
    database(({ dataPersistence }) => dataPersistence),
  ),
  withDefault(
    "periodicBackupPath",
    "",
    database(({ backupPath = "" }) => backupPath),
  ),
  row(
    "replication",
    ofPlan(
      ({ supportReplication }) => supportReplication,
      ({ replication }) => replication,
    ),
  ),
  row("numberOfShards", ({ database, plan }) => (isPayAsYouGo(plan) ? database.numberOfShards : undefined)),
  row(
    "modules",
    database(({ modules, redisVersion }) => (Number(redisVersion) >= 8 ? BEYOND_COMPARE : sorted(modules))),
    (modules?: object[]) => modules && sorted(modules),
  ),
  ...Object.entries(PLAIN).map(([name, byDefault]) =>
    withDefault(
      name,
      byDefault,
      database((database) => database[name as keyof typeof PLAIN]),
    ),
  ),
  ...CHOSEN.map((name) =>
    row(
      name,
      database((database) => database[name]),
    ),
  ),
  row(
    "sourceIps",
    database(({ sourceIps }) => (sourceIps === undefined ? EVERYONE : ranges(sourceIps))),
    (addresses: string[] = []) => (addresses.length === 0 ? EVERYONE : ranges(addresses)),
  ),
  row(
    "alerts",
    database(({ alerts }) => sorted(alerts)),
    sorted,
  ),
  row(
    "tags",
    database(({ tags = [] }) => sorted(tags.map(({ key, value }) => ({ key, value })))),
    sorted,
  ),
];
