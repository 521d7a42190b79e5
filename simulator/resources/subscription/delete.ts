import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { DATABASE } from "../database/state";
import { requireRoomForChange, subscriptionOf } from "./find";

/** Deletes a subscription without databases: `deleting`, gone. */
export function deleteSubscription(
  account: Account,
  { subscriptionId }: { subscriptionId: number },
  taskId: string,
): TaskResponse {
  const subscription = subscriptionOf(account, subscriptionId);
  const { status } = subscription;
  requireThat(status !== "pending" && status !== "deleting", "SUBSCRIPTION_NOT_ACTIVE");
  requireThat(
    account.collection(DATABASE).inSubscription(subscriptionId).length === 0,
    "SUBSCRIPTION_IN_USE",
  );
  // One that waits for its key is non-active already: its deletion makes no other one non-active.
  if (status !== "encryption_key_pending") requireRoomForChange(account);
  account.transition(subscription, "deleting", taskId);
  account.schedule(subscription, "gone", account.duration("subscriptionDelete"));
  return { resourceId: subscriptionId };
}
