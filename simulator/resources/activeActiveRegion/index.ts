import type { ResourceKind } from "../../kind";
import { activeActiveRegionCommands } from "./commands";
import { activeActiveRegionDurations } from "./durations";
import { activeActiveRegionRoutes } from "./routes";
import { ACTIVE_ACTIVE_REGION } from "./state";

export const activeActiveRegion: ResourceKind = {
  name: ACTIVE_ACTIVE_REGION,
  path: "/subscriptions/:subscriptionId",
  routes: activeActiveRegionRoutes,
  commands: activeActiveRegionCommands,
  durations: activeActiveRegionDurations,
  reach: () => undefined,
};
