import type { Account } from "../../account";
import { DATABASE } from "../database/state";
import type { PrivateLink } from "./state";

/** A private link as `GET …/private-link` has it in its task. */
export function privateLinkAnswer(account: Account, link: PrivateLink) {
  const { subscriptionId, regionId, status } = link;
  return {
    status,
    principals: link.principals.map(({ associatedAt, ...principal }) => ({
      ...principal,
      status: principalStatus(account, link, associatedAt),
    })),
    resourceConfigurationId: link.resourceConfigurationId,
    resourceConfigurationArn: link.resourceConfigurationArn,
    shareArn: link.shareArn,
    shareName: link.name,
    connections: link.connections,
    databases: status === "active" ? databasesOf(account, link) : [],
    subscriptionId,
    ...(regionId !== undefined && { regionId }),
    ...(status === "error" && { errorMessage: "The simulated Redis Cloud was asked to fail." }),
  };
}

function principalStatus(account: Account, { status }: PrivateLink, associatedAt: number): string {
  if (status === "deleting") return "disassociating";
  if (status === "initializing") return "initializing";
  return associatedAt > account.now ? "associating" : "associated";
}

/** The databases that can be reached through the link, by names in the resource configuration's own domain. */
function databasesOf(account: Account, { subscriptionId, resourceConfigurationId }: PrivateLink) {
  return account
    .collection(DATABASE)
    .inSubscription(subscriptionId)
    .filter(({ activatedOn }) => activatedOn !== undefined)
    .map(({ id, port }) => ({
      databaseId: id,
      port,
      rlEndpoint: `redis-${port}.${resourceConfigurationId}.privatelink.cloud.redislabs.com`,
    }));
}
