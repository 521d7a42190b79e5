import { ApiError } from "../../http/errors";
import type { RedisAddress } from "../../redis/endpoint";
import { slowLogAt } from "../../redis/servers";
import type { AnyDatabase } from "../databases";

/**
 * `DatabaseSlowLogEntries`: the slow log of the Redis server behind the database, empty where there is none. Times are
 * those of the machine's clock, and durations microseconds, as Redis has them: the document does not tell the unit.
 *
 * @throws ApiError unless the region of an Active-Active database is named
 */
export async function slowLogAnswer(database: AnyDatabase, regionName?: string) {
  const commands = await slowLogAt(addressIn(database, regionName));
  const entries = commands.map(({ id, startedAt, microseconds, words }) => ({
    id,
    startTime: new Date(startedAt * 1000).toISOString(),
    duration: microseconds,
    arguments: words.join(" "),
  }));
  return { entries };
}

function addressIn(database: AnyDatabase, regionName?: string): RedisAddress {
  if (!("locals" in database) || database.locals === undefined) return database;
  const address = database.locals[regionName ?? ""]?.address;
  if (address !== undefined) return address;
  const regions = Object.keys(database.locals).join(", ");
  throw new ApiError(400, `Query parameter 'regionName' must be one of the database's regions: ${regions}.`);
}
