import { isDeepStrictEqual } from "node:util";
import type { RegionalSettings } from "../../../provider/resources/activeActiveDatabase/types";
import type {
  ActiveActiveDatabaseDraft,
  ActiveActiveRegionDraft,
  ActiveActiveSubscriptionDraft,
  InRegion,
} from "./activeActiveArguments";
import { only } from "./arguments";
import { given, named } from "./assembled";
import { type Args, type Program, type Reference, type Resource, resourceOf } from "./program";
import { ranges, sorted } from "./rows";
import { DEFAULT_VERSION } from "./valid";

/** The regions that the subscription is created in, each with the networks that it may have. */
const FIRST = [
  { region: "us-east-1", networks: ["10.0.0.0/24", "10.0.1.0/24"] },
  { region: "eu-west-1", networks: ["10.0.2.0/24"] },
] as const;
/** What the regions that are added may be. */
const ADDED = [
  { regions: ["us-west-2", "us-east-2"], networks: ["10.0.3.0/24", "10.0.4.0/24"] },
  { regions: ["eu-central-1", "sa-east-1"], networks: ["10.0.5.0/24", "10.0.6.0/24"] },
] as const;

const zonesOf = (
  region: string,
  multipleAvailabilityZones: boolean | undefined,
  isChosen: boolean | undefined,
) => {
  if (!isChosen || multipleAvailabilityZones === undefined) return undefined;
  return (multipleAvailabilityZones ? ["a", "b", "c"] : ["b"]).map((zone) => `${region}-${zone}`);
};

export function activeActiveSubscriptionOf(
  logicalName: string,
  { name, ...draft }: ActiveActiveSubscriptionDraft,
): Resource {
  const {
    isProviderSaid,
    isReversed,
    network = 0,
    hasPreferredZones,
    multipleAvailabilityZones,
    ...args
  } = draft;
  const [first, second] = FIRST;
  const regions = [
    given({
      region: first.region,
      networking: { deploymentCIDR: first.networks[network] },
      multipleAvailabilityZones,
      preferredAvailabilityZones: zonesOf(first.region, multipleAvailabilityZones, hasPreferredZones),
    }),
    { region: second.region, networking: { deploymentCIDR: second.networks[0] } },
  ];
  const isByCard = args.paymentMethod !== "marketplace";
  return {
    type: "ActiveActiveSubscription",
    name: logicalName,
    args: {
      ...(isByCard && { paymentMethodId: 2 }),
      ...args,
      ...named(logicalName, name),
      cloudProviders: [
        given({
          provider: isProviderSaid ? "AWS" : undefined,
          regions: isReversed ? regions.reverse() : regions,
        }),
      ],
    },
    dependsOn: [],
  };
}

export function activeActiveRegionOf(
  logicalName: string,
  number: number,
  subscription: Resource,
  draft: ActiveActiveRegionDraft,
): Resource {
  const { region = 0, network = 0, multipleAvailabilityZones, hasPreferredZones, timeouts } = draft;
  const place = ADDED[number] ?? ADDED[0];
  const name = place.regions[region] ?? "";
  return {
    type: "ActiveActiveRegion",
    name: logicalName,
    args: given({
      subscriptionId: { of: subscription.name, as: "string" },
      region: name,
      deploymentCIDR: place.networks[network],
      multipleAvailabilityZones,
      preferredAvailabilityZones: zonesOf(name, multipleAvailabilityZones, hasPreferredZones),
      timeouts,
    }),
    dependsOn: [subscription.name],
  };
}

interface Placed {
  readonly name: string;
  readonly number: number;
  readonly subscription: Resource;
  /** The regions that are added. */
  readonly regions: readonly (Resource | undefined)[];
}

/** What something of a region is called in a program: one that is added by what its resource tells. */
type Named = (of: number) => { readonly region: string | Reference; readonly name: string } | undefined;

function namedIn(regions: Placed["regions"]): Named {
  return (of) => {
    const first = FIRST[of];
    if (first !== undefined) return { region: first.region, name: first.region };
    const resource = regions[of - FIRST.length];
    return resource && { region: { of: resource.name, as: "region" }, name: String(resource.args.region) };
  };
}

const inRegions = <One extends { readonly of: number }>(several: readonly One[] | undefined, name: Named) =>
  several?.flatMap(({ of, ...one }) => {
    const region = name(of)?.region;
    return region === undefined ? [] : [{ region, ...one }];
  });

