import { z } from "zod";
import type { Account } from "../../account";
import { ApiError, notFound } from "../../http/errors";
import { peerAction } from "../../peerAction";
import { SUBSCRIPTION_PEERING, type SubscriptionPeering } from "./state";

const which = z.strictObject({
  /** The API's ID of the peering, or the cloud provider's: `pcx-…` at AWS. */
  id: z.union([z.number(), z.string()]),
});

/**
 * The owner of the other network: accepts or rejects the request of AWS; at Google Cloud, creates a peering in the other
 * direction (`accept`). What it did shows after a moment.
 */
export const subscriptionPeeringPeer = {
  accept: peerAction(which, (account, { id }) => {
    const peering = peeringOf(account, id);
    requireState(peering, ["pending-acceptance", "inactive"], "accepted");
    account.schedule(peering, "active", account.duration("peeringAccept"));
    return { id: peering.id, awsPeeringUid: peering.aws?.awsPeeringUid };
  }),
  reject: peerAction(which, (account, { id }) => {
    const peering = peeringOf(account, id);
    requireState(peering, ["pending-acceptance"], "rejected");
    account.schedule(peering, "failed", account.duration("peeringAccept"));
    return { id: peering.id, awsPeeringUid: peering.aws?.awsPeeringUid };
  }),
};

function peeringOf(account: Account, id: number | string): SubscriptionPeering {
  const peering = [...account.collection(SUBSCRIPTION_PEERING).values()].find((one) =>
    [String(one.id), one.aws?.awsPeeringUid, one.gcp?.cloudPeeringId].includes(String(id)),
  );
  if (peering === undefined) throw notFound(`There is no peering ${id}.`);
  return peering;
}

function requireState({ id, status }: SubscriptionPeering, states: readonly string[], what: string): void {
  if (states.includes(status)) return;
  throw new ApiError(409, `Peering ${id} is ${status}: it can be ${what} when it is ${states.join(" or ")}.`);
}
