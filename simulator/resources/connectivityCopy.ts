import { type Answers, fieldOf, itemsOf } from "../copy/answers";
import type { ConnectivityPlace } from "./connectivity";
import { type ListedSubscription, listedSubscriptions } from "./subscription/listed";

/** A place that may have private connectivity, with the path below which the API serves it. */
export interface ListedPlace {
  readonly place: ConnectivityPlace;
  readonly path: string;
}

/** The places of an account: subscriptions, or the regions of Active-Active ones. */
export function listedPlaces(
  answers: Answers,
  isPossible: (subscription: ListedSubscription) => boolean,
): ListedPlace[] {
  return listedSubscriptions(answers)
    .filter(isPossible)
    .flatMap(({ id: subscriptionId, isActiveActive }): ListedPlace[] => {
      const path = `/subscriptions/${subscriptionId}`;
      if (!isActiveActive) return [{ place: { subscriptionId }, path }];
      return itemsOf(answers[`${path}/regions`], "regions").map((region) => {
        const regionId = Number(fieldOf(region, "regionId"));
        return { place: { subscriptionId, regionId }, path: `${path}/regions/${regionId}` };
      });
    });
}
