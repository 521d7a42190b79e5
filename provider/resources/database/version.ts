import { z } from "zod";
import { informative, maybe } from "../../api/answers";
import type { Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { isEarlier } from "../redisVersions";
import { databaseKind, type ListedDatabase } from "./kind";
import { databasesIn } from "./list";
import type { DatabaseInputs } from "./types";

/** An existing database as listed; undefined if it failed. */
async function heldDatabase(
  { subscriptionId, name }: Partial<DatabaseInputs>,
  session: ResourceSession,
): Promise<ListedDatabase | undefined> {
  if (subscriptionId === undefined) return undefined;
  const databases = await databasesIn(subscriptionId, session);
  const held = databases.find((database) => database.name === name);
  return held === undefined || databaseKind.states.failed.has(held.status) ? undefined : held;
}

/** The Redis version of an existing database. */
export const heldVersion = async (
  inputs: Partial<DatabaseInputs>,
  session: ResourceSession,
): Promise<string | undefined> => (await heldDatabase(inputs, session))?.redisVersion;

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
  const { databaseId, redisVersion: held } = (await heldDatabase(before, session)) ?? {};
  if (held === undefined || redisVersion === held) return [];
  const refused = [
    ...refusedUpgrade(redisVersion, held, protocol),
    ...(await unlistedVersion(redisVersion, session, before.subscriptionId)),
  ];
  if (refused.length > 0) return refused;
  const previews = (await session.catalog.redisVersions(before.subscriptionId))?.filter(
    (one) => one.isPreview,
  );
  const isPreview = previews?.some(({ version }) => version === redisVersion);
  const path = `/subscriptions/${before.subscriptionId}/databases/${databaseId}`;
  // Whether the API lists preview versions as targets is documented nowhere.
  return isPreview ? [] : unavailableTarget(redisVersion, held, path, session);
}

/** What is wrong with an upgrade from the version that a database has to another one, whatever the account offers. */
export function refusedUpgrade(redisVersion: string, held: string, protocol?: string): readonly Problem[] {
  const problem = (reason: string) => [{ property: "redisVersion", reason }];
  if (isEarlier(redisVersion, held))
    return problem(
      `cannot be downgraded from ${held}, the current version, to ${redisVersion}. ` +
        `Declare ${held}, or a new Database with the earlier version.`,
    );
  return protocol === "memcached" ? problem(`cannot change with memcached: declare ${held}.`) : [];
}

/** `GET …/available-target-versions` */
export const targetVersionsAnswer = z
  .object({ targets: maybe(z.array(z.object({ redisVersion: z.string() }))) })
  .transform(({ targets = [] }) => targets.map(({ redisVersion }) => redisVersion));

/**
 * Reports a version to which the API does not upgrade the database.
 *
 * @param path of the database.
 */
export async function unavailableTarget(
  redisVersion: string,
  held: string,
  path: string,
  { catalog }: ResourceSession,
): Promise<readonly Problem[]> {
  const targets = await catalog.read(`${path}/available-target-versions`, targetVersionsAnswer);
  if (targets === undefined || targets.includes(redisVersion)) return [];
  const reason =
    `the database cannot be upgraded from ${held} to ${redisVersion}: ` +
    `it can be upgraded to ${targets.join(", ") || "no version"} (getAvailableTargetVersions()).`;
  return [{ property: "redisVersion", reason }];
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

const upgradeStatus = z.object({ progress: informative(z.number()), upgradeStatus: informative(z.string()) });

/** Reads the progress of an upgrade of the database with this path: `40%`, with a state out of the ordinary. */
export const upgradeProgress =
  (path: string) =>
  async (session: ResourceSession): Promise<string | undefined> => {
    const { progress, upgradeStatus: state } = (await session.find(`${path}/upgrade`, upgradeStatus)) ?? {};
    if (progress === undefined) return undefined;
    const percent = `${Math.floor(progress)}%`;
    return state === undefined || state === "in-progress" ? percent : `${percent}, ${state}`;
  };
