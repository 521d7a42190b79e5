import type { Target } from "../../lifecycle/kind";
import { targetOf } from "../../lifecycle/kind";
import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { commonFields } from "../common";
import { placeFields, placeProblems } from "../connectivity";
import {
  DECIDED,
  type ListedEndpoint,
  privateServiceConnectEndpointKind,
  servicePath,
} from "../privateServiceConnectEndpoint/kind";
import { oneOf, resourceId } from "../schemas";
import { privateServiceConnectEndpointAccepterKind } from "./kind";
import type {
  PrivateServiceConnectEndpointAccepterInputs,
  PrivateServiceConnectEndpointAccepterOutputs,
} from "./types";

/** Arguments of {@link PrivateServiceConnectEndpointAccepter}. */
export type PrivateServiceConnectEndpointAccepterArgs = Args<PrivateServiceConnectEndpointAccepterInputs>;

type Fields = Declaration<PrivateServiceConnectEndpointAccepterInputs, ListedEndpoint>["fields"];

const fields: Fields = {
  ...commonFields,
  ...placeFields,
  pscServiceId: { schema: resourceId, change: "replace", reference: (id) => id },
  endpointId: { schema: resourceId, change: "replace", reference: (id) => id },
  action: {
    schema: oneOf(["accept", "reject"]),
    change: "update",
    observed: ({ status }) => (status === "active" || status === "accept-pending" ? "accept" : "reject"),
  },
};

/**
 * Accepts or rejects an endpoint of Private Service Connect. It waits until the endpoint's side in Google Cloud exists,
 * for as long as `timeouts.create` says, and then until the endpoint is `active` or `rejected`.
 *
 * Deleting it changes nothing: the endpoint stays as it is.
 *
 * @example
 * ```ts
 * new rediscloud.PrivateServiceConnectEndpointAccepter("shop", {
 *   subscriptionId: subscription.id,
 *   pscServiceId: psc.pscServiceId,
 *   endpointId: endpoint.endpointId,
 *   action: "accept",
 * }, { dependsOn: forwardingRules });
 * ```
 */
export class PrivateServiceConnectEndpointAccepter extends resource<
  PrivateServiceConnectEndpointAccepterInputs,
  PrivateServiceConnectEndpointAccepterOutputs
>("PrivateServiceConnectEndpointAccepter", {
  fields,
  secrets: [],
  fromId: {},
  outputs: ["status"],
  attributes: [],
}) {}

const decide = (place: object, endpointId: unknown, action: unknown) =>
  ({
    method: "PUT",
    path: `${servicePath({ ...place })}/endpoints/${endpointId}`,
    body: { action },
  }) as const;

/** @internal */
export const privateServiceConnectEndpointAccepter: Declaration<
  PrivateServiceConnectEndpointAccepterInputs,
  ListedEndpoint
> = {
  kind: privateServiceConnectEndpointAccepterKind,
  typeName: "PrivateServiceConnectEndpointAccepter",
  loss: "leaves the endpoint as it is",
  name: { maxLength: 64 },
  timeouts: { create: "1h", update: "30m", delete: "10m" },
  fields,
  verify: async (inputs, session, before, isUnknown) =>
    before.subscriptionId === undefined ? placeProblems(inputs, session, isUnknown) : [],
  beforeCreate: (inputs, session) =>
    session.awaitOtherSide(
      { action: "create", target: endpointOf(inputs) },
      {
        isDone: (status = "") => status === "pending" || DECIDED.has(status),
        what: "its side in Google Cloud exists",
      },
    ),
  // An endpoint that is accepted or rejected already need not be asked again.
  find: async (inputs, session) => {
    const target = targetOf(privateServiceConnectEndpointAccepterKind, inputs);
    const decided = await session.list(privateServiceConnectEndpointAccepterKind, target.place);
    return decided.has(target.id ?? 0) ? target : undefined;
  },
  createRequest: (inputs) => decide(inputs, inputs.endpointId, inputs.action),
  steps: ({ place, id }, { action }) =>
    action === undefined ? [] : [{ request: decide(place, id, action), fields: ["action"] }],
  observe: async ({ place, id }, _inputs, session) =>
    (await session.list(privateServiceConnectEndpointAccepterKind, place)).get(id ?? 0),
  outputs: ({ status }) => ({ status }),
};

const endpointOf = (inputs: PrivateServiceConnectEndpointAccepterInputs): Target => ({
  kind: privateServiceConnectEndpointKind,
  place: targetOf(privateServiceConnectEndpointAccepterKind, inputs).place,
  id: Number(inputs.endpointId),
});
