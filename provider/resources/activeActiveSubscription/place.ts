import { isDeepStrictEqual } from "node:util";
import { asSet, asSetOfTexts } from "../canonical";
import type { ObservedSubscription } from "../subscription/observed";
import type { ActiveActiveCloudProvider, ActiveActiveSubscriptionRegion } from "./types";

/** The names of the regions of a subscription, in alphabetical order. */
export const regionNames = ([provider]: readonly ActiveActiveCloudProvider[] = []): readonly string[] =>
  (provider?.regions ?? []).map(({ region }) => region).sort();

const canonicalRegion = ({
  region,
  networking,
  multipleAvailabilityZones,
  preferredAvailabilityZones = [],
}: ActiveActiveSubscriptionRegion) => ({
  region,
  deploymentCIDR: networking.deploymentCIDR,
  multipleAvailabilityZones,
  preferredAvailabilityZones: asSetOfTexts(preferredAvailabilityZones),
});

/** Spelling out what a region is by default changes nothing. */
const withDefaults = ({
  multipleAvailabilityZones = true,
  ...others
}: ReturnType<typeof canonicalRegion>) => ({ multipleAvailabilityZones, ...others });

/** A cloud provider with its regions, in the form in which two are compared. The order of regions means nothing. */
export const canonicalPlaces = ([place]: readonly ActiveActiveCloudProvider[]) =>
  place && {
    provider: place.provider ?? "AWS",
    regions: asSet<{ region: string }>(({ region }) => region)(
      place.regions.map(canonicalRegion).map(withDefaults),
    ),
  };

/** Whether nothing is asked for that is not there already. What is no longer asked for stays. */
export function isSamePlaces(
  [before]: readonly ActiveActiveCloudProvider[],
  [after]: readonly ActiveActiveCloudProvider[],
): boolean {
  if (before === undefined || after === undefined) return before === after;
  if ((before.provider ?? "AWS") !== (after.provider ?? "AWS")) return false;
  return after.regions.map(canonicalRegion).every((wanted) => {
    const held: Readonly<Record<string, unknown>> | undefined = before.regions
      .map(canonicalRegion)
      .map(withDefaults)
      .find(({ region }) => region === wanted.region);
    return Object.entries(wanted).every(
      ([name, value]) => value === undefined || isDeepStrictEqual(value, held?.[name]),
    );
  });
}

/** Number of regions that a subscription has to be created in. */
export const FIRST_REGIONS = 2;

/**
 * The cloud provider and the regions of an answer, in the form of the argument: the declared regions, or the first
 * two where none are. Others belong to resources of their own, or to nobody of this program.
 */
export function placesIn(
  cloudDetails: ObservedSubscription["subscription"]["cloudDetails"] = [],
  declared?: readonly ActiveActiveCloudProvider[],
): ActiveActiveCloudProvider[] | undefined {
  const [details] = cloudDetails;
  // While it is created, the API tells nothing of where.
  if (details === undefined) return undefined;
  const names = declared && regionNames(declared);
  const regions = (details.regions ?? []).flatMap((told, index): ActiveActiveSubscriptionRegion | [] => {
    const { region = "", multipleAvailabilityZones, preferredAvailabilityZones, networking = [] } = told;
    if (names === undefined ? index >= FIRST_REGIONS : !names.includes(region)) return [];
    const deploymentCIDR = networking[0]?.deploymentCIDR ?? "";
    return { region, networking: { deploymentCIDR }, multipleAvailabilityZones, preferredAvailabilityZones };
  });
  // In the order of the program, so that a difference is shown where it is.
  const order = (declared?.[0]?.regions ?? []).map(({ region }) => region);
  regions.sort((one, other) => order.indexOf(one.region) - order.indexOf(other.region));
  return [{ provider: details.provider as ActiveActiveCloudProvider["provider"], regions }];
}
