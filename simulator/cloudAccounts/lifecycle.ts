import type { Account } from "../account";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "../catalog";
import { insist } from "../refusal";
import type { CloudAccount, TaskResponse } from "../state";
import type { CommandOf } from "../tasks/command";

/** Creates a cloud account: `draft`, `active`. Terraform knows of no state in between, nor waits over a minute. */
export function createCloudAccount(
  account: Account,
  { body }: CommandOf<"cloudAccountCreateRequest">,
  taskId: string,
): TaskResponse {
  insistOnFreeName(account, body.name);
  const cloudAccount: CloudAccount = {
    kind: "cloudAccount",
    id: account.newId(),
    name: body.name,
    provider: body.provider ?? "AWS",
    accessKeyId: body.accessKeyId,
    signInLoginUrl: body.signInLoginUrl,
    status: "draft",
    visibleAt: account.now + account.duration("visibility"),
    change: 0,
  };
  account.cloudAccounts.set(cloudAccount.id, cloudAccount);
  account.enter(cloudAccount, "draft", taskId);
  account.later(cloudAccount, "active", account.duration("cloudAccountCreate"));
  return { resourceId: cloudAccount.id };
}

/** Changes a cloud account: `change-draft`, `active`. */
export function updateCloudAccount(
  account: Account,
  { cloudAccountId, body }: CommandOf<"cloudAccountUpdateRequest">,
  taskId: string,
): TaskResponse {
  const cloudAccount = activeCloudAccount(account, cloudAccountId);
  if (body.name !== undefined) {
    insistOnFreeName(account, body.name, cloudAccount);
    cloudAccount.name = body.name;
  }
  cloudAccount.accessKeyId = body.accessKeyId;
  cloudAccount.signInLoginUrl = body.signInLoginUrl ?? cloudAccount.signInLoginUrl;
  account.enter(cloudAccount, "change-draft", taskId);
  account.later(cloudAccount, "active", account.duration("cloudAccountUpdate"));
  return { resourceId: cloudAccountId };
}

/** Deletes a cloud account that no subscription uses: `delete-pending`, gone. */
export function deleteCloudAccount(
  account: Account,
  { cloudAccountId }: CommandOf<"cloudAccountDeleteRequest">,
  taskId: string,
): TaskResponse {
  const cloudAccount = activeCloudAccount(account, cloudAccountId);
  const users = [...account.subscriptions.values()];
  insist(!users.some((user) => user.cloudAccountId === cloudAccountId), "CLOUD_ACCOUNT_USED");
  account.enter(cloudAccount, "delete-pending", taskId);
  account.later(cloudAccount, "gone", account.duration("cloudAccountDelete"));
  return { resourceId: cloudAccountId };
}

/** What happens when a cloud account reaches the state it was due for. */
export function arriveCloudAccount(account: Account, cloudAccount: CloudAccount, to: string): void {
  if (to === "gone") account.remove(cloudAccount);
  else account.enter(cloudAccount, to === "error" ? "error" : "active");
}

/** One in `error` can still be worked on, for else nothing could ever be done about it. */
function activeCloudAccount(account: Account, id: number): CloudAccount {
  const cloudAccount = account.cloudAccounts.get(id);
  insist(cloudAccount, "CLOUD_ACCOUNT_NOT_FOUND");
  insist(
    id !== INTERNAL_CLOUD_ACCOUNT_ID,
    "GENERAL_ERROR",
    "The internal cloud account belongs to Redis and cannot be changed.",
  );
  insist(cloudAccount.status === "active" || cloudAccount.status === "error", "CLOUD_ACCOUNT_NOT_ACTIVE");
  return cloudAccount;
}

function insistOnFreeName(account: Account, name: string, itself?: CloudAccount): void {
  const others = [...account.cloudAccounts.values()].filter((other) => other !== itself);
  insist(!others.some((other) => other.name === name), "CLOUD_ACCOUNT_NAME_EXISTS");
}
