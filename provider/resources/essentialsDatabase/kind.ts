import type { Kind } from "../../lifecycle/kind";
import { databaseKind, databaseListIn, type ListedDatabase, listedDatabase } from "../database/kind";
import { ESSENTIALS_LIMITS, essentialsSubscriptionKind } from "../essentialsSubscription/kind";
import { ESSENTIALS_DATABASE_ADVICE } from "./advice";

/** Databases of Essentials subscriptions. API: `/fixed/subscriptions/{id}/databases`. */
export const essentialsDatabaseKind: Kind<ListedDatabase> = {
  name: "essentialsDatabase",
  noun: "Essentials database",
  parents: [
    { argument: "subscriptionId", noun: "Essentials subscription", kind: essentialsSubscriptionKind },
  ],
  idType: "number",
  isNameUnique: true,
  openList: databaseListIn("/fixed/subscriptions", listedDatabase),
  states: databaseKind.states,
  commands: {
    create: "fixedDatabaseCreateRequest",
    update: new Set(["fixedDatabaseUpdateRequest", "fixedDatabaseUpgradeRedisVersionRequest"]),
    delete: "fixedDatabaseDeleteRequest",
  },
  passingRefusals: databaseKind.passingRefusals,
  advice: ESSENTIALS_DATABASE_ADVICE,
  limits: ESSENTIALS_LIMITS,
};
