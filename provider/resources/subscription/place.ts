import { isDeepStrictEqual } from "node:util";
import { asSetOfTexts, tagSet } from "../canonical";
import type { CloudProvider } from "./types";

/** The cloud account of the vendor: "Redis Internal Resources". */
const INTERNAL_CLOUD_ACCOUNT = 1;
/** The network of a subscription there, by default: `SubscriptionRegionNetworkingSpec.deploymentCIDR`. */
const INTERNAL_NETWORK = "192.168.0.0/24";

/** Whether it is in a cloud account of one's own: there, it has resource tags and allow-lists. */
export const isInOwnCloudAccount = ({
  cloudAccountId = INTERNAL_CLOUD_ACCOUNT,
}: {
  readonly cloudAccountId?: number;
}): boolean => cloudAccountId !== INTERNAL_CLOUD_ACCOUNT;

/** Where a subscription is deployed, with the defaults spelled out: what cannot be changed about it. */
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

/** No tags, as a value: what is only missing, the server may have filled in. */
const NO_TAGS = "none";

/** A cloud provider with its one region, in the form in which two are compared. */
export const canonicalPlace = ([provider]: readonly CloudProvider[]) =>
  provider && { ...placeOf(provider), resourceTags: tagSet(provider.resourceTags ?? []) ?? NO_TAGS };

/** Whether nothing is asked for that is not there already. What is no longer asked for stays. */
export function isSamePlace([before]: readonly CloudProvider[], [after]: readonly CloudProvider[]): boolean {
  if (before === undefined || after === undefined) return before === after;
  const [held, wanted] = [placeOf(before), placeOf(after)] as Record<string, unknown>[];
  return Object.entries(wanted ?? {}).every(
    ([name, value]) => value === undefined || isDeepStrictEqual(value, held?.[name]),
  );
}

export const hasSameTags = ([before]: readonly CloudProvider[], [after]: readonly CloudProvider[]): boolean =>
  isDeepStrictEqual(tagSet(before?.resourceTags ?? []), tagSet(after?.resourceTags ?? []));
