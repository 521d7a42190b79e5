import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import { type AnyDatabase, findDatabase } from "../databases";
import { activeEssentialsDatabase } from "../essentialsDatabase/find";
import { activeSubscription } from "../subscription/find";
import { inSeconds } from "./answerParts";
import { BACKUP_STATUS, regionNamed } from "./data";
import { activeDatabase, type InPath } from "./find";
import { DATABASE } from "./state";

/*
 * What the API tells of the latest backup and import. These reads are tasks; those of Essentials databases have the
 * same `commandType` as those of others (recorded). Recorded states are `success`, `importing` and `failed`; nobody has
 * recorded the state of a backup that is running.
 */

/** `GET …/backup`. Its resource is empty before the first backup. */
export function getBackupStatus(
  account: Account,
  command: InPath & { regionName?: string | undefined },
): TaskResponse {
  const isPro = account.collection(DATABASE).get(command.databaseId) !== undefined;
  const { response, lastBackup, backupFailure } = isPro
    ? backupOfDatabase(account, command)
    : backupOfEssentialsDatabase(account, command);
  if (lastBackup === undefined) return { ...response, resource: {} };
  if (lastBackup > account.now) return { ...response, resource: { status: "exporting" } };
  if (backupFailure !== undefined)
    return { ...response, resource: { status: "failed", failureReason: backupFailure } };
  return { ...response, resource: { status: "success", lastBackupTime: inSeconds(lastBackup) } };
}

function backupOfDatabase(account: Account, command: InPath & { regionName?: string | undefined }) {
  const { database, response } = activeDatabase(account, command);
  const { remoteBackup, lastBackup, backupFailure } = regionNamed(
    database,
    command.regionName,
    BACKUP_STATUS,
  );
  requireThat(remoteBackup, "DATABASE_BACKUP_DISABLED");
  return { response, lastBackup, backupFailure };
}

function backupOfEssentialsDatabase(account: Account, command: InPath) {
  const { database, response } = activeEssentialsDatabase(account, command);
  requireThat(database.backupPath, "DATABASE_BACKUP_DISABLED");
  const { lastBackup, backupFailure } = database;
  return { response, lastBackup, backupFailure };
}

/** `GET …/import`; unlike others it works on a database that is importing. */
export function getImportStatus(account: Account, { subscriptionId, databaseId }: InPath): TaskResponse {
  const database: AnyDatabase | undefined = findDatabase(account, databaseId);
  requireThat(database?.subscriptionId === subscriptionId, "DATABASE_NOT_FOUND");
  if (database.kind === DATABASE) activeSubscription(account, subscriptionId);
  const response = { resourceId: databaseId, additionalResourceId: subscriptionId };
  const { status, lastImport, importFailure } = database;
  if (status === "import-pending") return { ...response, resource: { status: "importing" } };
  if (lastImport === undefined) return { ...response, resource: {} };
  const result = importFailure ? { status: "failed", failureReason: importFailure } : { status: "success" };
  return { ...response, resource: { ...result, lastImportTime: inSeconds(lastImport) } };
}
