import { z } from "zod";
import { informative, maybe, resourceId } from "../../api/answers";
import type { Kind } from "../../lifecycle/kind";
import { activeActiveSubscriptionKind } from "../activeActiveSubscription/kind";
import { REGION_COMMANDS } from "../activeActiveSubscription/regions";
import { DATABASE_ADVICE } from "../database/advice";
import { databaseKind, databaseListIn } from "../database/kind";

const listedActiveActiveDatabase = z.object({
  databaseId: resourceId,
  name: maybe(z.string()),
  status: z.string(),
  redisVersion: informative(z.string()),
  crdbDatabases: maybe(
    z.array(
      z.object({
        region: z.string(),
        publicEndpoint: maybe(z.string()),
        privateEndpoint: maybe(z.string()),
        datasetSizeInGb: informative(z.number()),
      }),
    ),
  ),
});
export type ListedActiveActiveDatabase = z.infer<typeof listedActiveActiveDatabase>;

/** Databases of Active-Active subscriptions. They share the paths and the tasks of those in one region. */
export const activeActiveDatabaseKind: Kind<ListedActiveActiveDatabase> = {
  idType: databaseKind.idType,
  isNameUnique: databaseKind.isNameUnique,
  states: databaseKind.states,
  limits: databaseKind.limits,
  name: "activeActiveDatabase",
  noun: "Active-Active database",
  parents: [{ argument: "subscriptionId", noun: "subscription", kind: activeActiveSubscriptionKind }],
  openList: databaseListIn("/subscriptions", listedActiveActiveDatabase),
  advice: DATABASE_ADVICE,
  commands: {
    ...databaseKind.commands,
    update: new Set(["databaseUpdateRequest"]),
    recreation: REGION_COMMANDS,
  },
  passingRefusals: [
    ...databaseKind.passingRefusals,
    // A region is added or removed between the reading of the list and the processing of the request.
    "MISSING_REGIONS_BETWEEN_LOCAL_THROUGHPUT_MEASUREMENTS_AND_SUBSCRIPTION_REGIONS",
    "TOO_MANY_LOCAL_THROUGHPUT_MEASUREMENTS_DEFINED_FOR_SPECIFIED_ACTIVE_ACTIVE_SUBSCRIPTION",
  ],
};
