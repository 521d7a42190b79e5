import type { Advice } from "../../api/advice";

/** The next step after an error of a task of invitations. */
export const INVITATION_ADVICE: Advice = {
  TGW_RESOURCE_SHARE_DOES_NOT_EXIST:
    "Check tgwInvitationId; getTransitGatewayInvitations() lists the invitations and their states.",
};
