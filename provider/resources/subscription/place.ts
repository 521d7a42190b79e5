import { isDeepStrictEqual } from "node:util";
import { asSetOfTexts, tagSet } from "../canonical";
import type { CloudProvider } from "./types";

/** ID of Redis' own cloud account: "Redis Internal Resources". */
const INTERNAL_CLOUD_ACCOUNT = 1;
/** Default network of a subscription there. Source: `SubscriptionRegionNetworkingSpec.deploymentCIDR`. */
const INTERNAL_NETWORK = "192.168.0.0/24";

/** Whether it is in the customer's own cloud account, where resource tags and allow-lists exist. */
export const isInOwnCloudAccount = ({
  cloudAccountId = INTERNAL_CLOUD_ACCOUNT,
}: {
  readonly cloudAccountId?: number;
}): boolean => cloudAccountId !== INTERNAL_CLOUD_ACCOUNT;

/** The location of a subscription, which cannot be changed, with explicit defaults. */
const placeOf = ({ provider = "AWS", cloudAccountId = INTERNAL_CLOUD_ACCOUNT, regions }: CloudProvider) => {
  const [{ region, multipleAvailabilityZones = false, ...more } = { region: "" }] = regions;
  const { preferredAvailabilityZones = [], networking = {} } = more;
  const { deploymentCIDR, vpcId, subnetIds = [], securityGroupId } = networking;
  const byDefault = cloudAccountId === INTERNAL_CLOUD_ACCOUNT ? INTERNAL_NETWORK : undefined;
  return {
    provider,
    cloudAccountId,
    region,
    multipleAvailabilityZones,
    preferredAvailabilityZones: asSetOfTexts(preferredAvailabilityZones),
    deploymentCIDR: deploymentCIDR ?? byDefault,
    vpcId,
    subnetIds: asSetOfTexts(subnetIds),
    securityGroupId,
  };
};

/** Explicit value for no tags: a missing value could have been set by the server. */
const NO_TAGS = "none";

/** Canonical form of a cloud provider with its single region. */
export const canonicalPlace = ([provider]: readonly CloudProvider[]) =>
  provider && { ...placeOf(provider), resourceTags: tagSet(provider.resourceTags ?? []) ?? NO_TAGS };

/** Whether the location stays the same. Removed arguments keep their values. */
export function isSamePlace([before]: readonly CloudProvider[], [after]: readonly CloudProvider[]): boolean {
  if (before === undefined || after === undefined) return before === after;
  const [held, wanted] = [placeOf(before), placeOf(after)] as Record<string, unknown>[];
  return Object.entries(wanted ?? {}).every(
    ([name, value]) => value === undefined || isDeepStrictEqual(value, held?.[name]),
  );
}

export const hasSameTags = ([before]: readonly CloudProvider[], [after]: readonly CloudProvider[]): boolean =>
  isDeepStrictEqual(tagSet(before?.resourceTags ?? []), tagSet(after?.resourceTags ?? []));
