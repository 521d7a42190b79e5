import type { Target } from "../../lifecycle/kind";
import type { ResourceSession } from "../../operations/session";
import { isBeingDeleted } from "../database/list";
import { essentialsDatabaseKind } from "../essentialsDatabase/kind";
import type { EssentialsSubscriptionInputs } from "./types";

/**
 * Removes the databases that block the deletion of their subscription, if it has `forceDestroy`; those that are being
 * deleted already are waited for.
 *
 * @throws Error with the names of the databases, without `forceDestroy`.
 */
export async function removeDatabasesBefore(
  { id }: Target,
  { forceDestroy }: Partial<EssentialsSubscriptionInputs>,
  session: ResourceSession,
): Promise<void> {
  const place = { subscriptionId: Number(id) };
  const found = [...(await session.list(essentialsDatabaseKind, place, Date.now())).values()];
  const kept = found.filter((database) => !isBeingDeleted(database));
  if (kept.length > 0 && forceDestroy !== true) {
    const names = kept.map(({ name, databaseId }) => name ?? databaseId).join(", ");
    throw new Error(
      `delete Essentials subscription ${id}: it still contains undeclared databases: ${names}. The subscription was ` +
        "not deleted. Remove them first, or set forceDestroy: true (and run `pulumi up`) to delete them and their " +
        "data with it.",
    );
  }
  await Promise.all(
    found.map(({ databaseId, name = String(databaseId) }) =>
      session
        .about({ what: `deleting database ${name}`, name })
        .delete(
          { kind: essentialsDatabaseKind, place, id: databaseId },
          { method: "DELETE", path: `/fixed/subscriptions/${id}/databases/${databaseId}` },
        ),
    ),
  );
}
