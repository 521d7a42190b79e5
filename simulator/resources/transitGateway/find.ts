import type { Account } from "../../account";
import { idInPath, type RouteContext } from "../../http/environment";
import { requireThat } from "../../refusal";
import { type ConnectivityPlace, isIn } from "../connectivity";
import { subscriptionInPath } from "../subscription/inPath";
import type { Subscription } from "../subscription/state";
import { TRANSIT_GATEWAY, type TransitGateway } from "./state";

/** The gateway in the path of a request. */
export interface GatewayInPath extends ConnectivityPlace {
  tgwId: number;
}

/**
 * The place in the path of a request.
 *
 * @throws ApiError 404 for a subscription that does not exist
 */
export function gatewayPlaceInPath(context: RouteContext): ConnectivityPlace {
  const { id: subscriptionId } = subscriptionInPath(context);
  if (context.req.param("regionId") === undefined) return { subscriptionId };
  return { subscriptionId, regionId: idInPath(context, "regionId") };
}

/** The API has a code for a region that an Active-Active subscription lacks. */
export function requireRegion({ regions }: Subscription, { regionId }: ConnectivityPlace): void {
  const isKnown = regions?.some((region) => region.regionId === regionId) ?? true;
  requireThat(isKnown, "TGW_REGION_DOES_NOT_EXIST");
}

/** The gateways that are shared with a place. One shows a while after its invitation was accepted. */
export const gatewaysIn = (account: Account, place: ConnectivityPlace): TransitGateway[] =>
  account
    .collection(TRANSIT_GATEWAY)
    .inSubscription(place.subscriptionId)
    .filter(isIn(place))
    .filter(({ visibleAt }) => visibleAt <= account.now);

/** The gateway that a task works on. */
export function existingGateway(account: Account, path: GatewayInPath): TransitGateway {
  const gateway = gatewaysIn(account, path).find(({ id }) => id === path.tgwId);
  requireThat(gateway, "TGW_DOES_NOT_EXIST");
  return gateway;
}
