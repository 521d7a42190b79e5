import type { Account } from "../../account";
import { isTask, type Stateful } from "../../resource";
import { releaseSubscription } from "../connectivity";
import { PRIVATE_SERVICE_CONNECT, type PrivateServiceConnect } from "./state";

/**
 * Provisioning of Private Service Connect, in the words of the vendor's Go SDK: `create-queued`, `initialized`
 * (provisioning has started), `create-pending` (databases are being updated), `active`; `delete-queued`,
 * `delete-pending` (databases are being updated), `deleted`. How long each lasts is not known.
 */

/** Called when a service reaches the state it was scheduled for. */
export function reachServiceState(account: Account, service: PrivateServiceConnect, state: string): void {
  switch (state) {
    case "initialized":
      account.transition(service, "initialized");
      account.schedule(service, "create-pending", quarter(account, "privateServiceConnectCreate") * 2);
      return;
    case "create-pending":
      account.transition(service, "create-pending");
      account.schedule(service, "active", quarter(account, "privateServiceConnectCreate"));
      return;
    case "delete-pending":
      account.transition(service, "delete-pending");
      account.schedule(service, "gone", quarter(account, "privateServiceConnectDelete") * 2);
      return;
    case "gone":
      account.remove(service);
      break;
    default:
      account.transition(service, state === "active" ? "active" : "provision-failed");
  }
  releaseSubscription(account, service);
}

const quarter = (account: Account, duration: string): number => account.duration(duration) / 4;

/** Removes the service of a subscription that is gone. */
export function forgetSubscription(account: Account, item: Stateful, state: string): void {
  if (state !== "gone" || isTask(item) || item.kind !== "subscription") return;
  for (const service of account.collection(PRIVATE_SERVICE_CONNECT).inSubscription(Number(item.id)))
    account.remove(service);
}
