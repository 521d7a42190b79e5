import type { Account } from "../../account";
import type { ResourceKind } from "../../kind";
import type { Stateful } from "../../resource";
import { subscriptionPeeringCommands } from "./commands";
import { subscriptionPeeringCopy } from "./copy";
import { subscriptionPeeringDurations } from "./durations";
import { subscriptionPeeringPeer } from "./peer";
import { subscriptionPeeringRoutes } from "./routes";
import { SUBSCRIPTION_PEERING, type SubscriptionPeering } from "./state";

/** AWS drops a request that nobody accepts for seven days. */
const EXPIRY_MS = 7 * 24 * 3_600_000;

export const subscriptionPeering: ResourceKind<SubscriptionPeering> = {
  name: SUBSCRIPTION_PEERING,
  path: "/subscriptions/:subscriptionId/peerings/:peeringId",
  routes: subscriptionPeeringRoutes,
  commands: subscriptionPeeringCommands,
  durations: subscriptionPeeringDurations,
  copy: subscriptionPeeringCopy,
  peer: subscriptionPeeringPeer,
  describe: (_, { id, status, aws, gcp }) => {
    const accept = { action: "accept", request: { id } };
    const reject = { action: "reject", request: { id } };
    return {
      facts: aws ? [`AWS ${aws.region}`, aws.vpcId] : [`GCP ${gcp?.projectUid}`, gcp?.networkName ?? ""],
      peerRequests:
        status === "pending-acceptance" ? [accept, reject] : status === "inactive" ? [accept] : [],
    };
  },
  reach: reachPeeringState,
  observe: removeWithSubscription,
};

/** Called when a peering reaches the state it was scheduled for. */
function reachPeeringState(account: Account, peering: SubscriptionPeering, state: string): void {
  if (state === "pending-acceptance" && peering.aws) {
    peering.aws.awsPeeringUid = `pcx-${account.random.uuid().replaceAll("-", "").slice(0, 17)}`;
    account.transition(peering, "pending-acceptance");
    account.schedule(peering, "failed", EXPIRY_MS);
  } else if (state === "inactive" && peering.gcp) {
    peering.gcp.cloudPeeringId = `redislabs-peering-${account.random.uuid().slice(0, 8)}`;
    account.transition(peering, "inactive");
  } else account.transition(peering, state === "active" ? "active" : "failed");
}

/** The peerings of a subscription that is gone are gone, too. */
function removeWithSubscription(account: Account, item: Stateful, state: string): void {
  if (item.kind !== "subscription" || state !== "gone") return;
  for (const peering of account
    .collection(SUBSCRIPTION_PEERING)
    .inSubscription(Number((item as SubscriptionPeering).id)))
    account.remove(peering);
}
