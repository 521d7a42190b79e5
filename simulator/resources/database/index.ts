import { Hono } from "hono";
import type { Environment } from "../../http/environment";
import type { ResourceKind } from "../../kind";
import { catalogRoutes } from "./catalogRoutes";
import { databaseCommands } from "./commands";
import { databaseCopy } from "./copy";
import { describeDatabase } from "./describe";
import { databaseDurations } from "./durations";
import { databaseInPath } from "./inPath";
import { redisEndpointsOf } from "./redisEndpoints";
import { databaseRoutes } from "./routes";
import { DATABASE, type Database } from "./state";
import { reachDatabaseState } from "./states";
import { tagRoutesOf } from "./tagRoutes";

export const database: ResourceKind<Database> = {
  name: DATABASE,
  path: "/subscriptions/:subscriptionId/databases/:databaseId",
  routes: new Hono<Environment>({ strict: false })
    .route("/", databaseRoutes)
    .route("/", tagRoutesOf("/subscriptions/:subscriptionId/databases/:databaseId/tags", databaseInPath))
    .route("/", catalogRoutes),
  commands: databaseCommands,
  durations: databaseDurations,
  copy: databaseCopy,
  intermediateStates: ["pending"],
  restore: withoutServers,
  describe: describeDatabase,
  reach: (account, database, state) => reachDatabaseState(account, database, state),
  redisEndpoints: (account) => redisEndpointsOf(account, account.collection(DATABASE).values()),
};

/** The Redis servers behind databases ended with the simulator that started them. */
function withoutServers({ locals, ...saved }: Database): Database {
  const ended = Object.entries(locals ?? {}).map(([region, local]) => [
    region,
    { ...local, address: { ...local.address, real: false } },
  ]);
  return { ...saved, real: false, ...(locals && { locals: Object.fromEntries(ended) }) };
}
