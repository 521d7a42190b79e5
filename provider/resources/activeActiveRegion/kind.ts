import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import { RedisCloudApiError } from "../../api/error";
import { plainList } from "../../api/lists";
import type { Kind } from "../../lifecycle/kind";
import { activeActiveSubscriptionKind } from "../activeActiveSubscription/kind";
import { REGION_COMMANDS } from "../activeActiveSubscription/regions";
import { LATE_KEY_GRANTS } from "../subscription/lateGrants";
import { ACTIVE_ACTIVE_REGION_ADVICE } from "./advice";

/** A region has no state of its own: it is listed when it can be used. */
const ACTIVE = "active";

const listedRegion = z
  .object({
    regionId: informative(z.number()),
    region: z.string(),
    deploymentCidr: maybe(z.string()),
    vpcId: maybe(z.string()),
    databases: maybe(
      z.array(
        z.object({
          databaseId: resourceId,
          databaseName: maybe(z.string()),
          readOperationsPerSecond: informative(z.number()),
          writeOperationsPerSecond: informative(z.number()),
        }),
      ),
    ),
  })
  .transform((region) => ({ ...region, name: region.region, status: ACTIVE }));
export type ListedActiveActiveRegion = z.infer<typeof listedRegion>;

const openList = plainList({
  path: ({ subscriptionId }) => `/subscriptions/${subscriptionId}/regions`,
  item: listedRegion,
  id: "region",
  answer: (list) => z.object({ regions: maybe(list) }).transform(({ regions = [] }) => regions),
});

/**
 * Regions of Active-Active subscriptions, identified by their names. API: `/subscriptions/{id}/regions`. A region has
 * no state of its own: its subscription is `pending` while it is added or removed.
 *
 * Little depends on the names of the tasks, which are not known for sure: the recovery of a creation whose answer was
 * lost, and that databases get back what they had of their own in a region that was removed and added again.
 */
export const activeActiveRegionKind: Kind<ListedActiveActiveRegion> = {
  name: "activeActiveRegion",
  noun: "region",
  parents: [{ argument: "subscriptionId", noun: "subscription", kind: activeActiveSubscriptionKind }],
  idArgument: "region",
  hasStateOfParent: true,
  idType: "string",
  isNameUnique: true,
  openList: (reader, place) => {
    const read = openList(reader, place);
    return async () => {
      try {
        return await read();
      } catch (error) {
        // The subscription is gone, or none with several regions.
        if (error instanceof RedisCloudApiError && error.kind === "not-found") return new Map();
        throw error;
      }
    };
  },
  states: {
    pending: new Set(),
    ready: new Set([ACTIVE]),
    resting: new Set(),
    deleting: new Set(),
    failed: new Set(),
  },
  commands: { ...REGION_COMMANDS, update: new Set() },
  passingRefusals: [
    "SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE",
    // A database is created or deleted between the reading of the list and the processing of the request.
    "ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_DATABASE_SPEC_TO_ALL_CRDBS_IN_SUBSCRIPTION",
  ],
  lateGrants: LATE_KEY_GRANTS,
  advice: ACTIVE_ACTIVE_REGION_ADVICE,
  limits: {
    subscription: "parent",
    turnsNonActive: ["create", "delete"],
    // Databases first: a region that is added has to name all of them, and one that is removed takes none then.
    precedence: { create: 5, update: 3, delete: 3 },
  },
};
