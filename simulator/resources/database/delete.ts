import type { Account } from "../../account";
import type { TaskResponse } from "../../resource";
import { activeDatabase, type InPath } from "./find";

/** Deletes a database: `delete-pending`, gone. */
export function deleteDatabase(account: Account, command: InPath, taskId: string): TaskResponse {
  const { database, response } = activeDatabase(account, command);
  account.transition(database, "delete-pending", taskId);
  account.schedule(database, "gone", account.duration("databaseDelete"));
  return response;
}
