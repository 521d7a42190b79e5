import type { Advice } from "../../api/advice";

/** The next step after an error of a task of attachments. */
export const ATTACHMENT_ADVICE: Advice = {
  TGW_ATTACHMENT_IS_NOT_ACTIVE:
    "The owner of the transit gateway has to accept the attachment first; then run again.",
  TGW_DOES_NOT_EXIST:
    "Check tgwId; getTransitGateways() lists the gateways that are shared with the subscription.",
};
