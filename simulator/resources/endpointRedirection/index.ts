import type { ResourceKind } from "../../kind";
import { endpointRedirectionDurations } from "./durations";
import { reachRedirectionState } from "./redirect";
import { endpointRedirectionRoutes } from "./routes";
import { ENDPOINT_REDIRECTION, type EndpointRedirection } from "./state";

export const endpointRedirection: ResourceKind<EndpointRedirection> = {
  name: ENDPOINT_REDIRECTION,
  path: "/endpoint-redirections/:redirectionId",
  routes: endpointRedirectionRoutes,
  // It is no task.
  commands: {},
  durations: endpointRedirectionDurations,
  intermediateStates: ["in-progress"],
  reach: reachRedirectionState,
};
