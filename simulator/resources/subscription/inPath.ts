import { type RouteContext, resourceInPath } from "../../http/environment";
import { SUBSCRIPTION, type Subscription } from "./state";

/** @throws ApiError 404 when the path names a subscription that does not exist, or not yet */
export function subscriptionInPath(context: RouteContext): Subscription {
  return resourceInPath(context, SUBSCRIPTION, "subscriptionId", "Subscription");
}
