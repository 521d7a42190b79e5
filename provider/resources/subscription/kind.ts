import { type ListedSubscription, subscriptionList } from "../../api/answers";
import type { Kind } from "../../lifecycle/kind";
import { SUBSCRIPTION_STATES } from "../../lifecycle/states";

/** Pro subscriptions. API: `/subscriptions`. */
export const subscriptionKind: Kind<ListedSubscription> = {
  ...subscriptionList,
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
  limits: {
    subscription: "itself",
    turnsNonActive: ["create", "update", "delete"],
    precedence: { create: 0, update: 0, delete: 0 },
  },
};
