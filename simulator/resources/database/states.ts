import type { Account } from "../../account";
import type { EssentialsDatabase } from "../essentialsDatabase/state";
import { IMPORT_FAILURE } from "./data";
import type { Database } from "./state";
import { finishUpgrade } from "./upgrade";

/**
 * Called when a database reaches the state it was scheduled for.
 *
 * @param creation name of the duration of its creation
 */
export function reachDatabaseState(
  account: Account,
  database: Database | EssentialsDatabase,
  state: string,
  creation = "databaseCreate",
): void {
  if (state === "gone") {
    account.remove(database);
    return;
  }
  database.lastModified = account.now;
  if (state === "error" && database.status === "import-pending") {
    database.importFailure = IMPORT_FAILURE;
    account.transition(database, "active");
    return;
  }
  if (state === "error") {
    if (!database.upgrade?.done) database.upgrade = undefined;
    account.transition(database, "error");
    return;
  }
  if (state === "pending") {
    account.transition(database, "pending");
    account.schedule(database, "active", account.duration(creation) * 0.9);
    return;
  }
  database.activatedOn ??= account.now;
  if (database.upgrade && !database.upgrade.done) finishUpgrade(database, database.upgrade);
  account.transition(database, "active");
}
