import { insist } from "../refusal";
import type { DatabaseUpdateRequest } from "../requests/database";
import type { Database } from "../state";

/**
 * Holds a change against what an update may not do. The password counts as updated whenever the request has one,
 * also when it is the present one; together with `enableDefaultUser: true` it may come while the user is off.
 */
export function insistOnChange(database: Database, request: DatabaseUpdateRequest): void {
  const { enableDefaultUser = database.enableDefaultUser, password, throughputMeasurement } = request;
  if (password !== undefined) {
    insist(
      request.enableDefaultUser !== false,
      "DISABLING_THE_DEFAULT_USER_AND_UPDATING_A_NEW_PASSWORD_IS_NOT_ALLOWED",
    );
    insist(enableDefaultUser, "NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_DEFAULT_USER_IS_DISABLED");
  }
  const { by } = database.throughputMeasurement;
  insist((throughputMeasurement?.by ?? by) === by, "DATABASE_CANT_EDIT_THROUGHPUT_BY");
}
