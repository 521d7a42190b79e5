import type { Inputs } from "@pulumi/pulumi";
import type { Entry, Sample, World } from "./refusalTable";

/*
 * The part of the table that concerns Private Service Connect and PrivateLink.
 */

const FORM = "Check refuses the other form before any request: see the tests of each kind.";
const STATE = "State of the server at the time of the request: operations wait for it and are sent again.";
const NEVER = "The provider sends no such request.";
const PROGRAM = "One resource in a place: the creation of a second one says so, and how to adopt the first.";

/** Arguments that are accepted. */
export const PRIVATE_BASE = {
  PrivateServiceConnect: ({ google }: World): Inputs => ({ subscriptionId: google }),
  PrivateServiceConnectEndpoint: ({ google, psc }: World): Inputs => ({
    subscriptionId: google,
    pscServiceId: psc,
    gcpProjectId: "my-gcp-project",
    gcpVpcName: "my-vpc",
    gcpVpcSubnetName: "my-vpc-subnet",
    endpointConnectionName: "sample",
  }),
  PrivateServiceConnectEndpointAccepter: ({ google, psc, endpoint }: World): Inputs => ({
    subscriptionId: google,
    pscServiceId: psc,
    endpointId: endpoint,
    action: "accept",
  }),
  PrivateLink: ({ main }: World): Inputs => ({
    subscriptionId: main,
    shareName: "sample",
    principals: [{ principal: "123456789012", type: "aws_account" }],
  }),
};

/** The request that creates one of these kinds. */
export function privateCreation(type: keyof typeof PRIVATE_BASE, declared: Inputs) {
  const { subscriptionId, pscServiceId, endpointId, principals, ...body } = declared;
  const subscription = `/subscriptions/${subscriptionId}`;
  const psc = `${subscription}/private-service-connect`;
  if (type === "PrivateLink") {
    const [first] = principals as object[];
    return { method: "POST", path: `${subscription}/private-link`, body: { ...body, ...first } };
  }
  if (type === "PrivateServiceConnect") return { method: "POST", path: psc, body };
  if (type === "PrivateServiceConnectEndpoint")
    return { method: "POST", path: `${psc}/${pscServiceId}`, body };
  return { method: "PUT", path: `${psc}/${pscServiceId}/endpoints/${endpointId}`, body };
}

const sample =
  (type: keyof typeof PRIVATE_BASE) =>
  (args: Sample["args"], property: string): Sample => ({ type, args, property });
const link = sample("PrivateLink");
const service = sample("PrivateServiceConnect");
const endpoint = sample("PrivateServiceConnectEndpoint");
const accepter = sample("PrivateServiceConnectEndpointAccepter");
const account = (principal: string) => ({ principals: [{ principal, type: "aws_account" }] });

