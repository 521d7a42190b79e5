import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { ACTIVE_ACTIVE } from "../subscription/kind";
import { storageDeclaredFor, storageOfAllDeclared } from "../subscription/storage";
import { type DatabaseSpec, storageProblems, versionProblems } from "./specRules";
import type { DatabaseInputs } from "./types";
import { heldVersion, unlistedVersion, upgradeProblems } from "./version";

type IsUnknown = (argument: keyof DatabaseInputs) => boolean;

/** Checks a database's arguments against the account. Looks up only what changed. */
export async function verifyDatabase(
  inputs: Partial<DatabaseInputs>,
  session: ResourceSession,
  before: Partial<DatabaseInputs>,
  isUnknown: IsUnknown,
): Promise<readonly Problem[]> {
  const { redisVersion, subscriptionId } = inputs;
  const isNewVersion = redisVersion !== undefined && redisVersion !== before.redisVersion;
  const isNew = before.name === undefined;
  return [
    ...(isNewVersion && isNew ? await unlistedVersion(redisVersion, session, subscriptionId) : []),
    ...(isNewVersion && !isNew ? await upgradeProblems(inputs, session, before) : []),
    ...(redisVersion === undefined && !isUnknown("redisVersion")
      ? await undeclaredVersionProblems(inputs, session, before)
      : []),
    ...(await unlistedProblems(inputs, session, before)),
    ...(await storageProblemsOf(inputs, session, before, isUnknown)),
  ];
}

/** Databases of Active-Active subscriptions are a kind of their own. */
export async function deploymentProblems(
  { subscriptionId }: Partial<DatabaseInputs>,
  session: ResourceSession,
): Promise<readonly Problem[]> {
  if (subscriptionId === undefined) return [];
  const subscription = await session.subscriptionSeen(subscriptionId);
  const reason = `${subscriptionId} is an Active-Active subscription: declare an ActiveActiveDatabase in it.`;
  return subscription?.deploymentType === ACTIVE_ACTIVE ? [{ property: "subscriptionId", reason }] : [];
}

/** What the account does not list: modules, and query performance factors. */
export async function unlistedProblems(
  { modules = [], queryPerformanceFactor: factor }: DatabaseSpec,
  { catalog }: ResourceSession,
  before: DatabaseSpec = {},
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const isListed = (name: string) => before.modules?.some((module) => module.name === name) === true;
  if (modules.some(({ name }) => !isListed(name))) {
    const listed = await catalog.modules();
    modules.forEach(({ name }, index) => {
      if (listed === undefined || listed.includes(name) || isListed(name)) return;
      const reason = `${name} is not a module of this account: it has ${listed.join(", ")} (getDatabaseModules()).`;
      problems.push({ property: `modules[${index}].name`, reason });
    });
  }
  if (factor !== undefined && factor !== "Standard" && factor !== before.queryPerformanceFactor) {
    const listed = await catalog.queryPerformanceFactors();
    const reason = `${factor} is not a query performance factor of this account: it has ${listed?.join(", ")}.`;
    if (listed?.includes(factor) === false) problems.push({ property: "queryPerformanceFactor", reason });
  }
  return problems;
}

/** Reports arguments that the account's default version does not support, for databases that declare no version. */
export async function defaultVersionProblems(
  spec: DatabaseSpec,
  session: ResourceSession,
): Promise<readonly Problem[]> {
  if (!dependsOnVersion(spec)) return [];
  const version = (await session.catalog.redisVersions())?.find(({ isDefault }) => isDefault)?.version;
  return version === undefined ? [] : versionProblems(spec, version, {}, "the account's default version");
}

async function undeclaredVersionProblems(
  inputs: Partial<DatabaseInputs>,
  session: ResourceSession,
  before: Partial<DatabaseInputs>,
): Promise<readonly Problem[]> {
  if (before.name === undefined) return defaultVersionProblems(inputs, session);
  if (!dependsOnVersion(inputs, before)) return [];
  const version = await heldVersion(before, session);
  return version === undefined
    ? []
    : versionProblems(inputs, version, before, "the version that the database has");
}

/** Whether a new or changed argument is not supported by all versions. */
function dependsOnVersion(spec: DatabaseSpec, before: DatabaseSpec = {}): boolean {
  const depending = ["modules", "respVersion", "dataEvictionPolicy", "queryPerformanceFactor"] as const;
  return depending.some(
    (argument) => spec[argument] !== undefined && !isDeepStrictEqual(spec[argument], before[argument]),
  );
}

async function storageProblemsOf(
  inputs: Partial<DatabaseInputs>,
  session: ResourceSession,
  before: Partial<DatabaseInputs>,
  isUnknown: IsUnknown,
): Promise<readonly Problem[]> {
  const { subscriptionId, account } = inputs;
  const isAsked = [inputs.ramPercentage, inputs.averageItemSizeInBytes].some((given) => given !== undefined);
  if (!isAsked && inputs.protocol !== "memcached") return [];
  if (subscriptionId === undefined) {
    // The subscription has no ID before its creation: it must be one of those that this run declares.
    const storage = isUnknown("subscriptionId") ? storageOfAllDeclared(account) : undefined;
    return storage === undefined ? [] : storageProblems(inputs, storage, before);
  }
  const storage =
    storageDeclaredFor(subscriptionId) ?? (await session.subscriptionSeen(subscriptionId))?.memoryStorage;
  return storage === undefined ? [] : storageProblems(inputs, storage, before);
}
