import type { Account } from "../../account";
import { isTask, type Stateful } from "../../resource";
import { PRIVATE_SERVICE_CONNECT_ENDPOINT, type PrivateServiceConnectEndpoint } from "./state";

/** Called when an endpoint reaches the state it was scheduled for. */
export function reachEndpointState(
  account: Account,
  endpoint: PrivateServiceConnectEndpoint,
  state: string,
): void {
  switch (state) {
    case "gone":
      account.remove(endpoint);
      return;
    case "deleted":
      endpoint.isInCloud = false;
      account.transition(endpoint, "deleted");
      account.schedule(endpoint, "gone", account.duration("privateServiceConnectEndpointDelete"));
      return;
    case "pending":
    case "active":
    case "rejected":
      account.transition(endpoint, state);
      return;
    default:
      account.transition(endpoint, "failed");
  }
}

/** Removes the endpoints of a service that is gone. */
export function forgetService(account: Account, item: Stateful, state: string): void {
  if (state !== "gone" || isTask(item) || item.kind !== "privateServiceConnect") return;
  const endpoints = account
    .collection(PRIVATE_SERVICE_CONNECT_ENDPOINT)
    .inSubscription(item.subscriptionId ?? 0);
  for (const endpoint of endpoints) if (endpoint.pscServiceId === item.id) account.remove(endpoint);
}
