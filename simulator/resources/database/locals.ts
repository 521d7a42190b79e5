import { requireThat } from "../../refusal";
import type { Subscription } from "../subscription/state";
import type { DatabaseCreateRequest } from "./requests";
import type { Database, LocalDatabase } from "./state";

/** Operations per second of a region whose request names none. */
const DEFAULT_OPERATIONS_PER_SECOND = 1000;

/** Throughput of a region is given in steps of this many operations per second, which is the least as well. */
const THROUGHPUT_STEP = 500;

type Throughput = NonNullable<DatabaseCreateRequest["localThroughputMeasurement"]>[number];

/** An Active-Active database in one region, with the throughput of a request. */
export function localDatabase({
  writeOperationsPerSecond = DEFAULT_OPERATIONS_PER_SECOND,
  readOperationsPerSecond = DEFAULT_OPERATIONS_PER_SECOND,
}: Throughput): LocalDatabase {
  requireThat(
    [writeOperationsPerSecond, readOperationsPerSecond].every(
      (value) => value >= THROUGHPUT_STEP && value % THROUGHPUT_STEP === 0,
    ),
    "LOCAL_THROUGHPUT_READ_AND_WRITE_OPERATIONS_PER_SECOND_VALUES_MUST_BE_IN_INCREMENTS_OF_500_OR_MINIMUM",
  );
  const address = { port: 0, portChosen: false, change: 0, real: false };
  return { address, writeOperationsPerSecond, readOperationsPerSecond };
}

/**
 * What a new database has in each region of its subscription; undefined in a single-region subscription. The request
 * has to name the throughput of every region.
 */
export function localDatabasesOf(
  { regions, id }: Subscription,
  { localThroughputMeasurement: throughputs = [] }: DatabaseCreateRequest,
): Database["locals"] {
  if (regions === undefined) {
    const code = "LOCAL_THROUGHPUT_MEASUREMENT_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION";
    requireThat(throughputs.length === 0, code);
    return undefined;
  }
  requireThat(throughputs.length > 0, "ACTIVE_ACTIVE_MISSING_LOCAL_THROUGHPUT_MEASUREMENT");
  const named = throughputs.map(({ region }) => region);
  requireThat(new Set(named).size === named.length, "CRDB_ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE");
  requireThat(
    regions.every(({ region }) => named.includes(region)),
    id === 0
      ? "MISSING_REGIONS_BETWEEN_CLOUD_PROVIDERS_AND_DATABASES_LOCAL_THROUGHPUT_MEASUREMENTS"
      : "MISSING_REGIONS_BETWEEN_LOCAL_THROUGHPUT_MEASUREMENTS_AND_SUBSCRIPTION_REGIONS",
  );
  requireThat(
    named.length === regions.length,
    "TOO_MANY_LOCAL_THROUGHPUT_MEASUREMENTS_DEFINED_FOR_SPECIFIED_ACTIVE_ACTIVE_SUBSCRIPTION",
  );
  return Object.fromEntries(throughputs.map((one) => [String(one.region), localDatabase(one)]));
}

/** The database as one region has it: with its own settings in place of the global ones. */
export function inRegion(database: Database, local: LocalDatabase): Database {
  const { dataPersistence, password, enableDefaultUser, sourceIps, alerts, remoteBackup, respVersion } =
    local;
  return {
    ...database,
    port: local.address.port,
    real: local.address.real,
    dataPersistence: dataPersistence ?? database.dataPersistence,
    password: password ?? database.password,
    enableDefaultUser: enableDefaultUser ?? database.enableDefaultUser,
    sourceIps: sourceIps ?? database.sourceIps,
    alerts: alerts ?? database.alerts,
    respVersion: respVersion ?? database.respVersion,
    remoteBackup,
    throughputMeasurement: {
      by: "operations-per-second",
      value: local.writeOperationsPerSecond + local.readOperationsPerSecond,
    },
  };
}

/** The database in each of its regions; a database of a single-region subscription is one, without a name of its region. */
export function inEachRegion(database: Database): { region?: string; database: Database }[] {
  if (database.locals === undefined) return [{ database }];
  return Object.entries(database.locals).map(([region, local]) => ({
    region,
    database: inRegion(database, local),
  }));
}
