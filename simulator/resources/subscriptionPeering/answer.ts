import type { Subscription } from "../subscription/state";
import type { SubscriptionPeering } from "./state";

/** `response.resource` of the list of a single-region subscription. */
export function peeringsAnswer(subscription: Subscription, peerings: readonly SubscriptionPeering[]) {
  return {
    peerings: peerings.map((peering) => {
      const { id, status, aws } = peering;
      return {
        vpcPeeringId: id,
        ...(aws ? { ...awsAnswer(aws, status), regionName: aws.region } : gcpAnswer(subscription, peering)),
        status,
      };
    }),
  };
}

/** `response.resource` of the list of an Active-Active subscription: by region, and with other names of some fields. */
export function activeActivePeeringsAnswer(
  subscription: Subscription,
  peerings: readonly SubscriptionPeering[],
) {
  const regions = (subscription.regions ?? []).map(({ regionId, region }) => ({
    id: regionId,
    region,
    vpcPeerings: peerings
      .filter(({ sourceRegion }) => sourceRegion === region)
      .map((peering) => {
        const { id, status, aws } = peering;
        const common = { id, regionId, regionName: region, sourceRegion: region, status };
        if (aws) return { ...common, ...awsAnswer(aws, status), destinationRegion: aws.region };
        const { projectUid, networkName, ...ours } = gcpAnswer(subscription, peering);
        return { ...common, vpcProjectUid: projectUid, vpcNetworkName: networkName, ...ours };
      }),
  }));
  return { subscriptionId: subscription.id, regions };
}

/** One CIDR comes back as `vpcCidr`, whether or not it was given in a list. */
function awsAnswer(
  { awsAccountId, vpcId, vpcCidrs, awsPeeringUid }: NonNullable<SubscriptionPeering["aws"]>,
  status: string,
) {
  const [first, ...others] = vpcCidrs;
  return {
    awsAccountId,
    vpcUid: vpcId,
    ...(others.length === 0
      ? { vpcCidr: first }
      : { vpcCidrs: vpcCidrs.map((vpcCidr) => ({ vpcCidr, active: status === "active" })) }),
    ...(awsPeeringUid && { awsPeeringUid }),
  };
}

function gcpAnswer({ id }: Subscription, { gcp, sourceRegion = "" }: SubscriptionPeering) {
  const redis = redisNetwork(id, sourceRegion);
  return {
    projectUid: gcp?.projectUid,
    networkName: gcp?.networkName,
    redisProjectUid: redis.projectUid,
    redisNetworkName: redis.networkName,
    ...(gcp?.cloudPeeringId && { cloudPeeringId: gcp.cloudPeeringId }),
  };
}

/** The network of a subscription at Google Cloud, as its customer names it in a peering of the other direction. */
function redisNetwork(subscriptionId: number, region: string) {
  return {
    projectUid: `v${subscriptionId}-tp`,
    networkName: ["c", subscriptionId, region && `-${region}`, "-rlrcp"].join(""),
  };
}