export function activeActiveDatabaseOf(
  { name: logicalName, number, subscription, regions }: Placed,
  drawn: ActiveActiveDatabaseDraft,
  before: Program,
): Resource {
  const held = resourceOf(before, logicalName);
  const versions = heldVersions(drawn.redisVersion, held);
  const { name, port, localThroughputMeasurement, ...draft } = validDatabase(drawn, versions);
  const nameIn = namedIn(regions);
  const own = draft.regions?.map((settings) => differing(settings, draft));
  const args = {
    ...draft,
    ...named(logicalName, name),
    ...(port === undefined ? {} : { port: 12_000 + 10 * number + port }),
    localThroughputMeasurement: inRegions(localThroughputMeasurement, nameIn),
    regions: inRegions(own, nameIn),
    subscriptionId: { of: subscription.name, as: "string" },
  };
  const passwords = passwordsOf(draft, args, held?.args, nameIn);
  return {
    type: "ActiveActiveDatabase",
    name: logicalName,
    args: given({ ...args, ...passwords }),
    dependsOn: [subscription.name, ...regions.flatMap((region) => region?.name ?? [])],
    versions,
  };
}

/** Another version replaces; without one, the present one stays. */
function heldVersions(declared: string | undefined, held: Resource | undefined) {
  if (declared !== undefined) return { lowest: declared, highest: declared };
  const { lowest, highest } = held?.versions ?? { lowest: DEFAULT_VERSION, highest: DEFAULT_VERSION };
  const all = [lowest, highest, DEFAULT_VERSION].sort();
  return { lowest: all[0] ?? DEFAULT_VERSION, highest: all[2] ?? DEFAULT_VERSION };
}

/** What the API takes of a database. */
function validDatabase(draft: ActiveActiveDatabaseDraft, { highest }: { highest: string }) {
  const wrong: (keyof ActiveActiveDatabaseDraft | false)[] = [
    highest >= "8" && "modules",
    draft.supportOSSClusterApi !== true && "useExternalEndpointForOSSClusterApi",
    draft.enableTls !== true && (draft.clientTlsCertificates ?? []).length > 0 && "clientTlsCertificates",
  ];
  return {
    datasetSizeInGb: 1,
    ...(only(draft, ([name]) => !wrong.includes(name as keyof ActiveActiveDatabaseDraft)) as typeof draft),
  };
}

/** The settings of a region but for those that are the global ones: whether these are its own, nobody can tell. */
function differing(
  { dataPersistence, sourceIp, alerts, enableDefaultUser, ...settings }: InRegion<RegionalSettings>,
  database: ActiveActiveDatabaseDraft,
): InRegion<RegionalSettings> {
  const { globalDataPersistence = "none", globalEnableDefaultUser = true } = database;
  const { globalAlerts = [], globalSourceIp = [] } = database;
  const isSame = {
    dataPersistence: dataPersistence === globalDataPersistence,
    enableDefaultUser: enableDefaultUser === globalEnableDefaultUser,
    alerts: isDeepStrictEqual(sorted(alerts), sorted(globalAlerts)),
    sourceIp: isDeepStrictEqual(ranges(sourceIp), ranges(globalSourceIp)),
  };
  const own = { dataPersistence, sourceIp, alerts, enableDefaultUser };
  const kept = only(own, ([name, value]) => value !== undefined && !isSame[name as keyof typeof isSame]);
  return { ...settings, ...kept };
}

/** Whether the default user may connect in all regions. */
const isUserOn = ({ globalEnableDefaultUser, regions }: Args): boolean =>
  globalEnableDefaultUser !== false &&
  !((regions ?? []) as RegionalSettings[]).some(({ enableDefaultUser }) => enableDefaultUser === false);

/**
 * Passwords cannot change while the user is off. What a region goes back to when it no longer has its own has to be
 * declared.
 */
function passwordsOf(
  { globalPassword, regionPasswords }: ActiveActiveDatabaseDraft,
  now: Args,
  before: Args | undefined,
  name: Named,
) {
  if (before !== undefined && !isUserOn(before) && !isUserOn(now)) {
    const there = [0, 1, 2, 3].flatMap((of) => name(of)?.name ?? []);
    const kept = before.regionPasswords && only(before.regionPasswords, ([region]) => there.includes(region));
    return { globalPassword: before.globalPassword, regionPasswords: kept };
  }
  const entries = regionPasswords?.flatMap(({ of, password }) => {
    const region = name(of)?.name;
    return region === undefined ? [] : [[region, password]];
  });
  const needsGlobal = entries !== undefined || before?.regionPasswords !== undefined;
  return {
    globalPassword: globalPassword ?? (needsGlobal ? "zeroth-password" : undefined),
    regionPasswords: entries && Object.fromEntries(entries),
  };
}
