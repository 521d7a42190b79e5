import type { ListedSubscription } from "../../api/answers";
import type { Kind } from "../../lifecycle/kind";
import { ACTIVE_ACTIVE, subscriptionKind } from "../subscription/kind";

/** Pro subscriptions in several regions. They share the paths, the list and the tasks of those in one region. */
export const activeActiveSubscriptionKind: Kind<ListedSubscription> = {
  ...subscriptionKind,
  name: "activeActiveSubscription",
  noun: "Active-Active subscription",
  ...(subscriptionKind.partOf && {
    partOf: { ...subscriptionKind.partOf, has: ({ deploymentType }) => deploymentType === ACTIVE_ACTIVE },
  }),
};
