import type { KindName } from "../../kinds";
import type { Resource } from "../../resource";

/**
 * The states that the vendor's Go SDK names: `initialized` (the creation script has not run yet), `processing`
 * (endpoints are being created or deleted in Google Cloud), `pending` (it waits to be accepted or rejected), and so on.
 */
export type PrivateServiceConnectEndpointState =
  | "initialized"
  | "processing"
  | "pending"
  | "accept-pending"
  | "active"
  | "reject-pending"
  | "rejected"
  | "deleted"
  | "failed";

/** An endpoint by which a network in Google Cloud reaches a Private Service Connect service. */
export interface PrivateServiceConnectEndpoint
  extends Resource<"privateServiceConnectEndpoint", PrivateServiceConnectEndpointState> {
  id: number;
  subscriptionId: number;
  regionId?: number;
  pscServiceId: number;
  gcpProjectId: string;
  gcpVpcName: string;
  gcpVpcSubnetName: string;
  endpointConnectionName: string;
  /** Whether its side in Google Cloud exists, or is being created. */
  isInCloud: boolean;
}

/** Refers to the Private Service Connect endpoints of an account. */
export const PRIVATE_SERVICE_CONNECT_ENDPOINT: KindName<PrivateServiceConnectEndpoint> =
  "privateServiceConnectEndpoint";
