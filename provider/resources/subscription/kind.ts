import { type ListedSubscription, subscriptionList } from "../../api/answers";
import type { Kind } from "../../lifecycle/kind";
import { SUBSCRIPTION_STATES } from "../../lifecycle/states";
import { SUBSCRIPTION_ADVICE } from "./advice";

/** `deploymentType` of Active-Active subscriptions, which share the paths of single-region ones. */
export const ACTIVE_ACTIVE = "active-active";

/** Pro subscriptions in one region. API: `/subscriptions`. */
export const subscriptionKind: Kind<ListedSubscription> = {
  name: "subscription",
  openList: subscriptionList.openList,
  partOf: { list: subscriptionList, has: ({ deploymentType }) => deploymentType !== ACTIVE_ACTIVE },
  noun: "subscription",
  parents: [],
  idType: "number",
  isNameUnique: false,
  states: SUBSCRIPTION_STATES,
  commands: {
    create: "subscriptionCreateRequest",
    update: new Set([
      "subscriptionUpdateRequest",
      "subscriptionMaintenanceWindowsUpdateRequest",
      "subscriptionResourceTagsUpdateRequest",
      "cidrUpdateRequest",
    ]),
    delete: "subscriptionDeleteRequest",
    read: new Set(["cidrGetRequest"]),
  },
  passingRefusals: ["SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE", "CLOUD_ACCOUNT_NOT_ACTIVE"],
  advice: SUBSCRIPTION_ADVICE,
  limits: {
    subscription: "itself",
    turnsNonActive: ["create", "update", "delete"],
    precedence: { create: 0, update: 0, delete: 0 },
  },
};
