import type { AccountSettings } from "../accountOptions";
import { INTERNAL_CLOUD_ACCOUNT_ID, INTERNAL_CLOUD_ACCOUNT_NAME } from "./internal";
import type { CloudAccount } from "./state";

/** The cloud accounts of a new account: the vendor's own, and those in its options. */
export function initialCloudAccounts({ cloudAccounts }: AccountSettings): CloudAccount[] {
  const internal = {
    id: INTERNAL_CLOUD_ACCOUNT_ID,
    name: INTERNAL_CLOUD_ACCOUNT_NAME,
    provider: "AWS" as const,
  };
  return [internal, ...cloudAccounts].map((one) => ({
    kind: "cloudAccount",
    ...one,
    status: "active",
    visibleAt: 0,
    change: 0,
  }));
}
