import type { Place } from "../api/lists";
import type { Kind } from "../lifecycle/kind";
import { activeActiveRegionKind } from "../resources/activeActiveRegion/kind";
import { ACTIVE_ACTIVE } from "../resources/subscription/kind";
import { type ListedPeering, subscriptionPeeringKind } from "../resources/subscriptionPeering/kind";
import { reading } from "./account";
import { type LookupArgs, outputForm } from "./lookup";

/** The subscription whose peerings are looked up. */
export interface SubscriptionPeeringLookupArgs extends LookupArgs {
  subscriptionId: number | string;
}

/** A peering of a subscription's network with another one. */
export interface SubscriptionPeeringInfo {
  readonly id: number;
  readonly subscriptionId: number;
  /** `pending-acceptance` (AWS) or `inactive` (Google Cloud) until the other side acts, then `active`. */
  readonly status: string;
  /** In an Active-Active subscription, the region whose network is peered. */
  readonly sourceRegion?: string;
  /** Region of the other VPC at AWS. */
  readonly region?: string;
  readonly awsAccountId?: string;
  readonly vpcId?: string;
  /** Networks of the other VPC at AWS. */
  readonly vpcCidrs: readonly string[];
  /** ID of the peering connection at AWS, e.g. `pcx-0123456789abcdef0`. */
  readonly awsPeeringUid?: string;
  /** Project of the other network on Google Cloud. */
  readonly vpcProjectUid?: string;
  readonly vpcNetworkName?: string;
  readonly redisProjectUid?: string;
  readonly redisNetworkName?: string;
  readonly cloudPeeringId?: string;
}

/**
 * The peerings of a Pro subscription, in all its regions. API: `GET /subscriptions/{id}/peerings`, or
 * `GET /subscriptions/{id}/regions/peerings` for an Active-Active one; both are tasks, so this takes some seconds.
 *
 * @throws RunError when there is no such subscription.
 */
export async function getSubscriptionPeerings(
  args: SubscriptionPeeringLookupArgs,
): Promise<SubscriptionPeeringInfo[]> {
  const subscriptionId = Number(args.subscriptionId);
  return reading(args, async ({ snapshots }) => {
    const subscription = (await snapshots.subscriptions.asOf(Date.now())).get(subscriptionId);
    if (subscription === undefined)
      throw new Error(`Looking up peerings: this account has no Pro subscription ${args.subscriptionId}.`);
    const list = async <Item extends object>(kind: Kind, place: Place) =>
      (await snapshots.listOf(kind, place).asOf(snapshots.freshSince(kind, place))) as ReadonlyMap<
        unknown,
        Item
      >;
    const regions =
      subscription.deploymentType === ACTIVE_ACTIVE
        ? [...(await list<{ region: string }>(activeActiveRegionKind, { subscriptionId })).values()]
        : [];
    const places: Place[] =
      regions.length === 0
        ? [{ subscriptionId }]
        : regions.map(({ region }) => ({ subscriptionId, sourceRegion: region }));
    const lists = await Promise.all(
      places.map((place) => list<ListedPeering>(subscriptionPeeringKind, place)),
    );
    return lists.flatMap((listed) => [...listed.values()].map((peering) => infoOf(subscriptionId, peering)));
  });
}
export const getSubscriptionPeeringsOutput = outputForm(getSubscriptionPeerings);

function infoOf(subscriptionId: number, peering: ListedPeering): SubscriptionPeeringInfo {
  const { vpcPeeringId: id, vpcUid: vpcId, destinationRegion, regionName, projectUid, networkName } = peering;
  const { status, sourceRegion, awsAccountId, vpcCidrs, awsPeeringUid } = peering;
  const { redisProjectUid, redisNetworkName, cloudPeeringId } = peering;
  return {
    id,
    subscriptionId,
    status,
    sourceRegion,
    region: sourceRegion === undefined ? regionName : destinationRegion,
    awsAccountId,
    vpcId,
    vpcCidrs,
    awsPeeringUid,
    vpcProjectUid: projectUid,
    vpcNetworkName: networkName,
    redisProjectUid,
    redisNetworkName,
    cloudPeeringId,
  };
}
