import type { Account } from "../../account";
import { ENDPOINT_REDIRECTION, type EndpointRedirection } from "./state";

/** Connections get this long to find the other database before traffic can be resumed. Source: the vendor's guide. */
export const BLOCKED_MS = 5 * 60_000;

/** The latest redirection from a database, or revert to its source that blocks this target. */
function latestRedirection(account: Account, databaseId: number): EndpointRedirection | undefined {
  return [...account.collection(ENDPOINT_REDIRECTION).values()].findLast(
    ({ sourceDatabaseId, blocked }) => sourceDatabaseId === databaseId || blocked?.databaseId === databaseId,
  );
}

/** The redirection that blocks traffic to a database; undefined where traffic flows. */
export function blockingRedirection(account: Account, databaseId: number): EndpointRedirection | undefined {
  return [...account.collection(ENDPOINT_REDIRECTION).values()].find(
    ({ blocked }) => blocked?.databaseId === databaseId,
  );
}

/**
 * `DatabaseTrafficStateResponse`; undefined for a database that was not a source. Its words for the status and the
 * reason are documented nowhere.
 */
export function trafficAnswer(account: Account, databaseId: number) {
  const redirection = latestRedirection(account, databaseId);
  if (redirection === undefined) return undefined;
  const until = blockingRedirection(account, databaseId)?.blocked?.until;
  if (until === undefined)
    return { bdbId: databaseId, trafficStatus: "active", canResume: false, resumeInProgress: false };
  return {
    bdbId: databaseId,
    trafficStatus: "stopped",
    canResume: until <= account.now,
    resumeInProgress: false,
    stopReason: "endpoint-redirection",
    resumeEligibleAt: new Date(until).toISOString(),
  };
}
