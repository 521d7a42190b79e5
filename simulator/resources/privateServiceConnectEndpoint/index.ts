import type { ResourceKind } from "../../kind";
import { privateServiceConnectEndpointCommands } from "./commands";
import { privateServiceConnectEndpointCopy } from "./copy";
import { privateServiceConnectEndpointDurations } from "./durations";
import { endpointPeer, endpointPeerRequests } from "./peer";
import { privateServiceConnectEndpointRoutes } from "./routes";
import { PRIVATE_SERVICE_CONNECT_ENDPOINT, type PrivateServiceConnectEndpoint } from "./state";
import { forgetService, reachEndpointState } from "./states";

export const privateServiceConnectEndpoint: ResourceKind<PrivateServiceConnectEndpoint> = {
  name: PRIVATE_SERVICE_CONNECT_ENDPOINT,
  path: "/subscriptions/:subscriptionId/private-service-connect/:pscServiceId/endpoints/:endpointId",
  routes: privateServiceConnectEndpointRoutes,
  commands: privateServiceConnectEndpointCommands,
  durations: privateServiceConnectEndpointDurations,
  copy: privateServiceConnectEndpointCopy,
  peer: endpointPeer,
  describe: (_, endpoint) => ({
    facts: [endpoint.gcpProjectId, endpoint.gcpVpcName],
    peerRequests: endpointPeerRequests(endpoint),
  }),
  reach: reachEndpointState,
  observe: forgetService,
};
