import type { ResourceKind } from "../../kind";
import { privateServiceConnectCommands } from "./commands";
import { privateServiceConnectCopy } from "./copy";
import { privateServiceConnectDurations } from "./durations";
import { privateServiceConnectRoutes } from "./routes";
import { PRIVATE_SERVICE_CONNECT, type PrivateServiceConnect } from "./state";
import { forgetSubscription, reachServiceState } from "./states";

export const privateServiceConnect: ResourceKind<PrivateServiceConnect> = {
  name: PRIVATE_SERVICE_CONNECT,
  path: "/subscriptions/:subscriptionId/private-service-connect/:pscServiceId",
  routes: privateServiceConnectRoutes,
  commands: privateServiceConnectCommands,
  durations: privateServiceConnectDurations,
  copy: privateServiceConnectCopy,
  intermediateStates: ["initialized", "create-pending", "delete-pending"],
  reach: reachServiceState,
  observe: forgetSubscription,
};
