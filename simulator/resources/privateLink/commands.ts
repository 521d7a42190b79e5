import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import {
  type ConnectivityPlace,
  type FormCodes,
  holdSubscription,
  inBothForms,
  requireForm,
} from "../connectivity";
import { activeSubscription, subscriptionOf } from "../subscription/find";
import { privateLinkAnswer } from "./answer";
import { createPrivateLink } from "./create";
import { existingPrivateLink, privateLinkIn } from "./find";
import { createPrincipal, deletePrincipal } from "./principals";
import type { DisassociateRequest } from "./requests";
import { endpointScripts } from "./script";

/**
 * The effects of tasks of private links, when they are processed. The names of the tasks that read, delete and get the
 * script are recorded; those of the others follow the names of their requests.
 */
export const privateLinkCommands = inBothForms({
  privateLinkCreateRequest: createPrivateLink,
  privateLinkGetRequest: getPrivateLink,
  privateLinkDeleteRequest: deletePrivateLink,
  privateLinkPrincipalsCreateRequest: createPrincipal,
  privateLinkPrincipalsDeleteRequest: deletePrincipal,
  privateLinkConnectionsDisassociateRequest: disassociateConnections,
  privateLinkEndpointScriptGetRequest: getEndpointScript,
}) satisfies CommandHandlers;

const READ: FormCodes = {
  inRegion:
    "PRIVATE_LINK_GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION",
  inSubscription:
    "PRIVATE_LINK_GET_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
};
const DELETE: FormCodes = {
  inRegion:
    "PRIVATE_LINK_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION",
  inSubscription:
    "PRIVATE_LINK_DELETING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
};
const DISASSOCIATE: FormCodes = {
  inRegion:
    "PRIVATE_LINK_DISASSOCIATE_CONNECTIONS_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION",
  inSubscription:
    "PRIVATE_LINK_DISASSOCIATE_CONNECTIONS_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
};

/**
 * Reads the private link of a place. Recorded: where there is none the resource is empty, and for a while also where
 * it is being created; `resourceId` is the subscription's.
 */
function getPrivateLink(account: Account, place: ConnectivityPlace): TaskResponse {
  requireForm(subscriptionOf(account, place.subscriptionId), place, READ);
  const link = privateLinkIn(account, place);
  const isShown = link !== undefined && link.shownAt <= account.now;
  return {
    resourceId: place.subscriptionId,
    resource: isShown ? privateLinkAnswer(account, link) : { links: [] },
  };
}

/**
 * Deletes a private link with its principals and connections, as the vendor's Terraform provider does. Recorded: the
 * task has no response.
 */
function deletePrivateLink(account: Account, place: ConnectivityPlace, taskId: string): TaskResponse {
  const subscription = activeSubscription(account, place.subscriptionId);
  requireForm(subscription, place, DELETE);
  const link = existingPrivateLink(account, place);
  holdSubscription(account, subscription, taskId);
  account.transition(link, "deleting", taskId);
  account.schedule(link, "gone", account.duration("privateLinkDelete"));
  return {};
}

/** Disassociates endpoints of principals. Which code refuses an unknown connection is not documented. */
function disassociateConnections(
  account: Account,
  { body, ...place }: ConnectivityPlace & { body: DisassociateRequest },
  taskId: string,
): TaskResponse {
  requireForm(subscriptionOf(account, place.subscriptionId), place, DISASSOCIATE);
  const link = existingPrivateLink(account, place);
  const removed = new Set(body.connections.map(({ associationId }) => associationId));
  const isKnown = [...removed].every((id) =>
    link.connections.some(({ associationId }) => associationId === id),
  );
  requireThat(isKnown, "PRIVATE_LINK_SERVICE_ERROR", "A connection was not found.");
  link.connections = link.connections.filter(({ associationId }) => !removed.has(associationId));
  account.transition(link, link.status, taskId);
  return { resourceId: place.subscriptionId };
}

function getEndpointScript(
  account: Account,
  { includeTerraform, ...place }: ConnectivityPlace & { includeTerraform: boolean },
): TaskResponse {
  requireForm(subscriptionOf(account, place.subscriptionId), place, READ);
  const link = existingPrivateLink(account, place);
  return { resourceId: place.subscriptionId, resource: endpointScripts(link, includeTerraform) };
}
