import type { Problem } from "../../operations/declaration";
import { addressRange } from "../canonical";
import { repetitions } from "../common";
import { isInOwnCloudAccount, isSamePlace } from "./place";
import type { CloudProvider, Networking, Region, SubscriptionInputs } from "./types";

/** Checks where a subscription is deployed. An existing location is never rejected. */
export function placeProblems(
  { cloudProviders = [] }: Partial<SubscriptionInputs>,
  before: Partial<SubscriptionInputs>,
): readonly Problem[] {
  const [place] = cloudProviders;
  if (place === undefined || isSamePlace(before.cloudProviders ?? [], cloudProviders)) return [];
  const path = "cloudProviders[0]";
  const problems: Problem[] = [];
  if (place.provider === "GCP" && isInOwnCloudAccount(place)) {
    const reason = "cannot be your own cloud account on Google Cloud: omit it.";
    problems.push({ property: `${path}.cloudAccountId`, reason });
  }
  place.regions.forEach((region, index) => {
    const at = `${path}.regions[${index}]`;
    problems.push(...zoneProblems(region, place, at));
    problems.push(...networkProblems(region.networking ?? {}, place, `${at}.networking`));
  });
  return problems;
}

export function zoneProblems(
  { region, multipleAvailabilityZones = false, preferredAvailabilityZones: zones = [] }: Region,
  { provider = "AWS" }: Pick<CloudProvider, "provider">,
  at: string,
): readonly Problem[] {
  const property = `${at}.preferredAvailabilityZones`;
  const expected = multipleAvailabilityZones ? 3 : 1;
  const separator = provider === "GCP" ? "-" : "";
  const isElsewhere = (zone: string) => ZONE_NAME.test(zone) && !zone.startsWith(`${region}${separator}`);
  const count = multipleAvailabilityZones
    ? "must name three zones with multipleAvailabilityZones: true"
    : "must name one zone: set multipleAvailabilityZones: true for three";
  return [
    ...(zones.length === 0 || zones.length === expected
      ? []
      : [{ property, reason: `${count}, or be omitted (${zones.length} given).` }]),
    ...repetitions(zones, (index) => `${property}[${index}]`),
    ...zones.flatMap((zone, index) =>
      isElsewhere(zone)
        ? [{ property: `${property}[${index}]`, reason: `${zone} is not a zone of region ${region}.` }]
        : [],
    ),
  ];
}

/** A zone name, which begins with the name of its region; zone IDs such as `use1-az1` do not contain the region. */
const ZONE_NAME = /^[a-z]+-[a-z]+(-[a-z]+)*-?\d+-?[a-z]$/;

function networkProblems(
  { deploymentCIDR, vpcId, subnetIds = [], securityGroupId }: Networking,
  place: CloudProvider,
  at: string,
): readonly Problem[] {
  const own = { vpcId, subnetIds: subnetIds.length > 0 ? subnetIds : undefined, securityGroupId };
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  if (!isInOwnCloudAccount(place)) {
    const reason = "requires your own cloud account: set cloudProviders[0].cloudAccountId, or omit it.";
    return given.map(([name]) => ({ property: `${at}.${name}`, reason }));
  }
  // A VPC alone is enough: the service creates the subnets in it.
  if (own.subnetIds === undefined && securityGroupId === undefined) return [];
  const missing = Object.entries(own)
    .filter(([, value]) => value === undefined)
    .map(([name]) => ({
      property: `${at}.${name}`,
      reason: "is missing: your own network requires vpcId, subnetIds and securityGroupId.",
    }));
  const reason = "cannot be combined with subnetIds: the subnets have their own addresses.";
  return [
    ...missing,
    ...(deploymentCIDR !== undefined && own.subnetIds ? [{ property: `${at}.deploymentCIDR`, reason }] : []),
  ];
}

/** Duplicate addresses, however they are written. */
export const repeatedAddresses = ({ cidrIps = [] }: Partial<SubscriptionInputs>): readonly Problem[] =>
  repetitions(cidrIps.map(addressRange), (index) => `cidrIps[${index}]`);
