import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import { type FormCodes, inBothForms, requireForm } from "../connectivity";
import { existingService } from "../privateServiceConnect/find";
import { activeSubscription, subscriptionOf } from "../subscription/find";
import { type EndpointInPath, existingEndpoint, type ServiceInPath } from "./find";
import type { EndpointCreateRequest, EndpointUpdateRequest } from "./requests";
import { requireFreeConnectionName, requireNames } from "./rules";
import { creationScripts, deletionScripts } from "./scripts";
import { PRIVATE_SERVICE_CONNECT_ENDPOINT, type PrivateServiceConnectEndpoint } from "./state";

/** The effects of tasks of Private Service Connect endpoints, when they are processed. */
export const privateServiceConnectEndpointCommands = inBothForms({
  pscEndpointCreateRequest: createEndpoint,
  pscEndpointUpdateRequest: updateEndpoint,
  pscEndpointDeleteRequest: deleteEndpoint,
  pscServiceEndpointsGetRequest: getEndpoints,
  pscServiceEndpointScriptGetRequest: getScript,
}) satisfies CommandHandlers;

const CREATE: FormCodes = {
  inRegion:
    "PSC_CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
  inSubscription:
    "PSC_CREATING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
};
const UPDATE: FormCodes = {
  inRegion:
    "PSC_UPDATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
  inSubscription:
    "PSC_UPDATING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
};
const DELETE: FormCodes = {
  inRegion:
    "PSC_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
  inSubscription:
    "PSC_DELETING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
};
const READ: FormCodes = {
  inRegion:
    "PSC_GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINTS_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
  inSubscription:
    "PSC_GET_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
};

/** Creates an endpoint, which waits in `initialized` for its side in Google Cloud. */
function createEndpoint(
  account: Account,
  { body, ...path }: ServiceInPath & { body: EndpointCreateRequest },
  taskId: string,
): TaskResponse {
  const { subscriptionId, regionId, pscServiceId } = path;
  requireForm(activeSubscription(account, subscriptionId), path, CREATE);
  requireThat(existingService(account, path).status === "active", "PSC_SERVICE_NOT_ACTIVE");
  requireNames(body);
  requireFreeConnectionName(account, { ...body, subscriptionId, pscServiceId });
  const endpoint: PrivateServiceConnectEndpoint = {
    kind: "privateServiceConnectEndpoint",
    id: account.newId(),
    name: body.endpointConnectionName,
    status: "initialized",
    subscriptionId,
    ...(regionId !== undefined && { regionId }),
    pscServiceId,
    gcpProjectId: body.gcpProjectId,
    gcpVpcName: body.gcpVpcName,
    gcpVpcSubnetName: body.gcpVpcSubnetName,
    endpointConnectionName: body.endpointConnectionName,
    isInCloud: false,
    visibleAt: account.now + account.duration("visibility"),
    change: 0,
  };
  account.add(endpoint, taskId);
  return { resourceId: endpoint.id };
}

/** Accepts or rejects an endpoint, or changes its names. `initialized` endpoints take neither. */
function updateEndpoint(
  account: Account,
  { body, ...path }: EndpointInPath & { body: EndpointUpdateRequest },
  taskId: string,
): TaskResponse {
  requireForm(subscriptionOf(account, path.subscriptionId), path, UPDATE);
  const endpoint = existingEndpoint(account, path);
  const { action, gcpProjectId, gcpVpcName, gcpVpcSubnetName, endpointConnectionName } = body;
  const names = { gcpProjectId, gcpVpcName, gcpVpcSubnetName, endpointConnectionName };
  const given = Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
  requireThat(
    action === undefined || Object.keys(given).length === 0,
    "PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_HAVE_BOTH_ACTION_AND_OTHER_FIELDS",
  );
  requireThat(
    action === undefined || action === "accept" || action === "reject",
    "PSC_UPDATE_ENDPOINT_REQUEST_ACTION_INVALID_VALUE",
  );
  requireThat(
    endpoint.status !== "initialized",
    "PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_UPDATE_INITIALIZED_ENDPOINT",
  );
  // One that is accepted can be rejected later, and the other way round: the vendor's Terraform provider sends both.
  const isSettled = ["pending", "active", "rejected"].includes(endpoint.status);
  requireThat(isSettled, "PSC_ENDPOINT_NOT_ACTIVE");
  requireNames(given);
  requireFreeConnectionName(account, { ...endpoint, ...given });
  if (action === undefined) {
    Object.assign(endpoint, given, { name: endpointConnectionName ?? endpoint.name });
    account.transition(endpoint, endpoint.status, taskId);
    return { resourceId: endpoint.id };
  }
  account.transition(endpoint, action === "accept" ? "accept-pending" : "reject-pending", taskId);
  account.schedule(
    endpoint,
    action === "accept" ? "active" : "rejected",
    account.duration("privateServiceConnectEndpointUpdate"),
  );
  return { resourceId: endpoint.id };
}

/**
 * Deletes an endpoint that has nothing in Google Cloud. Others go by themselves when their side there is gone.
 * Recorded: `resourceId` is the subscription's.
 */
function deleteEndpoint(account: Account, path: EndpointInPath, taskId: string): TaskResponse {
  requireForm(subscriptionOf(account, path.subscriptionId), path, DELETE);
  const endpoint = existingEndpoint(account, path);
  const isEmpty = endpoint.status === "initialized" || (endpoint.status === "failed" && !endpoint.isInCloud);
  requireThat(isEmpty, "PSC_ENDPOINT_CANNOT_BE_DELETED_WITHOUT_DELETION_SCRIPT");
  account.transition(endpoint, "deleted", taskId);
  account.schedule(endpoint, "gone", account.duration("privateServiceConnectEndpointDelete"));
  return { resourceId: path.subscriptionId };
}

/** Recorded: `resourceId` of a read is the subscription's. */
function getEndpoints(account: Account, path: ServiceInPath): TaskResponse {
  requireForm(subscriptionOf(account, path.subscriptionId), path, READ);
  const { id: pscServiceId } = existingService(account, path);
  const endpoints = account
    .collection(PRIVATE_SERVICE_CONNECT_ENDPOINT)
    .inSubscription(path.subscriptionId)
    .filter((endpoint) => endpoint.pscServiceId === pscServiceId && endpoint.visibleAt <= account.now);
  return {
    resourceId: path.subscriptionId,
    resource: { pscServiceId, endpoints: endpoints.map(endpointAnswer) },
  };
}

function endpointAnswer(endpoint: PrivateServiceConnectEndpoint) {
  const { id, gcpProjectId, gcpVpcName, gcpVpcSubnetName, endpointConnectionName, status } = endpoint;
  return { id, gcpProjectId, gcpVpcName, gcpVpcSubnetName, endpointConnectionName, status };
}

/** There is no script to create what was rejected, nor one to delete what was not created. */
function getScript(
  account: Account,
  {
    script,
    includeTerraform,
    ...path
  }: EndpointInPath & { script: "creation" | "deletion"; includeTerraform: boolean },
): TaskResponse {
  const subscription = subscriptionOf(account, path.subscriptionId);
  requireForm(subscription, path, READ);
  const endpoint = existingEndpoint(account, path);
  const isOffered = script === "creation" ? endpoint.status !== "rejected" : endpoint.isInCloud;
  requireThat(isOffered, "PSC_ENDPOINT_NOT_CREATED_OR_DELETED");
  const service = existingService(account, path);
  const written =
    script === "creation"
      ? creationScripts(subscription, service, endpoint, includeTerraform)
      : deletionScripts(subscription, service, endpoint);
  return { resourceId: endpoint.id, resource: { script: written } };
}
