import { targetOf } from "../../lifecycle/kind";
import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { commonFields } from "../common";
import { placeFields, verifyNewPlace } from "../connectivity";
import { oneOf, resourceId } from "../schemas";
import {
  DECIDED,
  invitationsPath,
  type ListedInvitation,
  transitGatewayInvitationAcceptorKind,
  transitGatewayInvitationKind,
} from "./kind";
import type {
  TransitGatewayInvitationAcceptorInputs,
  TransitGatewayInvitationAcceptorOutputs,
} from "./types";

/** Arguments of {@link TransitGatewayInvitationAcceptor}. */
export type TransitGatewayInvitationAcceptorArgs = Args<TransitGatewayInvitationAcceptorInputs>;

const fields: Declaration<TransitGatewayInvitationAcceptorInputs, ListedInvitation>["fields"] = {
  ...commonFields,
  ...placeFields,
  tgwInvitationId: { schema: resourceId, change: "replace", reference: (id) => id },
  action: {
    schema: oneOf(["accept", "reject"]),
    change: "update",
    observed: ({ status }) => (status === "accepted" ? "accept" : "reject"),
  },
};

/**
 * Accepts or rejects an invitation to a transit gateway, which its owner shares with the subscription's AWS account by AWS
 * Resource Access Manager (`aws.ram.ResourceShare`, `aws.ram.PrincipalAssociation`). It waits until the invitation has
 * arrived, for as long as `timeouts.create` says. Once it is accepted, `getTransitGateways()` lists the gateway.
 *
 * Deleting it changes nothing: the gateway stays shared until its owner ends the share.
 *
 * @example
 * ```ts
 * const accepted = new rediscloud.TransitGatewayInvitationAcceptor("shared", {
 *   subscriptionId: subscription.id,
 *   tgwInvitationId: invitation.id,
 *   action: "accept",
 * });
 * ```
 */
export class TransitGatewayInvitationAcceptor extends resource<
  TransitGatewayInvitationAcceptorInputs,
  TransitGatewayInvitationAcceptorOutputs
>("TransitGatewayInvitationAcceptor", {
  fields,
  secrets: [],
  fromId: {},
  outputs: ["status", "resourceShareUid", "awsAccountId", "sharedDate"],
  attributes: [],
}) {}

const decide = (place: object, invitationId: unknown, action: unknown) =>
  ({ method: "PUT", path: `${invitationsPath({ ...place })}/${invitationId}/${action}` }) as const;

/** @internal */
export const transitGatewayInvitationAcceptor: Declaration<
  TransitGatewayInvitationAcceptorInputs,
  ListedInvitation
> = {
  kind: transitGatewayInvitationAcceptorKind,
  typeName: "TransitGatewayInvitationAcceptor",
  loss: "leaves the invitation as it is",
  name: { maxLength: 64 },
  timeouts: { create: "1h", update: "10m", delete: "10m" },
  fields,
  verify: verifyNewPlace("AWS", "transit gateways are"),
  beforeCreate: (inputs, session) => {
    const target = {
      ...targetOf(transitGatewayInvitationAcceptorKind, inputs),
      kind: transitGatewayInvitationKind,
    };
    return session.awaitOtherSide(
      { action: "create", target },
      {
        isDone: (status = "") => status === "pending" || DECIDED.has(status),
        what: "the owner of the transit gateway shares it",
        mayAppear: true,
      },
    );
  },
  // One that is accepted or rejected already need not be asked again.
  find: async (inputs, session) => {
    const target = targetOf(transitGatewayInvitationAcceptorKind, inputs);
    const decided = await session.list(transitGatewayInvitationAcceptorKind, target.place);
    return decided.has(target.id ?? 0) ? target : undefined;
  },
  createRequest: (inputs) => decide(inputs, inputs.tgwInvitationId, inputs.action),
  steps: ({ place, id }, { action }) =>
    action === undefined ? [] : [{ request: decide(place, id, action), fields: ["action"] }],
  observe: async ({ place, id }, _inputs, session) =>
    (await session.list(transitGatewayInvitationAcceptorKind, place)).get(id ?? 0),
  outputs: ({ status, resourceShareUid, awsAccountId, sharedDate }) => ({
    status,
    resourceShareUid: resourceShareUid ?? null,
    awsAccountId: awsAccountId ?? null,
    sharedDate: sharedDate ?? null,
  }),
};
