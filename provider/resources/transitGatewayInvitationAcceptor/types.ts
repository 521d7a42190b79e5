import type { PlaceInputs } from "../placeTypes";
import type { CommonInputs } from "../sharedTypes";

/** The decision about an invitation to a transit gateway. API: `PUT …/invitations/{tgwInvitationId}/accept|reject`. */
export interface TransitGatewayInvitationAcceptorInputs extends CommonInputs, PlaceInputs {
  /** ID of the invitation, one of `getTransitGatewayInvitations()`. A change replaces. */
  tgwInvitationId: number;
  /** Accept or reject the invitation. The API may refuse a second decision. A change updates. */
  action: "accept" | "reject";
}

/** What the API reports of the invitation. */
export interface TransitGatewayInvitationAcceptorOutputs {
  /** State of the invitation: `accepted` or `rejected`. */
  readonly status: string;
  /** ARN of the resource share in AWS. */
  readonly resourceShareUid: string | undefined;
  /** Number of the AWS account that shares the gateway. */
  readonly awsAccountId: string | undefined;
  /** When it was shared, in ISO 8601. */
  readonly sharedDate: string | undefined;
}
