import type { Account } from "../account";
import { createCloudAccount, deleteCloudAccount, updateCloudAccount } from "../cloudAccounts/lifecycle";
import { backUpDatabase, getBackupStatus, getImportStatus, importIntoDatabase } from "../databases/data";
import { createDatabase, deleteDatabase, updateDatabase, upgradeDatabase } from "../databases/lifecycle";
import type { TaskResponse } from "../state";
import { createSubscription } from "../subscriptions/create";
import { deleteSubscription, updateSubscription } from "../subscriptions/lifecycle";
import { getCidr, updateCidr, updateMaintenanceWindows, updateResourceTags } from "../subscriptions/settings";
import type { Command } from "./command";

/**
 * Does what a task asks for, at the end of its processing phase. Provisioning starts here.
 *
 * @throws Refusal when the API would end the task in `processing-error`; then nothing has changed
 */
export function perform(account: Account, command: Command, taskId: string): TaskResponse {
  switch (command.commandType) {
    case "subscriptionCreateRequest":
      return createSubscription(account, command, taskId);
    case "subscriptionUpdateRequest":
      return updateSubscription(account, command, taskId);
    case "subscriptionDeleteRequest":
      return deleteSubscription(account, command, taskId);
    case "subscriptionResourceTagsUpdateRequest":
      return updateResourceTags(account, command);
    case "subscriptionMaintenanceWindowsUpdateRequest":
      return updateMaintenanceWindows(account, command);
    case "cidrGetRequest":
      return getCidr(account, command);
    case "cidrUpdateRequest":
      return updateCidr(account, command);
    case "databaseCreateRequest":
      return createDatabase(account, command, taskId);
    case "databaseUpdateRequest":
      return updateDatabase(account, command, taskId);
    case "databaseDeleteRequest":
      return deleteDatabase(account, command, taskId);
    case "databaseUpgradeRequest":
      return upgradeDatabase(account, command, taskId);
    case "databaseBackupRequest":
      return backUpDatabase(account, command);
    case "databaseBackupStatusRequest":
      return getBackupStatus(account, command);
    case "databaseImportRequest":
      return importIntoDatabase(account, command, taskId);
    case "databaseImportStatusRequest":
      return getImportStatus(account, command);
    case "cloudAccountCreateRequest":
      return createCloudAccount(account, command, taskId);
    case "cloudAccountUpdateRequest":
      return updateCloudAccount(account, command, taskId);
    case "cloudAccountDeleteRequest":
      return deleteCloudAccount(account, command, taskId);
  }
}
