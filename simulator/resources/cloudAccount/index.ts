import type { Account } from "../../account";
import type { ResourceKind } from "../../kind";
import { cloudAccountCommands } from "./commands";
import { cloudAccountCopy } from "./copy";
import { cloudAccountDurations } from "./durations";
import { initialCloudAccounts } from "./initial";
import { cloudAccountRoutes } from "./routes";
import { CLOUD_ACCOUNT, type CloudAccount } from "./state";

export const cloudAccount: ResourceKind<CloudAccount> = {
  name: CLOUD_ACCOUNT,
  path: "/cloud-accounts/:cloudAccountId",
  routes: cloudAccountRoutes,
  commands: cloudAccountCommands,
  durations: cloudAccountDurations,
  copy: cloudAccountCopy,
  initial: initialCloudAccounts,
  describe: (_, { provider }) => ({ facts: [provider] }),
  reach: reachCloudAccountState,
};

/** Called when a cloud account reaches the state it was scheduled for. */
function reachCloudAccountState(account: Account, cloudAccount: CloudAccount, state: string): void {
  if (state === "gone") account.remove(cloudAccount);
  else account.transition(cloudAccount, state === "error" ? "error" : "active");
}
