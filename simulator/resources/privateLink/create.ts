import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import {
  type ConnectivityPlace,
  holdSubscription,
  regionOf,
  requireForm,
  requireVendorVpc,
} from "../connectivity";
import { activeSubscription } from "../subscription/find";
import { privateLinkIdIn, privateLinkIn } from "./find";
import type { PrivateLinkCreateRequest } from "./requests";
import { ownerOf, requirePrincipal, requireSupport } from "./rules";
import type { PrivateLink } from "./state";

/** Creates the private link of a place with its first principal. Its subscription is `pending` until it is active. */
export function createPrivateLink(
  account: Account,
  { body, ...place }: ConnectivityPlace & { body: PrivateLinkCreateRequest },
  taskId: string,
): TaskResponse {
  const { subscriptionId, regionId } = place;
  const subscription = activeSubscription(account, subscriptionId);
  requireForm(subscription, place, {
    inRegion:
      "PRIVATE_LINK_CREATE_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION",
    inSubscription:
      "PRIVATE_LINK_CREATE_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
  });
  requireVendorVpc(subscription);
  requireSupport(account, subscription);
  requireThat(!privateLinkIn(account, place), "PRIVATE_LINK_ALREADY_EXISTS");
  requirePrincipal(account, subscription, body);
  holdSubscription(account, subscription, taskId);
  const { region } = regionOf(subscription, place);
  const arn = (service: string, resource: string) =>
    `arn:aws:${service}:${region}:${ownerOf(account, subscription)}:${resource}`;
  const resourceConfigurationId = `rcfg-${account.random.uuid().replaceAll("-", "").slice(0, 17)}`;
  const durationMs = account.duration("privateLinkCreate");
  const { principal, type, alias } = body;
  const associatedAt = account.now + durationMs;
  const link: PrivateLink = {
    kind: "privateLink",
    id: privateLinkIdIn(place),
    name: body.shareName,
    status: "initializing",
    subscriptionId,
    ...(regionId !== undefined && { regionId }),
    resourceConfigurationId,
    resourceConfigurationArn: arn("vpc-lattice", `resourceconfiguration/${resourceConfigurationId}`),
    shareArn: arn("ram", `resource-share/${account.random.uuid()}`),
    principals: [{ principal, type, ...(alias && { alias }), associatedAt }],
    connections: [],
    shownAt: account.now + durationMs / 2,
    visibleAt: account.now,
    change: 0,
  };
  account.add(link, taskId);
  account.schedule(link, "active", durationMs);
  return { resourceId: subscriptionId };
}
