import { z } from "zod";
import { targetOf } from "../../lifecycle/kind";
import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { asSetOfTexts } from "../canonical";
import { commonFields, repetitions } from "../common";
import { network, placeFields, verifyNewPlace } from "../connectivity";
import { resourceId } from "../schemas";
import { transitGatewayRoutesKind } from "../transitGatewayRoutes/kind";
import { addressesOf, isSameSet } from "./cidrs";
import { attachmentPath, type ListedGateway, transitGatewayAttachmentKind, transitGatewayKind } from "./kind";
import type { TransitGatewayAttachmentInputs, TransitGatewayAttachmentOutputs } from "./types";

/** Arguments of {@link TransitGatewayAttachment}. */
export type TransitGatewayAttachmentArgs = Args<TransitGatewayAttachmentInputs>;

const fields: Declaration<TransitGatewayAttachmentInputs, ListedGateway>["fields"] = {
  ...commonFields,
  ...placeFields,
  tgwId: { schema: resourceId, change: "replace", reference: (id) => id, observed: ({ id }) => id },
  cidrs: {
    schema: z.array(network).optional(),
    change: "update",
    afterCreate: true,
    ownKind: transitGatewayRoutesKind,
    canonical: asSetOfTexts,
    observed: addressesOf,
  },
};

/**
 * Attaches the network of a Pro subscription on AWS, or of a region of an Active-Active one, to a transit gateway of yours.
 * Without `cidrs` it is ready when it waits for you: accept its `attachmentUid` in the same program
 * (`aws.ec2transitgateway.VpcAttachmentAccepter`), and set the networks with `TransitGatewayRoutes`, which waits for that.
 * With `cidrs` it waits itself until it is accepted, as long as `timeouts.create` says: for a gateway that accepts
 * attachments by itself (`autoAcceptSharedAttachments`).
 *
 * @example
 * ```ts
 * const attachment = new rediscloud.TransitGatewayAttachment("to-hub", {
 *   subscriptionId: subscription.id,
 *   tgwId: gateway.id,
 *   cidrs: ["10.10.0.0/16"],
 * });
 * ```
 */
export class TransitGatewayAttachment extends resource<
  TransitGatewayAttachmentInputs,
  TransitGatewayAttachmentOutputs
>("TransitGatewayAttachment", {
  fields,
  secrets: [],
  fromId: {},
  outputs: ["status", "attachmentUid", "awsTgwUid", "awsAccountId"],
  attributes: [],
}) {}

/** @internal */
export const transitGatewayAttachment: Declaration<TransitGatewayAttachmentInputs, ListedGateway> = {
  kind: transitGatewayAttachmentKind,
  typeName: "TransitGatewayAttachment",
  loss: "cuts the connection to the transit gateway; its owner has to accept the new one",
  name: { maxLength: 64 },
  timeouts: { create: "1h", update: "30m", delete: "30m" },
  fields,
  naturalKey: ({ tgwId }) => String(tgwId),
  rules: ({ cidrs = [] }) => repetitions(cidrs, (index) => `cidrs[${index}]`),
  verify: verifyNewPlace("AWS", "transit gateways are"),
  // A gateway appears a while after its invitation was accepted.
  beforeCreate: (inputs, session) => {
    const target = { ...targetOf(transitGatewayAttachmentKind, inputs), kind: transitGatewayKind };
    return session.awaitOtherSide(
      { action: "create", target },
      {
        isDone: (status) => status !== undefined,
        what: "the transit gateway is shared with the subscription",
      },
    );
  },
  createRequest: (inputs) => ({ method: "POST", path: attachmentPath(inputs, inputs.tgwId) }),
  afterCreate: async (target, { cidrs = [] }, session) => {
    if (cidrs.length === 0) return;
    await session.awaitOtherSide(
      { action: "create", target },
      {
        isDone: (status) => status === "available",
        what: "the owner of the transit gateway accepts the attachment, since cidrs cannot be set before",
      },
    );
  },
  steps: ({ place, id }, { cidrs }) =>
    cidrs === undefined
      ? []
      : [
          {
            request: { method: "PUT", path: attachmentPath(place, id), body: { cidrs } },
            fields: ["cidrs"],
            // The API refuses a list that changes nothing.
            isDone: (gateway) => isSameSet(addressesOf(gateway), cidrs),
          },
        ],
  deleteRequest: ({ place, id }) => ({ method: "DELETE", path: attachmentPath(place, id) }),
  observe: async ({ place, id }, _inputs, session) =>
    (await session.list(transitGatewayAttachmentKind, place)).get(id ?? 0),
  outputs: ({ status, attachmentUid, awsTgwUid, awsAccountId }) => ({
    status,
    attachmentUid: attachmentUid ?? null,
    awsTgwUid: awsTgwUid ?? null,
    awsAccountId: awsAccountId ?? null,
  }),
};
