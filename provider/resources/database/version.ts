import type { Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { isEarlier } from "../redisVersions";
import { databaseKind } from "./kind";
import { databasesIn } from "./list";
import type { DatabaseInputs } from "./types";

/** The Redis version of an existing database. */
export async function heldVersion(
  { subscriptionId, name }: Partial<DatabaseInputs>,
  session: ResourceSession,
): Promise<string | undefined> {
  if (subscriptionId === undefined) return undefined;
  const databases = await databasesIn(subscriptionId, session);
  const held = databases.find((database) => database.name === name);
  return held === undefined || databaseKind.states.failed.has(held.status) ? undefined : held.redisVersion;
}

/**
 * Rejects downgrades, which the API does not support. After upgrades that failed or were made elsewhere, only the
 * account knows the current version.
 */
export async function upgradeProblems(
  { redisVersion, protocol }: Partial<DatabaseInputs>,
  session: ResourceSession,
  before: Partial<DatabaseInputs>,
): Promise<readonly Problem[]> {
  if (redisVersion === undefined || redisVersion === before.redisVersion) return [];
  const held = await heldVersion(before, session);
  if (held === undefined || redisVersion === held) return [];
  const problem = (reason: string) => [{ property: "redisVersion", reason }];
  if (isEarlier(redisVersion, held))
    return problem(
      `cannot be downgraded from ${held}, the current version, to ${redisVersion}. ` +
        `Declare ${held}, or a new Database with the earlier version.`,
    );
  if (protocol === "memcached") return problem(`cannot change with memcached: declare ${held}.`);
  return unlistedVersion(redisVersion, session, before.subscriptionId);
}

/** Reports a version that the account offers neither to all subscriptions nor to this one. */
export async function unlistedVersion(
  redisVersion: string,
  { catalog }: ResourceSession,
  subscriptionId?: number,
): Promise<readonly Problem[]> {
  const listed = await catalog.redisVersions();
  if (listed === undefined || listed.some(({ version }) => version === redisVersion)) return [];
  const here = subscriptionId === undefined ? listed : await catalog.redisVersions(subscriptionId);
  if (here === undefined || here.some(({ version }) => version === redisVersion)) return [];
  const all = here.map(({ version }) => version).join(", ");
  return [
    {
      property: "redisVersion",
      reason: `${redisVersion} is not a version of this account: it has ${all} (getRedisVersions()).`,
    },
  ];
}
