import type { PlaceInputs } from "../placeTypes";
import type { CommonInputs } from "../sharedTypes";

/** The decision about an endpoint of Private Service Connect. API: `PscEndpointUpdateRequest.action`. */
export interface PrivateServiceConnectEndpointAccepterInputs extends CommonInputs, PlaceInputs {
  /** ID of the service: `privateServiceConnect.pscServiceId`. A change replaces. */
  pscServiceId: number;
  /** ID of the endpoint: `endpoint.endpointId`. A change replaces. */
  endpointId: number;
  /** Accept or reject the endpoint. A change updates. */
  action: "accept" | "reject";
}

/** What the API reports of the endpoint. */
export interface PrivateServiceConnectEndpointAccepterOutputs {
  /** State of the endpoint: `active` when it is accepted, `rejected` when it is rejected. */
  readonly status: string;
}
