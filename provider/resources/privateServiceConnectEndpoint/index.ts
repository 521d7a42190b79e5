import { z } from "zod";
import { isGone } from "../../lifecycle/states";
import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { commonFields, only } from "../common";
import { placeFields, placeProblems } from "../connectivity";
import { resourceId } from "../schemas";
import { endpointKey, type ListedEndpoint, privateServiceConnectEndpointKind, servicePath } from "./kind";
import { serviceAttachmentsOf } from "./scripts";
import type {
  EndpointServiceAttachment,
  PrivateServiceConnectEndpointInputs,
  PrivateServiceConnectEndpointOutputs,
} from "./types";

/** Arguments of {@link PrivateServiceConnectEndpoint}. */
export type PrivateServiceConnectEndpointArgs = Args<PrivateServiceConnectEndpointInputs>;

/** What the API tells of an endpoint. */
interface ObservedEndpoint {
  readonly endpoint: ListedEndpoint;
  readonly serviceAttachments?: readonly EndpointServiceAttachment[];
}

const projectId = z
  .string()
  .regex(
    /^([a-z0-9.-]+:)?[a-z][-a-z0-9]{4,28}[a-z0-9]$/,
    "must be the ID of a Google Cloud project: 6 to 30 lower-case letters, digits and hyphens, first a letter",
  );

/** Source of the rule: Google Cloud's documentation of resource names. */
const nameUpTo = (length: number) =>
  z
    .string()
    .regex(
      new RegExp(`^[a-z]([-a-z0-9]{0,${length - 2}}[a-z0-9])?$`),
      `must be up to ${length} lower-case letters, digits and hyphens, first a letter (Google Cloud's rule)`,
    );

const fields: Declaration<PrivateServiceConnectEndpointInputs, ObservedEndpoint>["fields"] = {
  ...commonFields,
  ...placeFields,
  pscServiceId: { schema: resourceId, change: "replace", reference: (id) => id },
  gcpProjectId: {
    schema: projectId,
    change: "replace",
    observed: ({ endpoint }) => endpoint.gcpProjectId,
  },
  gcpVpcName: { schema: nameUpTo(63), change: "replace", observed: ({ endpoint }) => endpoint.gcpVpcName },
  gcpVpcSubnetName: {
    schema: nameUpTo(63),
    change: "replace",
    observed: ({ endpoint }) => endpoint.gcpVpcSubnetName,
  },
  endpointConnectionName: {
    // A number follows in the names of the resources.
    schema: nameUpTo(60),
    change: "replace",
    observed: ({ endpoint }) => endpoint.endpointConnectionName,
  },
};

/**
 * An endpoint of Private Service Connect for a network in Google Cloud. It is ready when it waits for you: create an
 * address and a forwarding rule for each of its `serviceAttachments` in Google Cloud, in the same program, then let a
 * {@link PrivateServiceConnectEndpointAccepter} accept it.
 *
 * Once it has resources in Google Cloud, it goes when these are deleted: its deletion waits for that.
 *
 * @example
 * ```ts
 * const endpoint = new rediscloud.PrivateServiceConnectEndpoint("shop", {
 *   subscriptionId: subscription.id,
 *   pscServiceId: psc.pscServiceId,
 *   gcpProjectId: "my-gcp-project",
 *   gcpVpcName: "my-vpc",
 *   gcpVpcSubnetName: "my-vpc-subnet",
 *   endpointConnectionName: "redis",
 * });
 * ```
 */
export class PrivateServiceConnectEndpoint extends resource<
  PrivateServiceConnectEndpointInputs,
  PrivateServiceConnectEndpointOutputs
>("PrivateServiceConnectEndpoint", {
  fields,
  secrets: [],
  fromId: { endpointId: (id) => Number(id.split("/").at(-1)) },
  outputs: ["status"],
  attributes: ["serviceAttachments"],
}) {}

/** @internal */
export const privateServiceConnectEndpoint: Declaration<
  PrivateServiceConnectEndpointInputs,
  ObservedEndpoint
> = {
  kind: privateServiceConnectEndpointKind,
  typeName: "PrivateServiceConnectEndpoint",
  loss: "cuts the connection; the new endpoint has to be created in Google Cloud and accepted again",
  name: { maxLength: 60 },
  timeouts: { create: "30m", update: "30m", delete: "30m" },
  fields,
  naturalKey: endpointKey,
  verify: async (inputs, session, before, isUnknown) =>
    before.subscriptionId === undefined ? placeProblems(inputs, session, isUnknown) : [],
  createRequest: (inputs) => ({
    method: "POST",
    path: servicePath({ ...inputs }),
    body: only(inputs, ["gcpProjectId", "gcpVpcName", "gcpVpcSubnetName", "endpointConnectionName"]),
  }),
  steps: () => [],
  goesByItself: true,
  // The API deletes an endpoint only before it has resources in Google Cloud. Later it goes by itself without them.
  beforeDelete: (target, _inputs, session) =>
    session.awaitOtherSide(
      { action: "delete", target },
      {
        isDone: (status) => isGone(status) || status === "initialized" || status === "failed",
        what: "its resources in Google Cloud are deleted",
      },
    ),
  deleteRequest: ({ place, id }) => ({ method: "DELETE", path: `${servicePath(place)}/endpoints/${id}` }),
  // The API cannot read a single endpoint.
  observe: async (target, _inputs, session) => {
    const endpoint = (await session.list(privateServiceConnectEndpointKind, target.place)).get(
      target.id ?? 0,
    );
    if (endpoint === undefined || isGone(endpoint.status)) return undefined;
    return { endpoint, serviceAttachments: await serviceAttachmentsOf(target, endpoint.status, session) };
  },
  outputs: ({ endpoint: { id, status } }) => ({ endpointId: id, status }),
  attributes: ({ serviceAttachments }) => ({ serviceAttachments }),
};
