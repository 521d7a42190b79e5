import type { Account } from "../../account";
import type { ResourceDescription } from "../../description";
import { principalOf } from "./keyGrants";
import type { Subscription } from "./state";

/** Its place, and while it waits for keys, what the owner of a key can do. */
export function describeSubscription(account: Account, subscription: Subscription): ResourceDescription {
  const { provider, region, regions, memoryStorage, publicEndpointAccess, status } = subscription;
  const place = regions ? regions.map((one) => one.region).join(", ") : region;
  return {
    facts: [
      `${provider} ${place}`,
      ...(regions ? ["Active-Active"] : []),
      ...(memoryStorage === "ram" ? [] : [memoryStorage]),
      ...(publicEndpointAccess ? [] : ["private endpoints only"]),
    ],
    peerRequests:
      status === "encryption_key_pending"
        ? [
            {
              action: "grantKey",
              request: { principal: principalOf(account, subscription) },
              ask: ["resourceName"],
            },
          ]
        : [],
  };
}
