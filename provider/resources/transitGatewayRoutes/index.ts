import { z } from "zod";
import { targetOf } from "../../lifecycle/kind";
import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { asSetOfTexts } from "../canonical";
import { commonFields, repetitions } from "../common";
import { network, placeFields, verifyNewPlace } from "../connectivity";
import { resourceId } from "../schemas";
import { addressesOf, isSameSet } from "../transitGatewayAttachment/cidrs";
import {
  attachmentPath,
  type ListedGateway,
  transitGatewayAttachmentKind,
} from "../transitGatewayAttachment/kind";
import { transitGatewayRoutesKind } from "./kind";
import type { TransitGatewayRoutesInputs, TransitGatewayRoutesOutputs } from "./types";

/** Arguments of {@link TransitGatewayRoutes}. */
export type TransitGatewayRoutesArgs = Args<TransitGatewayRoutesInputs>;

const fields: Declaration<TransitGatewayRoutesInputs, ListedGateway>["fields"] = {
  ...commonFields,
  ...placeFields,
  tgwId: { schema: resourceId, change: "replace", reference: (id) => id, observed: ({ id }) => id },
  cidrs: {
    schema: z.array(network).min(1, "must name at least one network"),
    change: "update",
    canonical: asSetOfTexts,
    observed: addressesOf,
  },
};

/**
 * The networks that a subscription reaches through a transit gateway. It waits until the owner of the gateway has accepted
 * the attachment, as long as `timeouts.create` says: in one program, the attachment comes first, then what accepts it, then
 * the routes. Networks are declared here or in the attachment's `cidrs`: both are refused.
 *
 * @example
 * ```ts
 * // new aws.ec2transitgateway.VpcAttachmentAccepter with attachment.attachmentUid: accepted
 * const routes = new rediscloud.TransitGatewayRoutes("to-hub", {
 *   subscriptionId: subscription.id,
 *   tgwId: attachment.tgwId,
 *   cidrs: ["10.10.0.0/16"],
 * });
 * ```
 */
export class TransitGatewayRoutes extends resource<TransitGatewayRoutesInputs, TransitGatewayRoutesOutputs>(
  "TransitGatewayRoutes",
  { fields, secrets: [], fromId: {}, outputs: ["status"], attributes: [] },
) {}

const setCidrs = (place: object, tgwId: unknown, cidrs: readonly string[]) =>
  ({ method: "PUT", path: attachmentPath(place, tgwId), body: { cidrs } }) as const;

/** @internal */
export const transitGatewayRoutes: Declaration<TransitGatewayRoutesInputs, ListedGateway> = {
  kind: transitGatewayRoutesKind,
  typeName: "TransitGatewayRoutes",
  loss: "removes the networks from the attachment",
  name: { maxLength: 64 },
  timeouts: { create: "1h", update: "30m", delete: "30m" },
  isSetting: true,
  fields,
  naturalKey: ({ tgwId }) => String(tgwId),
  rules: ({ cidrs = [] }) => repetitions(cidrs, (index) => `cidrs[${index}]`),
  verify: verifyNewPlace("AWS", "transit gateways are"),
  beforeCreate: (inputs, session) => {
    const target = { ...targetOf(transitGatewayRoutesKind, inputs), kind: transitGatewayAttachmentKind };
    return session.awaitOtherSide(
      { action: "create", target },
      {
        isDone: (status) => status === "available",
        what: "the owner of the transit gateway accepts the attachment, since networks cannot be set before",
        mayAppear: true,
      },
    );
  },
  // An attachment that has networks gets those that are declared.
  find: async (inputs, session) => {
    const target = targetOf(transitGatewayRoutesKind, inputs);
    const routed = await session.list(transitGatewayRoutesKind, target.place);
    return routed.has(target.id ?? 0) ? target : undefined;
  },
  // While the first one is under way, the API would refuse a second one.
  createRequest: (inputs) => ({ ...setCidrs(inputs, inputs.tgwId, inputs.cidrs), isSentOnce: true }),
  steps: ({ place, id }, { cidrs }) =>
    cidrs === undefined
      ? []
      : [
          {
            request: setCidrs(place, id, cidrs),
            fields: ["cidrs"],
            // The API refuses a list that changes nothing.
            isDone: (gateway) => isSameSet(addressesOf(gateway), cidrs),
          },
        ],
  deleteRequest: ({ place, id }) => setCidrs(place, id, []),
  observe: async ({ place, id }, _inputs, session) =>
    (await session.list(transitGatewayRoutesKind, place)).get(id ?? 0),
  outputs: ({ status }) => ({ status }),
};
