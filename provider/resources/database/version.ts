import type { Cloud } from "../../lifecycle/cloud";
import { STATES } from "../../lifecycle/states";
import type { Problem } from "../declaration";
import type { DatabaseInputs } from "./types";

/**
 * Redis Cloud only upgrades. Which version a database has, after upgrades that failed or that others made, only the
 * account can tell.
 */
export async function verifyVersion(
  { redisVersion }: Partial<DatabaseInputs>,
  cloud: Cloud,
  before: Partial<DatabaseInputs>,
): Promise<readonly Problem[]> {
  const { subscriptionId, name } = before;
  if (redisVersion === undefined || redisVersion === before.redisVersion) return [];
  if (subscriptionId === undefined) return [];
  const databases = await cloud.databases(subscriptionId);
  const held = databases.find((database) => database.name === name);
  if (held?.redisVersion === undefined || STATES.database.failed.has(held.status)) return [];
  if (!isEarlier(redisVersion, held.redisVersion)) return [];
  const reason =
    `cannot go back from ${held.redisVersion}, which the database has, to ${redisVersion}. ` +
    `Declare ${held.redisVersion}, or a new Database to have an earlier version.`;
  return [{ property: "redisVersion", reason }];
}

function isEarlier(version: string, than: string): boolean {
  const [parts = [], others = []] = [version, than].map((each) => each.split(".").map(Number));
  const at = parts.findIndex((part, index) => part !== (others[index] ?? part));
  return at >= 0 && (parts[at] ?? 0) < (others[at] ?? 0);
}
