import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { EndpointUpdateRequest } from "./requests";
import { PRIVATE_SERVICE_CONNECT_ENDPOINT, type PrivateServiceConnectEndpoint } from "./state";

/** Google Cloud's rules for the names of its resources, and for the IDs of projects. */
const RESOURCE_NAME = /^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const PROJECT_ID = /^(?:[a-z0-9.-]+:)?[a-z][-a-z0-9]{4,28}[a-z0-9]$/;

/** The names in Google Cloud are those of the prefix and a number, so that fewer characters are left. */
const MAX_CONNECTION_NAME = 60;

/** Checks the names that a request gives. */
export function requireNames({
  gcpProjectId,
  gcpVpcName,
  gcpVpcSubnetName,
  endpointConnectionName,
}: EndpointUpdateRequest): void {
  const matches = (name: string | undefined, pattern: RegExp) => name === undefined || pattern.test(name);
  requireThat(matches(gcpProjectId, PROJECT_ID), "PSC_ENDPOINT_INVALID_GCP_PROJECT_ID");
  requireThat(matches(gcpVpcName, RESOURCE_NAME), "PSC_ENDPOINT_INVALID_VPC_NAME");
  requireThat(matches(gcpVpcSubnetName, RESOURCE_NAME), "PSC_ENDPOINT_INVALID_VPC_SUBNET_NAME");
  const isShort = (endpointConnectionName ?? "").length <= MAX_CONNECTION_NAME;
  requireThat(
    isShort && matches(endpointConnectionName, RESOURCE_NAME),
    "PSC_ENDPOINT_INVALID_CONNECTION_NAME",
  );
}

/**
 * Checks that no other endpoint of the service creates resources of the same names in the project. What makes two
 * endpoints the same for the API is not documented; names in a Google Cloud project are unique.
 */
export function requireFreeConnectionName(
  account: Account,
  sought: Pick<
    PrivateServiceConnectEndpoint,
    "subscriptionId" | "pscServiceId" | "gcpProjectId" | "endpointConnectionName"
  > & { id?: number },
): void {
  const others = account.collection(PRIVATE_SERVICE_CONNECT_ENDPOINT).inSubscription(sought.subscriptionId);
  const isSame = (other: PrivateServiceConnectEndpoint) =>
    other.pscServiceId === sought.pscServiceId &&
    other.gcpProjectId === sought.gcpProjectId &&
    other.endpointConnectionName === sought.endpointConnectionName;
  requireThat(
    !others.some((other) => other.id !== sought.id && other.status !== "deleted" && isSame(other)),
    "PSC_ENDPOINT_ALREADY_EXISTS",
  );
}
