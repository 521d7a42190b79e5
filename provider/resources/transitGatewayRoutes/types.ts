import type { PlaceInputs } from "../placeTypes";
import type { CommonInputs } from "../sharedTypes";

/**
 * The networks that a subscription reaches through a transit gateway. API: `TgwUpdateCidrsRequest`,
 * `ActiveActiveTgwUpdateCidrsRequest`.
 */
export interface TransitGatewayRoutesInputs extends CommonInputs, PlaceInputs {
  /** The API's ID of the gateway: `attachment.tgwId`. A change replaces. */
  tgwId: number;
  /** All IPv4 networks, in any order, e.g. `["10.10.0.0/16"]`. A change updates. */
  cidrs: string[];
}

/** What the API reports of the attachment that has the routes. */
export interface TransitGatewayRoutesOutputs {
  /** State of the attachment, `available`. */
  readonly status: string;
}
