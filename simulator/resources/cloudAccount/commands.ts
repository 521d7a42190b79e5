import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import { SUBSCRIPTION } from "../subscription/state";
import { INTERNAL_CLOUD_ACCOUNT_ID } from "./internal";
import type { CloudAccountCreateRequest, CloudAccountUpdateRequest } from "./requests";
import { CLOUD_ACCOUNT, type CloudAccount } from "./state";

/** The effects of tasks of cloud accounts, when they are processed. */
export const cloudAccountCommands = {
  cloudAccountCreateRequest: createCloudAccount,
  cloudAccountUpdateRequest: updateCloudAccount,
  cloudAccountDeleteRequest: deleteCloudAccount,
} satisfies CommandHandlers;

/** The cloud account in the path of a request. */
interface InPath {
  cloudAccountId: number;
}

/** Creates a cloud account: `draft`, `active`. Terraform knows no state in between, and waits for a minute at most. */
function createCloudAccount(
  account: Account,
  { body }: { body: CloudAccountCreateRequest },
  taskId: string,
): TaskResponse {
  requireFreeName(account, body.name);
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
  account.add(cloudAccount, taskId);
  account.schedule(cloudAccount, "active", account.duration("cloudAccountCreate"));
  return { resourceId: cloudAccount.id };
}

/** Changes a cloud account: `change-draft`, `active`. */
function updateCloudAccount(
  account: Account,
  { cloudAccountId, body }: InPath & { body: CloudAccountUpdateRequest },
  taskId: string,
): TaskResponse {
  const cloudAccount = activeCloudAccount(account, cloudAccountId);
  if (body.name !== undefined) {
    requireFreeName(account, body.name, cloudAccount);
    cloudAccount.name = body.name;
  }
  cloudAccount.accessKeyId = body.accessKeyId;
  cloudAccount.signInLoginUrl = body.signInLoginUrl ?? cloudAccount.signInLoginUrl;
  account.transition(cloudAccount, "change-draft", taskId);
  account.schedule(cloudAccount, "active", account.duration("cloudAccountUpdate"));
  return { resourceId: cloudAccountId };
}

/** Deletes a cloud account that no subscription uses: `delete-pending`, gone. */
function deleteCloudAccount(account: Account, { cloudAccountId }: InPath, taskId: string): TaskResponse {
  const cloudAccount = activeCloudAccount(account, cloudAccountId);
  const users = [...account.collection(SUBSCRIPTION).values()];
  requireThat(!users.some((user) => user.cloudAccountId === cloudAccountId), "CLOUD_ACCOUNT_USED");
  account.transition(cloudAccount, "delete-pending", taskId);
  account.schedule(cloudAccount, "gone", account.duration("cloudAccountDelete"));
  return { resourceId: cloudAccountId };
}

/** The cloud account that a task works on. One in `error` is accepted, since it could not be repaired otherwise. */
function activeCloudAccount(account: Account, id: number): CloudAccount {
  const cloudAccount = account.collection(CLOUD_ACCOUNT).get(id);
  requireThat(cloudAccount, "CLOUD_ACCOUNT_NOT_FOUND");
  requireThat(
    id !== INTERNAL_CLOUD_ACCOUNT_ID,
    "GENERAL_ERROR",
    "The internal cloud account belongs to Redis and cannot be changed.",
  );
  requireThat(
    cloudAccount.status === "active" || cloudAccount.status === "error",
    "CLOUD_ACCOUNT_NOT_ACTIVE",
  );
  return cloudAccount;
}

function requireFreeName(account: Account, name: string, itself?: CloudAccount): void {
  const others = [...account.collection(CLOUD_ACCOUNT).values()].filter((other) => other !== itself);
  requireThat(!others.some((other) => other.name === name), "CLOUD_ACCOUNT_NAME_EXISTS");
}
