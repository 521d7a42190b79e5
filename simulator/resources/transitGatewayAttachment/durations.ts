import type { DurationRange } from "../../settings";

/** Durations of operations on attachments, in simulated seconds. */
export interface TransitGatewayAttachmentDurations {
  /** From the request to AWS's. @default [30, 120] */
  transitGatewayAttachmentCreate: DurationRange;
  /** From what the gateway's owner does until it shows. @default [10, 60] */
  transitGatewayAttachmentAccept: DurationRange;
  /** @default [10, 30] */
  transitGatewayAttachmentUpdate: DurationRange;
  /** @default [30, 120] */
  transitGatewayAttachmentDelete: DurationRange;
}

export const transitGatewayAttachmentDurations: TransitGatewayAttachmentDurations = {
  transitGatewayAttachmentCreate: [30, 120],
  transitGatewayAttachmentAccept: [10, 60],
  transitGatewayAttachmentUpdate: [10, 30],
  transitGatewayAttachmentDelete: [30, 120],
};
