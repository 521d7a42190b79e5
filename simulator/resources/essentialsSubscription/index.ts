import type { ResourceKind } from "../../kind";
import { essentialsSubscriptionCommands } from "./commands";
import { essentialsSubscriptionCopy } from "./copy";
import { essentialsSubscriptionDurations } from "./durations";
import { planOf } from "./find";
import { essentialsSubscriptionRoutes } from "./routes";
import { ESSENTIALS_SUBSCRIPTION, type EssentialsSubscription } from "./state";

export const essentialsSubscription: ResourceKind<EssentialsSubscription> = {
  name: ESSENTIALS_SUBSCRIPTION,
  path: "/fixed/subscriptions/:subscriptionId",
  routes: essentialsSubscriptionRoutes,
  commands: essentialsSubscriptionCommands,
  durations: essentialsSubscriptionDurations,
  describe: (_, subscription) => {
    const { provider, region, name } = planOf(subscription);
    return { facts: [`${provider} ${region}`, name] };
  },
  copy: essentialsSubscriptionCopy,
  reach: (account, subscription, state) => {
    if (state === "gone") account.remove(subscription);
    else account.transition(subscription, state === "error" ? "error" : "active");
  },
};
