import { isDeepStrictEqual } from "node:util";
import { DEFAULT_OPERATIONS_PER_SECOND, throughputOf } from "../activeActiveSubscription/throughput";
import { addressSet, asSet } from "../canonical";
import type { DatabaseAlert } from "../sharedTypes";
import type { LocalAnswer, ObservedActiveActiveDatabase } from "./observed";
import type { ActiveActiveDatabaseInputs, RegionalSettings } from "./types";

type Changed = Partial<ActiveActiveDatabaseInputs>;

/** A setting that regions can have in place of the global one. */
interface Setting {
  readonly name: keyof RegionalSettings;
  readonly global: keyof ActiveActiveDatabaseInputs;
  /** The global value that the arguments ask for; undefined for the one that is there. */
  wanted(inputs: Changed): unknown;
  /** The value that is there, globally and in a region. */
  held(answer: ObservedActiveActiveDatabase["answer"]): unknown;
  heldIn(local: LocalAnswer): unknown;
  canonical?(value: unknown): unknown;
}

const SETTINGS: readonly Setting[] = [
  {
    name: "dataPersistence",
    global: "globalDataPersistence",
    wanted: ({ globalDataPersistence = "none" }) => globalDataPersistence,
    held: ({ globalDataPersistence }) => globalDataPersistence,
    heldIn: ({ dataPersistence }) => dataPersistence,
  },
  {
    name: "enableDefaultUser",
    global: "globalEnableDefaultUser",
    wanted: ({ globalEnableDefaultUser = true }) => globalEnableDefaultUser,
    held: ({ globalEnableDefaultUser }) => globalEnableDefaultUser,
    heldIn: ({ security }) => security?.enableDefaultUser,
  },
  {
    name: "sourceIp",
    global: "globalSourceIp",
    // An empty list stands for addresses that depend on the public endpoint, and is what follows them.
    wanted: ({ globalSourceIp = [] }) => (globalSourceIp.length > 0 ? globalSourceIp : undefined),
    held: ({ globalSourceIp }) => globalSourceIp,
    heldIn: ({ security }) => security?.sourceIps,
    canonical: (value) => addressSet(value as string[]),
  },
  {
    name: "alerts",
    global: "globalAlerts",
    wanted: ({ globalAlerts = [] }) => globalAlerts,
    held: ({ globalAlerts }) => globalAlerts,
    heldIn: ({ alerts }) => alerts,
    canonical: (value) => asSet<DatabaseAlert>(({ name }) => name)(value as DatabaseAlert[]),
  },
];

/**
 * The settings of regions that an update sends. The API has no request that takes a region's own setting back: the
 * region gets the global value. Where a global setting changes, regions without one of their own get it too, since
 * nothing is known of regions whose setting was taken back.
 */
export function localChanges(
  changed: Changed,
  inputs: Changed,
  there: ObservedActiveActiveDatabase | undefined,
): readonly object[] {
  const locals = there?.locals ?? [];
  const declared = [
    ...(changed.regions ?? []).map(({ region }) => region),
    ...(changed.localThroughputMeasurement ?? []).map(({ region }) => region),
    ...Object.keys(changed.regionPasswords ?? {}),
  ];
  const regions = [...new Set([...locals.map(({ region }) => region), ...declared])];
  return regions.flatMap((region) => {
    const local = locals.find((one) => one.region === region);
    const settings = {
      ...Object.assign({}, ...SETTINGS.map((one) => settingIn(one, region, changed, inputs, there))),
      ...backupIn(region, changed, local),
      ...throughputIn(region, changed, local),
      ...passwordIn(region, changed, inputs, there),
    };
    return Object.keys(settings).length > 0 ? [{ region, ...settings }] : [];
  });
}

function settingIn(
  { name, global, wanted, held, heldIn, canonical = (value) => value }: Setting,
  region: string,
  changed: Changed,
  inputs: Changed,
  there: ObservedActiveActiveDatabase | undefined,
): object {
  const own = inputs.regions?.find((one) => one.region === region)?.[name];
  if (own !== undefined) return changed.regions === undefined ? {} : { [name]: own };
  const isGlobalChanged = changed[global] !== undefined;
  if (changed.regions === undefined && !isGlobalChanged) return {};
  const value = wanted(inputs);
  const effective = value ?? (there && held(there.answer));
  const local = there?.locals.find((one) => one.region === region);
  const now = local && heldIn(local);
  const isSame = now !== undefined && isDeepStrictEqual(canonical(now), canonical(effective));
  return isSame && !isGlobalChanged ? {} : { [name]: value ?? [] };
}

function backupIn(region: string, { regions }: Changed, local: LocalAnswer | undefined): object {
  if (regions === undefined) return {};
  const remoteBackup = regions.find((one) => one.region === region)?.remoteBackup;
  if (remoteBackup !== undefined) return { remoteBackup };
  return local?.backup?.enableRemoteBackup ? { remoteBackup: { active: false } } : {};
}

function throughputIn(
  region: string,
  { localThroughputMeasurement: throughputs }: Changed,
  local: LocalAnswer | undefined,
): object {
  if (throughputs === undefined) return {};
  const declared = throughputs.find((one) => one.region === region);
  if (declared !== undefined) return { localThroughputMeasurement: throughputOf(declared) };
  const isDefault = [local?.writeOperationsPerSecond, local?.readOperationsPerSecond].every(
    (value) => value === DEFAULT_OPERATIONS_PER_SECOND,
  );
  return isDefault ? {} : { localThroughputMeasurement: throughputOf({ region }) };
}

/**
 * Which password a region has, the API does not tell: without one of its own it gets the global one. While its user is
 * off, the API takes none, not even the present one, unless the same request turns the user on.
 */
function passwordIn(
  region: string,
  { regionPasswords }: Changed,
  inputs: Changed,
  there: ObservedActiveActiveDatabase | undefined,
): object {
  if (regionPasswords === undefined) return {};
  const password = regionPasswords[region] ?? inputs.globalPassword ?? there?.answer.globalPassword;
  if (password === undefined) return {};
  const local = there?.locals.find((one) => one.region === region);
  if (local?.security?.enableDefaultUser !== false) return { password };
  const own = inputs.regions?.find((one) => one.region === region)?.enableDefaultUser;
  const turnsOn = own ?? inputs.globalEnableDefaultUser ?? true;
  return turnsOn ? { password, enableDefaultUser: true } : {};
}
