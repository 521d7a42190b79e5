import { z } from "zod";
import { ApiError, notFound } from "../../http/errors";
import { type PeerActions, peerAction } from "../../peerAction";
import { regionOf } from "../connectivity";
import { SUBSCRIPTION } from "../subscription/state";
import { newGatewayUid } from "./gatewayUid";
import type { TransitGatewayInvitation } from "./state";

const shareRequest = z.strictObject({
  subscriptionId: z.number(),
  regionId: z.number().optional(),
  /** @default a new one */
  awsTgwUid: z.string().optional(),
  /** Name of the resource share. */
  name: z.string().default("transit-gateway"),
  /** The AWS account that owns the gateway. */
  awsAccountId: z.string().default("123456789012"),
  /** Whether the gateway accepts attachments by itself (`AutoAcceptSharedAttachments`). */
  autoAccept: z.boolean().default(false),
});

/** What the owner of a transit gateway does in AWS: shares it with the subscription's AWS account. */
export const transitGatewayInvitationPeer: PeerActions = {
  share: peerAction(shareRequest, (account, { subscriptionId, regionId, ...request }) => {
    const subscription = account.collection(SUBSCRIPTION).get(subscriptionId);
    if (subscription === undefined) throw notFound("Subscription was not found.");
    if (subscription.provider !== "AWS")
      throw new ApiError(409, `The subscription is on ${subscription.provider}.`);
    const { regions } = subscription;
    const isThere = regions ? regions.some((one) => one.regionId === regionId) : regionId === undefined;
    if (!isThere) throw new ApiError(409, "The subscription is not in this region.");
    const place = { subscriptionId, ...(regionId !== undefined && { regionId }) };
    const { name, awsAccountId, autoAccept: isAutoAccepting } = request;
    const { region } = regionOf(subscription, place);
    const uuid = account.random.uuid();
    const { awsTgwUid = newGatewayUid(account.random) } = request;
    const resourceShareUid = `arn:aws:ram:${region}:${awsAccountId}:resource-share/${uuid}`;
    const invitation: TransitGatewayInvitation = {
      kind: "transitGatewayInvitation",
      id: account.newId(),
      name,
      status: "pending",
      ...place,
      resourceShareUid,
      awsAccountId,
      sharedDate: new Date(account.now).toISOString(),
      awsTgwUid,
      isAutoAccepting,
      visibleAt: account.now + account.duration("transitGatewayShare"),
      change: 0,
    };
    account.add(invitation);
    return { resourceShareUid, awsTgwUid };
  }),
};
