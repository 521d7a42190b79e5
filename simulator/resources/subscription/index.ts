import type { ResourceKind } from "../../kind";
import { subscriptionCommands } from "./commands";
import { subscriptionCopy } from "./copy";
import { describeSubscription } from "./describe";
import { subscriptionDurations } from "./durations";
import { grantKey } from "./keyGrants";
import { subscriptionRoutes } from "./routes";
import { SUBSCRIPTION, type Subscription } from "./state";
import { reachSubscriptionState, strikeSubscription } from "./states";

export const subscription: ResourceKind<Subscription> = {
  name: SUBSCRIPTION,
  path: "/subscriptions/:subscriptionId",
  routes: subscriptionRoutes,
  commands: subscriptionCommands,
  durations: subscriptionDurations,
  copy: subscriptionCopy,
  peer: { grantKey },
  describe: describeSubscription,
  reach: reachSubscriptionState,
  observe: strikeSubscription,
};
