import type { EssentialsDatabase } from "../../../../simulator/resources/essentialsDatabase/state";
import type { EssentialsSubscription } from "../../../../simulator/resources/essentialsSubscription/state";
import { PLAN } from "../../../simulator/essentials";
import { PLANTED } from "../declared";
import { type HistoryType, nth, ofKind } from "./type";

/** Plans for several databases in three regions: the IDs of other regions follow. */
const PLANS = [PLAN.several, PLAN.several + 100, PLAN.several + 200] as const;
const CARDS = [2, 3] as const;
const POLICIES = ["allkeys-lru", "allkeys-lfu", "volatile-ttl", "noeviction"] as const;

/** One of several payment methods pays for it; the plan of another region replaces it. */
export const essentialsSubscription: HistoryType = {
  isNamed: true,
  isMovable: true,
  args: ({ place, size }) => ({ planId: nth(PLANS, place), paymentMethodId: nth(CARDS, size) }),
  content: ({ place, size }) => `plan ${nth(PLANS, place)}, card ${nth(CARDS, size)}`,
  held: (resources) =>
    ofKind<EssentialsSubscription>(resources, "essentialsSubscription").map(
      ({ id, name, status, planId, payment }) => {
        return { id: String(id), name, status, content: `plan ${planId}, card ${payment?.paymentMethodId}` };
      },
    ),
};

/** A database evicts by one of several policies. */
export const essentialsDatabase: HistoryType = {
  isNamed: true,
  args: ({ name, parent = "", size }, stateOf) => ({
    subscriptionId: stateOf(parent).id,
    dataEvictionPolicy: nth(POLICIES, size),
    password: `${PLANTED}-of-${name}`,
  }),
  content: ({ size }) => nth(POLICIES, size),
  held: (resources) =>
    ofKind<EssentialsDatabase>(resources, "essentialsDatabase").map(
      ({ id, subscriptionId, name, status, dataEvictionPolicy }) => {
        return { id: `${subscriptionId}/${id}`, name, status, content: dataEvictionPolicy };
      },
    ),
};
