import { z } from "zod";
import type { Account } from "../../account";
import type { PeerRequest } from "../../description";
import { ApiError, notFound } from "../../http/errors";
import { type PeerActions, peerAction } from "../../peerAction";
import { PRIVATE_SERVICE_CONNECT_ENDPOINT, type PrivateServiceConnectEndpoint } from "./state";

const endpointRequest = z.strictObject({ id: z.number() });

/** States in which the endpoint exists in Google Cloud, so that its owner can delete it there. */
const IN_CLOUD: readonly PrivateServiceConnectEndpoint["status"][] = [
  "pending",
  "accept-pending",
  "active",
  "reject-pending",
  "rejected",
  "processing",
  "failed",
];

/** What the owner of the network can do in the present state of the endpoint. */
export const endpointPeerRequests = ({ id, status }: PrivateServiceConnectEndpoint): PeerRequest[] => [
  ...(status === "initialized" ? [{ action: "create", request: { id } }] : []),
  ...(IN_CLOUD.includes(status) ? [{ action: "delete", request: { id } }] : []),
];

/** What the owner of the network in Google Cloud does: runs the creation script and, later, the deletion script. */
export const endpointPeer: PeerActions = {
  create: peerAction(endpointRequest, (account, request) => {
    const endpoint = endpointOf(account, request, ["initialized"]);
    endpoint.isInCloud = true;
    account.transition(endpoint, "processing");
    account.schedule(endpoint, "pending", account.duration("privateServiceConnectEndpointProcessing"));
    return { forwardingRuleName: `${endpoint.endpointConnectionName}1` };
  }),
  delete: peerAction(endpointRequest, (account, request) => {
    const endpoint = endpointOf(account, request, IN_CLOUD);
    account.transition(endpoint, "processing");
    account.schedule(endpoint, "deleted", account.duration("privateServiceConnectEndpointProcessing"));
    return {};
  }),
};

function endpointOf(
  account: Account,
  { id }: z.infer<typeof endpointRequest>,
  states: readonly PrivateServiceConnectEndpoint["status"][],
): PrivateServiceConnectEndpoint {
  const endpoint = account.collection(PRIVATE_SERVICE_CONNECT_ENDPOINT).get(id);
  if (endpoint === undefined) throw notFound("Private Service Connect endpoint was not found.");
  if (!states.includes(endpoint.status)) throw new ApiError(409, `The endpoint is ${endpoint.status}.`);
  return endpoint;
}
