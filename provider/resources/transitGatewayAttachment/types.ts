import type { PlaceInputs } from "../placeTypes";
import type { CommonInputs } from "../sharedTypes";

/**
 * The attachment of a subscription's network to a transit gateway. API: `…/transitGateways/{TgwId}/attachment`,
 * `TgwUpdateCidrsRequest`, `ActiveActiveTgwUpdateCidrsRequest`.
 */
export interface TransitGatewayAttachmentInputs extends CommonInputs, PlaceInputs {
  /** The API's ID of the gateway, one of `getTransitGateways()`. A change replaces. */
  tgwId: number;
  /**
   * IPv4 networks that the subscription reaches through the gateway, in any order, e.g. `["10.10.0.0/16"]`. Set after creation.
   * The creation waits until the owner of the gateway has accepted the attachment: where something in the same program
   * accepts it, use `TransitGatewayRoutes` in their place. A change updates; removed, they stay.
   */
  cidrs?: string[];
}

/** What the API reports of an attachment. */
export interface TransitGatewayAttachmentOutputs {
  /**
   * State: `pendingAcceptance` until the owner of the gateway accepts the attachment, then `available`. An output dates
   * from the last `pulumi up` that changed the resource, or `pulumi refresh`.
   */
  readonly status: string;
  /** ID of the attachment in AWS, which the owner of the gateway accepts, e.g. `tgw-attach-0123456789abcdef0`. */
  readonly attachmentUid: string | undefined;
  /** ID of the gateway in AWS, e.g. `tgw-0b92afdae97faaef8`. */
  readonly awsTgwUid: string | undefined;
  /** Number of the AWS account that owns the gateway. */
  readonly awsAccountId: string | undefined;
}
