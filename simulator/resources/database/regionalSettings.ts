import { isDeepStrictEqual } from "node:util";
import { requireThat } from "../../refusal";
import { withChanges } from "./changes";
import { inRegion, localDatabase } from "./locals";
import type { CrdbUpdatePropertiesRequest, DatabaseUpdateRequest, LocalRegionProperties } from "./requests";
import type { Database, LocalDatabase } from "./state";

/**
 * An Active-Active database as an update wants it: its global settings, and those of regions.
 *
 * No source tells how a region's own setting is taken back. Here, a region whose value equals the global one follows
 * the global setting from then on.
 */
export function withRegionalSettings(database: Database, request: CrdbUpdatePropertiesRequest): Database {
  const { regions = [] } = request;
  const names = regions.map(({ region }) => region);
  requireThat(new Set(names).size === names.length, "ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE");
  const changed = withChanges(database, globalChanges(request));
  const locals = { ...database.locals };
  for (const region of regions) {
    const local = locals[region.region];
    requireThat(local, "ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS");
    locals[region.region] = withLocalChanges(database, changed, local, region);
  }
  const following = Object.entries(locals).map(([name, local]) => [name, withoutGlobal(changed, local)]);
  return { ...changed, locals: Object.fromEntries(following) };
}

/** The global settings of a request, by the names that they have in a single region. */
function globalChanges(request: CrdbUpdatePropertiesRequest): DatabaseUpdateRequest {
  const {
    globalDataPersistence: dataPersistence,
    globalPassword: password,
    globalEnableDefaultUser: enableDefaultUser,
    globalSourceIp: sourceIp,
    globalAlerts: alerts,
    regions: _,
    ...others
  } = request;
  return { ...others, dataPersistence, password, enableDefaultUser, sourceIp, alerts };
}

function withLocalChanges(
  before: Database,
  changed: Database,
  local: LocalDatabase,
  request: LocalRegionProperties,
): LocalDatabase {
  const { region: _, localThroughputMeasurement: throughput, ...changes } = request;
  const there = inRegion(before, local);
  const settings = withChanges(there, changes);
  const { writeOperationsPerSecond, readOperationsPerSecond } = local;
  const operations = localDatabase({ writeOperationsPerSecond, readOperationsPerSecond, ...throughput });
  const { enableDefaultUser, dataPersistence, password, sourceIp, alerts, respVersion } = changes;
  return {
    ...local,
    writeOperationsPerSecond: operations.writeOperationsPerSecond,
    readOperationsPerSecond: operations.readOperationsPerSecond,
    ...(dataPersistence && { dataPersistence }),
    ...(password && { password }),
    ...(enableDefaultUser !== undefined && { enableDefaultUser }),
    // An empty list is that of all addresses, whatever the global one is.
    ...(sourceIp && { sourceIps: settings.sourceIps ?? changed.sourceIps }),
    ...(alerts && { alerts }),
    ...(respVersion && { respVersion }),
    remoteBackup: settings.remoteBackup,
  };
}

/** A region's settings without those that equal the global ones. */
function withoutGlobal(database: Database, local: LocalDatabase): LocalDatabase {
  const entries = Object.entries(local).filter(
    ([name, value]) =>
      ["address", "remoteBackup"].includes(name) ||
      !isDeepStrictEqual(value, database[name as keyof Database]),
  );
  return Object.fromEntries(entries) as unknown as LocalDatabase;
}
