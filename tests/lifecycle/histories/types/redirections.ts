import type { EndpointRedirection } from "../../../../simulator/resources/endpointRedirection/state";
import { type HistoryType, lastPart, ofKind } from "./type";

/** The only one of a program. */
export const REDIRECTION = "redirection-0";

const databaseId = (id: string) => Number(lastPart(id));
const HAS_FAILED: ReadonlySet<string> = new Set(["failed", "reverted"]);

/** A redirection from the first of the databases that it uses to the second one. */
export const endpointRedirection: HistoryType = {
  // One whose ID was lost with an answer stays.
  remains: true,
  args: ({ uses: [source = "", target = ""] = [] }, stateOf) => ({
    sourceDatabaseId: databaseId(stateOf(source).id),
    targetDatabaseId: databaseId(stateOf(target).id),
    endpointTargetType: "public",
  }),
  held: (resources) =>
    ofKind<EndpointRedirection>(resources, "endpointRedirection").flatMap(
      ({ id, status, sourceDatabaseId, targetDatabaseId }) => [
        { id, name: REDIRECTION, status: status === "completed" ? "active" : status },
        { id: `lost-${sourceDatabaseId}-${targetDatabaseId}`, name: REDIRECTION, status: "active" },
      ],
    ),
  references: { Database: ["sourceDatabaseId", "targetDatabaseId"] },
};

/** Redirections that the program deleted, by their IDs, and that still hold. */
export const notReverted = (
  redirections: readonly EndpointRedirection[],
  deleted: ReadonlySet<string>,
): readonly string[] =>
  redirections
    .filter(({ id, status }) => deleted.has(id) && !HAS_FAILED.has(status))
    .map(({ id, status }) => `not reverted: ${id}, which was deleted, is ${status}`);
