import { requireThat } from "../../refusal";
import type { DatabaseUpdateRequest } from "./requests";
import { withSettings } from "./settings";
import type { Database } from "./state";

/** The database as an update wants it. @throws Refusal for a change that is not allowed */
export function withChanges(database: Database, request: DatabaseUpdateRequest): Database {
  requirePasswordChange(database, request);
  const { by } = database.throughputMeasurement;
  requireThat((request.throughputMeasurement?.by ?? by) === by, "DATABASE_CANT_EDIT_THROUGHPUT_BY");
  return withSettings(database, request);
}

/**
 * The password counts as updated whenever the request contains one, even the present one; together with
 * `enableDefaultUser: true` it is accepted while the user is disabled.
 */
export function requirePasswordChange(
  database: Pick<Database, "enableDefaultUser">,
  request: Pick<DatabaseUpdateRequest, "enableDefaultUser" | "password">,
): void {
  const { enableDefaultUser = database.enableDefaultUser, password } = request;
  if (password !== undefined) {
    requireThat(
      request.enableDefaultUser !== false,
      "DISABLING_THE_DEFAULT_USER_AND_UPDATING_A_NEW_PASSWORD_IS_NOT_ALLOWED",
    );
    requireThat(enableDefaultUser, "NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_DEFAULT_USER_IS_DISABLED");
  }
}
