import { Hono } from "hono";
import type { Environment } from "../../http/environment";
import type { ResourceKind } from "../../kind";
import { endpointList } from "../database/describe";
import { endpointsOf } from "../database/endpoints";
import { redisEndpointsOf } from "../database/redisEndpoints";
import { reachDatabaseState } from "../database/states";
import { tagRoutesOf } from "../database/tagRoutes";
import { planOf } from "../essentialsSubscription/find";
import { ESSENTIALS_SUBSCRIPTION } from "../essentialsSubscription/state";
import { essentialsDatabaseCommands } from "./commands";
import { essentialsDatabaseCopy } from "./copy";
import { essentialsDatabaseDurations } from "./durations";
import { essentialsDatabaseInPath } from "./find";
import { essentialsDatabaseRoutes } from "./routes";
import { ESSENTIALS_DATABASE, type EssentialsDatabase } from "./state";

export const essentialsDatabase: ResourceKind<EssentialsDatabase> = {
  name: ESSENTIALS_DATABASE,
  path: "/fixed/subscriptions/:subscriptionId/databases/:databaseId",
  routes: new Hono<Environment>({ strict: false })
    .route("/", essentialsDatabaseRoutes)
    .route(
      "/",
      tagRoutesOf(
        "/fixed/subscriptions/:subscriptionId/databases/:databaseId/tags",
        essentialsDatabaseInPath,
      ),
    ),
  commands: essentialsDatabaseCommands,
  durations: essentialsDatabaseDurations,
  copy: essentialsDatabaseCopy,
  intermediateStates: ["pending"],
  // The Redis servers behind databases ended with the simulator that started them.
  restore: (saved) => ({ ...saved, real: false }),
  describe: (account, database) => {
    const subscription = account.collection(ESSENTIALS_SUBSCRIPTION).get(database.subscriptionId);
    if (!subscription) return {};
    const { provider, region } = planOf(subscription);
    const place = { id: subscription.id, provider, region, publicEndpointAccess: true };
    return { facts: [database.protocol], endpoints: endpointList(endpointsOf(database, place)) };
  },
  reach: (account, database, state) =>
    reachDatabaseState(account, database, state, "essentialsDatabaseCreate"),
  redisEndpoints: (account) => redisEndpointsOf(account, account.collection(ESSENTIALS_DATABASE).values()),
};
