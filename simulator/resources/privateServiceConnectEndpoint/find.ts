import type { Account } from "../../account";
import { idInPath, type RouteContext } from "../../http/environment";
import { requireThat } from "../../refusal";
import { type ConnectivityPlace, connectivityPlaceInPath } from "../connectivity";
import { existingService } from "../privateServiceConnect/find";
import { PRIVATE_SERVICE_CONNECT_ENDPOINT, type PrivateServiceConnectEndpoint } from "./state";

/** The service in the path of a request. */
export interface ServiceInPath extends ConnectivityPlace {
  pscServiceId: number;
}

/** The endpoint in the path of a request. */
export interface EndpointInPath extends ServiceInPath {
  endpointId: number;
}

export const serviceInPath = (context: RouteContext): ServiceInPath => ({
  ...connectivityPlaceInPath(context),
  pscServiceId: idInPath(context, "pscServiceId"),
});

export const endpointInPath = (context: RouteContext): EndpointInPath => ({
  ...serviceInPath(context),
  endpointId: idInPath(context, "endpointId"),
});

/** The endpoint that a task works on, whatever its state. One that is deleted counts as not found. */
export function existingEndpoint(account: Account, path: EndpointInPath): PrivateServiceConnectEndpoint {
  const service = existingService(account, path);
  const endpoint = account.collection(PRIVATE_SERVICE_CONNECT_ENDPOINT).get(path.endpointId);
  requireThat(
    endpoint?.pscServiceId === service.id && endpoint.status !== "deleted",
    "PSC_ENDPOINT_NOT_FOUND",
  );
  return endpoint;
}
