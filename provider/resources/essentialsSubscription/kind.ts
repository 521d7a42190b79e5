import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import { plainList } from "../../api/lists";
import { type Kind, type Limits, NO_SUBSCRIPTION } from "../../lifecycle/kind";
import { ESSENTIALS_SUBSCRIPTION_ADVICE } from "./advice";
import { planDetails } from "./plans";

/** A subscription in the list, which tells as much as the answer for a single one. */
const listedEssentialsSubscription = planDetails.omit({ id: true, name: true }).extend({
  id: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  planId: maybe(resourceId),
  planName: informative(z.string()),
  planType: informative(z.string()),
  paymentMethodType: maybe(z.string()),
  paymentMethodId: maybe(z.number()),
  creationDate: informative(z.string()),
});
export type ListedEssentialsSubscription = z.infer<typeof listedEssentialsSubscription>;

/**
 * The limits of Essentials subscriptions and databases. Whether these subscriptions count among the three that may
 * change at a time is documented nowhere; this package assumes that they do not. If they do, the API refuses with
 * `TOO_MANY_PENDING_SUBSCRIPTIONS`, which is waited out.
 */
export const ESSENTIALS_LIMITS: Limits = NO_SUBSCRIPTION;

/** Essentials subscriptions. API: `/fixed/subscriptions`. */
export const essentialsSubscriptionKind: Kind<ListedEssentialsSubscription> = {
  name: "essentialsSubscription",
  noun: "Essentials subscription",
  parents: [],
  idType: "number",
  isNameUnique: false,
  openList: plainList({
    path: () => "/fixed/subscriptions",
    item: listedEssentialsSubscription,
    id: "id",
    answer: (list) => z.object({ subscriptions: list }).transform(({ subscriptions }) => subscriptions),
  }),
  states: {
    pending: new Set(["pending"]),
    ready: new Set(["active"]),
    resting: new Set(),
    deleting: new Set(["deleting"]),
    failed: new Set(["error"]),
  },
  commands: {
    create: "fixedSubscriptionCreateRequest",
    update: new Set(["fixedSubscriptionUpdateRequest"]),
    delete: "fixedSubscriptionDeleteRequest",
  },
  passingRefusals: [
    "SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE",
    "UPDATING_A_FIXED_SUBSCRIPTION_PLAN_IS_NOT_ALLOWED_WHILE_THE_SUBSCRIPTION_OR_BDB_IS_PENDING",
  ],
  advice: ESSENTIALS_SUBSCRIPTION_ADVICE,
  limits: ESSENTIALS_LIMITS,
};
