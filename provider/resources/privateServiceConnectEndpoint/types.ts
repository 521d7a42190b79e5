import type { PlaceInputs } from "../placeTypes";
import type { CommonInputs } from "../sharedTypes";

/**
 * An endpoint by which a network in Google Cloud reaches Private Service Connect. API: `PscEndpointCreateRequest`,
 * `ActiveActivePscEndpointCreateRequest`.
 */
export interface PrivateServiceConnectEndpointInputs extends CommonInputs, PlaceInputs {
  /** ID of the service: `privateServiceConnect.pscServiceId`. A change replaces. */
  pscServiceId: number;
  /** ID of your Google Cloud project, e.g. `my-gcp-project`. A change replaces. */
  gcpProjectId: string;
  /** Name of the VPC in the project from which the databases are used. A change replaces. */
  gcpVpcName: string;
  /** Name of the VPC's subnet that the addresses of the endpoint are in. A change replaces. */
  gcpVpcSubnetName: string;
  /**
   * Prefix of the names that the endpoint's resources have in Google Cloud: up to 60 lower-case letters, digits and
   * hyphens, unique within the project. A change replaces.
   */
  endpointConnectionName: string;
}

/** What to create in Google Cloud for one service attachment of an endpoint. */
export interface EndpointServiceAttachment {
  /** The service attachment of Redis, which is the target of the forwarding rule. */
  readonly name: string;
  /** DNS name to give to the address, which ends with a dot. */
  readonly dnsRecord: string;
  /** Name of the internal IP address. */
  readonly ipAddressName: string;
  /** Name of the forwarding rule. */
  readonly forwardingRuleName: string;
}

/** What the API reports of an endpoint. */
export interface PrivateServiceConnectEndpointOutputs {
  /** ID of the endpoint in the API. */
  readonly endpointId: number;
  /**
   * `initialized` until its side in Google Cloud is created, `processing` meanwhile, then `pending` until it is accepted
   * or rejected, e.g. by a `PrivateServiceConnectEndpointAccepter`; `active` when it can be used.
   */
  readonly status: string;
  /** What to create in Google Cloud: an internal address and a forwarding rule for each; none once it is rejected. */
  readonly serviceAttachments: EndpointServiceAttachment[] | undefined;
}
