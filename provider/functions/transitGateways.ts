import type { ListedResource, Place, ResourceId } from "../api/lists";
import type { Kind } from "../lifecycle/kind";
import { formatDuration, pollUntil } from "../lifecycle/polling";
import { transitGatewayKind } from "../resources/transitGatewayAttachment/kind";
import { transitGatewayInvitationKind } from "../resources/transitGatewayInvitationAcceptor/kind";
import { reading } from "./account";
import { type LookupArgs, outputForm } from "./lookup";

/** Where to look for transit gateways, and for how long. */
interface TransitGatewayPlace extends LookupArgs {
  /** ID of the Pro subscription. */
  subscriptionId: number | string;
  /** ID of the region; only in an Active-Active subscription. */
  regionId?: number | string;
  /**
   * How long to wait until there is one, in seconds: gateways and invitations show a while after they are shared. Without
   * it, the result may be empty.
   *
   * @default 0
   */
  waitSeconds?: number;
}

/** Filter of the look-up of transit gateways. */
export interface TransitGatewayLookupArgs extends TransitGatewayPlace {
  /** The gateway's ID in AWS, e.g. `tgw-0b92afdae97faaef8`. */
  awsTgwUid?: string;
}

/** Filter of the look-up of invitations. */
export interface TransitGatewayInvitationLookupArgs extends TransitGatewayPlace {
  /** ARN of the resource share in AWS: `aws.ram.ResourceShare.arn`. */
  resourceShareUid?: string;
  /** State of the invitation: `pending`, `accepted` or `rejected`. */
  status?: string;
}

/** A transit gateway that is shared with a subscription or region. */
export interface TransitGatewayInfo {
  /** The API's ID, which a `TransitGatewayAttachment` takes. */
  readonly id: number;
  /** The gateway's ID in AWS. */
  readonly awsTgwUid?: string;
  /** State of the gateway, e.g. `available`. */
  readonly status: string;
  /** Number of the AWS account that owns it. */
  readonly awsAccountId?: string;
  /** ID of the attachment in AWS; absent where there is none. */
  readonly attachmentUid?: string;
  /** State of the attachment; absent where there is none. */
  readonly attachmentStatus?: string;
  /** Networks that the subscription reaches through it. */
  readonly cidrs: readonly { readonly cidrAddress: string; readonly status?: string }[];
}

/** An invitation to a transit gateway. */
export interface TransitGatewayInvitationInfo {
  /** The API's ID, which a `TransitGatewayInvitationAcceptor` takes. */
  readonly id: number;
  /** Name of the resource share. */
  readonly name?: string;
  /** ARN of the resource share. */
  readonly resourceShareUid?: string;
  /** Number of the AWS account that shares the gateway. */
  readonly awsAccountId?: string;
  /** `pending`, `accepted` or `rejected`. */
  readonly status: string;
  /** When it was shared, in ISO 8601. */
  readonly sharedDate?: string;
}

/**
 * The transit gateways that are shared with a subscription or region, once their invitations are accepted. API:
 * `GET …/transitGateways`, a task.
 *
 * @throws RunError when `waitSeconds` have passed and there is none.
 */
export async function getTransitGateways(args: TransitGatewayLookupArgs): Promise<TransitGatewayInfo[]> {
  const { awsTgwUid } = args;
  const isAsked = (one: { awsTgwUid?: string }) => awsTgwUid === undefined || one.awsTgwUid === awsTgwUid;
  const found = await listOrAwait(transitGatewayKind, args, isAsked);
  return found.map(({ name: _, status, gatewayStatus, ...gateway }) => {
    const isAttached = !transitGatewayKind.states.ready.has(status) || gateway.attachmentUid !== undefined;
    return { ...gateway, status: gatewayStatus, ...(isAttached && { attachmentStatus: status }) };
  });
}
export const getTransitGatewaysOutput = outputForm(getTransitGateways);

/**
 * The invitations to transit gateways of a subscription or region. API: `GET …/transitGateways/invitations`, a task.
 *
 * @throws RunError when `waitSeconds` have passed and there is none.
 */
export async function getTransitGatewayInvitations(
  args: TransitGatewayInvitationLookupArgs,
): Promise<TransitGatewayInvitationInfo[]> {
  const { resourceShareUid, status } = args;
  return listOrAwait(
    transitGatewayInvitationKind,
    args,
    (one) =>
      (resourceShareUid === undefined || one.resourceShareUid === resourceShareUid) &&
      (status === undefined || one.status === status),
  );
}
export const getTransitGatewayInvitationsOutput = outputForm(getTransitGatewayInvitations);

const PACE = { quickestMs: 500, part: 0.1 };

/** The resources of a kind in the place that are asked for. With `waitSeconds`, waits until there is one. */
function listOrAwait<Item extends ListedResource>(
  kind: Kind<Item>,
  args: TransitGatewayPlace,
  isAsked: (item: Item) => boolean,
): Promise<Item[]> {
  const { subscriptionId, regionId, waitSeconds = 0 } = args;
  const place: Place = {
    subscriptionId: Number(subscriptionId),
    ...(regionId !== undefined && { regionId: Number(regionId) }),
  };
  const deadline = Date.now() + 1000 * waitSeconds;
  const look = (listed: ReadonlyMap<ResourceId, Item>): Item[] | undefined => {
    const found = [...listed.values()].filter(isAsked);
    if (found.length > 0 || waitSeconds === 0) return found;
    if (Date.now() <= deadline) return undefined;
    const region = regionId === undefined ? "" : `region ${regionId} of `;
    const where = `${region}subscription ${subscriptionId}`;
    throw new Error(
      `Looking up ${kind.noun}s: waited ${formatDuration(1000 * waitSeconds)}, and there is none in ${where}. ` +
        "Check that its owner shares it with the AWS account of the subscription (awsAccountId), or set waitSeconds higher.",
    );
  };
  return reading(args, ({ snapshots }) =>
    pollUntil(snapshots.listOf(kind, place), look, {
      pace: () => PACE,
      deadline,
      since: snapshots.freshSince(kind, place),
    }),
  );
}
