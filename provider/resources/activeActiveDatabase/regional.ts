import { isDeepStrictEqual } from "node:util";
import { DEFAULT_OPERATIONS_PER_SECOND, throughputOf } from "../activeActiveSubscription/throughput";
import { addressSet, asSet } from "../canonical";
import { canonicalBackup, observedBackup, readableBackup } from "../database/inAnswers";
import type { DatabaseAlert, LocalThroughput } from "../sharedTypes";
import type { LocalAnswer, ObservedActiveActiveDatabase } from "./observed";
import type { RegionalSettings } from "./types";

/*
 * Settings of regions: how two are compared, and how answers tell them. An answer tells the effective value in each
 * region, so a region has a setting of its own where its value differs from the global one, or where the program
 * declares one.
 */

const alertSet = asSet<DatabaseAlert>(({ name }) => name);

/** A list that is empty is a setting too: no alerts in this region. */
const EMPTY = "none";

function canonicalSettings({ region, dataPersistence, enableDefaultUser, ...more }: RegionalSettings) {
  const { sourceIp, alerts, remoteBackup } = more;
  const settings = {
    dataPersistence,
    enableDefaultUser,
    sourceIp: sourceIp && addressSet(sourceIp),
    alerts: alerts && (alertSet(alerts) ?? EMPTY),
    remoteBackup: remoteBackup?.active ? canonicalBackup(remoteBackup) : undefined,
  };
  const isOwn = Object.values(settings).some((value) => value !== undefined);
  return isOwn ? [{ region, ...settings }] : [];
}

/** Regions in any order; those that follow the global settings in all are left out. */
export const canonicalRegions = (regions: readonly RegionalSettings[]) =>
  asSet<{ region: string }>(({ region }) => region)(regions.flatMap(canonicalSettings));

/** The settings of regions, in the form of the argument. */
export function observedRegions(
  observed: ObservedActiveActiveDatabase,
  declared: readonly RegionalSettings[] = [],
): RegionalSettings[] {
  const names = [
    ...declared.map(({ region }) => region),
    ...observed.locals.map(({ region }) => region).filter((region) => !declared.some(isOf(region))),
  ];
  return names.flatMap((region) => {
    const local = observed.locals.find(isOf(region));
    if (local === undefined) return [];
    const settings = settingsIn(local, observed, declared.find(isOf(region)));
    return Object.keys(settings).length > 1 ? [settings] : [];
  });
}

const isOf =
  (region: string) =>
  (one: { readonly region: string }): boolean =>
    one.region === region;

function settingsIn(
  local: LocalAnswer,
  { answer }: ObservedActiveActiveDatabase,
  declared: Partial<RegionalSettings> = {},
): RegionalSettings {
  const { globalSourceIp = [], globalAlerts = [], globalDataPersistence, globalEnableDefaultUser } = answer;
  const { enableDefaultUser, sourceIps } = local.security ?? {};
  const alerts = local.alerts as DatabaseAlert[] | undefined;
  const { region, dataPersistence } = local;
  const isBackedUp = local.backup?.enableRemoteBackup === true;
  const settings = {
    ...own({ dataPersistence }, globalDataPersistence, declared),
    ...own({ enableDefaultUser }, globalEnableDefaultUser, declared),
    ...own({ sourceIp: sourceIps }, globalSourceIp, declared, (one) => addressSet(one as string[])),
    ...own({ alerts }, globalAlerts, declared, (one) => alertSet(one as DatabaseAlert[])),
    ...((isBackedUp || declared.remoteBackup) && { remoteBackup: backupIn(local, declared) }),
  };
  return { region, ...settings } as RegionalSettings;
}

/** A setting of a region, if it has one of its own. */
function own(
  setting: Partial<Record<keyof RegionalSettings, unknown>>,
  global: unknown,
  declared: Partial<RegionalSettings>,
  canonical: (value: unknown) => unknown = (value) => value,
): object {
  const [[name = "", held] = []] = Object.entries(setting);
  if (held === undefined) return {};
  const isDeclared = declared[name as keyof RegionalSettings] !== undefined;
  const isGlobal = global === undefined || isDeepStrictEqual(canonical(held), canonical(global));
  return isDeclared || !isGlobal ? setting : {};
}

/** The API does not tell the type of storage. */
function backupIn({ backup }: LocalAnswer, { remoteBackup: declared }: Partial<RegionalSettings>) {
  const told = observedBackup({ backup }, declared);
  const isKept = told?.active === true && declared?.storageType !== undefined;
  return isKept ? { ...told, storageType: declared.storageType } : told;
}

/** The settings without what the API does not tell. */
export function readableRegions(regions: RegionalSettings[]): RegionalSettings[] {
  const told = regions.map((region) => {
    const { remoteBackup } = region;
    const backup = remoteBackup && readableBackup(remoteBackup);
    return backup === remoteBackup ? region : { ...region, remoteBackup: backup };
  });
  return told.every((region, index) => region === regions[index]) ? regions : told;
}

/** Throughput of regions in any order; those with the default are left out. */
export const canonicalThroughput = (throughput: readonly LocalThroughput[]) =>
  asSet<LocalThroughput>(({ region }) => region)(
    throughput
      .map(throughputOf)
      .filter(
        ({ writeOperationsPerSecond, readOperationsPerSecond }) =>
          writeOperationsPerSecond !== DEFAULT_OPERATIONS_PER_SECOND ||
          readOperationsPerSecond !== DEFAULT_OPERATIONS_PER_SECOND,
      ),
  );

/** The throughput of all regions, those of the program first. */
export function observedThroughput(
  { locals }: ObservedActiveActiveDatabase,
  declared: readonly LocalThroughput[] = [],
): LocalThroughput[] {
  const order = declared.map(({ region }) => region);
  const rank = ({ region }: LocalThroughput) =>
    order.includes(region) ? order.indexOf(region) : order.length;
  return locals
    .map(({ region, writeOperationsPerSecond, readOperationsPerSecond }) => ({
      region,
      writeOperationsPerSecond,
      readOperationsPerSecond,
    }))
    .sort((one, other) => rank(one) - rank(other));
}
