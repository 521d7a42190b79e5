import { z } from "zod";
import type { Account } from "../../account";
import { ApiError } from "../../http/errors";
import { peerAction } from "../../peerAction";
import { requireThat } from "../../refusal";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../cloudAccount/internal";
import { CLOUD_ACCOUNT } from "../cloudAccount/state";
import { customerManagedKeyAccessDetails } from "./keyAccess";
import { SUBSCRIPTION, type Subscription } from "./state";

const grant = z.strictObject({
  /** `redisServiceAccount` or `redisIamRole` of a subscription's `customerManagedKeyAccessDetails`. */
  principal: z.string().min(1),
  resourceName: z.string().min(1),
});

/** The owner of a key grants a subscription's principal access to it, in a cloud that the simulator does not have. */
export const grantKey = peerAction(grant, (account, { principal, resourceName }) => {
  const subscription = [...account.collection(SUBSCRIPTION).values()].find(
    (one) => principalOf(account, one) === principal,
  );
  if (!subscription) throw new ApiError(404, `No subscription uses the principal ${principal}.`);
  subscription.keyGrants = [...new Set([...(subscription.keyGrants ?? []), resourceName])];
  return { subscriptionId: subscription.id, principal, resourceName };
});

/** Who uses the keys of a subscription. */
export function principalOf(account: Account, subscription: Subscription): string | undefined {
  const cloudAccount = account.collection(CLOUD_ACCOUNT).get(subscription.cloudAccountId);
  const { redisServiceAccount, redisIamRole } = customerManagedKeyAccessDetails(subscription, cloudAccount);
  return redisServiceAccount ?? redisIamRole;
}

/**
 * Checks that the service may use the keys. In the customer's own cloud account it acts by the role that the customer
 * set up there before, so that nothing has to be granted.
 *
 * The API has three codes for missing permissions and does not document their differences; this is the first one that
 * concerns the use of a key.
 */
export function requireAccessToKeys(
  account: Account,
  { cloudAccountId, keyGrants = [] }: Subscription,
  resourceNames: readonly string[],
): void {
  if (cloudAccountId !== INTERNAL_CLOUD_ACCOUNT_ID || account.options.hasAccessToKeys) return;
  requireThat(
    resourceNames.every((resourceName) => keyGrants.includes(resourceName)),
    "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_MISSING_USAGE_PERMISSIONS",
  );
}