export const PRIVATE_REFUSALS: Readonly<Record<string, Entry>> = {
  CONNECTIVITY_REQUESTS_ON_CUSTOMER_MANAGED_VPC_SUBSCRIPTION: {
    noCheck: "PrivateLink in a cloud account of one's own is rejected, whatever the VPC.",
  },
  PRIVATE_LINK_ALREADY_EXISTS: { noCheck: PROGRAM },
  PRIVATE_LINK_CLOUD_PROVIDER_NOT_SUPPORTED: link(
    ({ google }) => ({ subscriptionId: google }),
    "subscriptionId",
  ),
  PRIVATE_LINK_CREATE_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION:
    { noCheck: FORM },
  PRIVATE_LINK_CREATE_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    { noCheck: FORM },
  PRIVATE_LINK_CREATING_PRINCIPLES_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION: { noCheck: FORM },
  PRIVATE_LINK_CREATING_PRINCIPLES_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION: { noCheck: FORM },
  PRIVATE_LINK_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRINCIPALS_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION:
    { noCheck: FORM },
  PRIVATE_LINK_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION:
    { noCheck: FORM },
  PRIVATE_LINK_DELETING_A_FLEXIBLE_SUBSCRIPTION_PRINCIPALS_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    { noCheck: FORM },
  PRIVATE_LINK_DELETING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    { noCheck: FORM },
  PRIVATE_LINK_DISASSOCIATE_CONNECTIONS_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION:
    { noCheck: FORM },
  PRIVATE_LINK_DISASSOCIATE_CONNECTIONS_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    { noCheck: FORM },
  PRIVATE_LINK_GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION:
    { noCheck: FORM },
  PRIVATE_LINK_GET_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION: {
    noCheck: FORM,
  },
  PRIVATE_LINK_IS_NOT_SUPPORTED: link(
    ({ own }) => ({ subscriptionId: own, ...account("210987654321") }),
    "subscriptionId",
  ),
  PRIVATE_LINK_NOT_FOUND: { noCheck: STATE },
  PRIVATE_LINK_PRINCIPAL_ALREADY_EXISTS: {
    noCheck: "Only principals that the link lacks are added; check rejects duplicates.",
  },
  PRIVATE_LINK_PRINCIPAL_CANNOT_BE_OWNER_ACCOUNT: link(account("000000000000"), "principals[0].principal"),
  PRIVATE_LINK_PRINCIPAL_INVALID_PRINCIPLE: link(account("12345"), "principals[0].principal"),
  PRIVATE_LINK_PRINCIPAL_NOT_FOUND: { noCheck: STATE },
  PRIVATE_LINK_SERVICE_ERROR: { noCheck: STATE },
  PRIVATE_LINK_SUBSCRIPTION_REACHED_MAX_DATABASES_COUNT: {
    noCheck: "Check rejects it; no subscription of this test has so many databases.",
  },
  PSC_CLOUD_PROVIDER_IS_NOT_SUPPORTED: service(({ main }) => ({ subscriptionId: main }), "subscriptionId"),
  PSC_CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    { noCheck: FORM },
  PSC_CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    { noCheck: FORM },
  PSC_CREATING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    { noCheck: FORM },
  PSC_CREATING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    { noCheck: FORM },
  PSC_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    { noCheck: FORM },
  PSC_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    { noCheck: FORM },
  PSC_DELETING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    { noCheck: FORM },
  PSC_DELETING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    { noCheck: FORM },
  PSC_ENDPOINT_ALREADY_EXISTS: {
    noCheck: "What makes two endpoints the same for the API is not documented.",
  },
  PSC_ENDPOINT_CANNOT_BE_DELETED_WITHOUT_DELETION_SCRIPT: { noCheck: STATE },
  PSC_ENDPOINT_INVALID_CONNECTION_NAME: endpoint(
    { endpointConnectionName: "redis_" },
    "endpointConnectionName",
  ),
  PSC_ENDPOINT_INVALID_GCP_PROJECT_ID: endpoint({ gcpProjectId: "x" }, "gcpProjectId"),
  PSC_ENDPOINT_INVALID_VPC_NAME: endpoint({ gcpVpcName: "My VPC" }, "gcpVpcName"),
  PSC_ENDPOINT_INVALID_VPC_SUBNET_NAME: endpoint({ gcpVpcSubnetName: "-subnet" }, "gcpVpcSubnetName"),
  PSC_ENDPOINT_NOT_ACTIVE: { noCheck: STATE },
  PSC_ENDPOINT_NOT_CREATED_OR_DELETED: { noCheck: STATE },
  PSC_ENDPOINT_NOT_FOUND: { noCheck: STATE },
  PSC_GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINTS_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    { noCheck: FORM },
  PSC_GET_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    { noCheck: FORM },
  PSC_SERVICE_ALREADY_EXISTS: { noCheck: PROGRAM },
  PSC_SERVICE_CANNOT_DELETE_SERVICE_WITH_ACTIVE_ENDPOINTS: { noCheck: STATE },
  PSC_SERVICE_NOT_ACTIVE: { noCheck: STATE },
  PSC_SERVICE_NOT_FOUND: { noCheck: STATE },
  PSC_UPDATE_ENDPOINT_REQUEST_ACTION_INVALID_VALUE: accepter({ action: "ignore" }, "action"),
  PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_HAVE_BOTH_ACTION_AND_OTHER_FIELDS: { noCheck: NEVER },
  PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_UPDATE_INITIALIZED_ENDPOINT: { noCheck: STATE },
  PSC_UPDATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION:
    { noCheck: FORM },
  PSC_UPDATING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION:
    { noCheck: FORM },
};
