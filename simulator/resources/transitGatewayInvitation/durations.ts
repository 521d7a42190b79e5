import type { DurationRange } from "../../settings";

/** Durations of what happens to invitations, in simulated seconds. */
export interface TransitGatewayInvitationDurations {
  /** From the sharing of a gateway until the invitation shows. @default [10, 60] */
  transitGatewayShare: DurationRange;
  /** From the acceptance of an invitation until the gateway shows. @default [10, 60] */
  transitGatewayAccept: DurationRange;
}

export const transitGatewayInvitationDurations: TransitGatewayInvitationDurations = {
  transitGatewayShare: [10, 60],
  transitGatewayAccept: [10, 60],
};
