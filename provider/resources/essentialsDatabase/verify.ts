import { redisVersionsAnswer } from "../../api/catalog";
import type { Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { verifyPassword } from "../database/defaultUser";
import type { ListedDatabase } from "../database/kind";
import { versionProblems } from "../database/specRules";
import { refusedUpgrade, unavailableTarget } from "../database/version";
import { declaredPlanOf, planOfAllDeclared } from "../essentialsSubscription/declared";
import { essentialsSubscriptionKind } from "../essentialsSubscription/kind";
import { type Plan, planLabel, readPlan } from "../essentialsSubscription/plans";
import { perAccount } from "../perAccount";
import { essentialsDatabaseKind } from "./kind";
import { planProblems } from "./planRules";
import { specOf } from "./rules";
import type { EssentialsDatabaseInputs } from "./types";

type Inputs = Partial<EssentialsDatabaseInputs>;
type IsUnknown = (argument: keyof EssentialsDatabaseInputs) => boolean;

/** Validates a database's arguments against the plan of its subscription, and what the account has. */
export async function verifyEssentialsDatabase(
  inputs: Inputs,
  session: ResourceSession,
  before: Inputs,
  isUnknown: IsUnknown,
): Promise<readonly Problem[]> {
  const existing = await existingDatabase(before, session);
  const findPath = async () =>
    existing && `/fixed/subscriptions/${before.subscriptionId}/databases/${existing.databaseId}`;
  return [
    ...(await problemsByPlan(inputs, session, before, isUnknown)),
    ...(isUnknown("redisVersion") ? [] : await problemsByVersion(inputs, session, before, existing)),
    ...(await verifyPassword(inputs, session, before, findPath)),
  ];
}

async function databasesIn(
  subscriptionId: number,
  session: ResourceSession,
): Promise<readonly ListedDatabase[]> {
  return [...(await session.list(essentialsDatabaseKind, { subscriptionId }, 0)).values()];
}

/** The existing database; failed ones are replaced. */
async function existingDatabase({ subscriptionId, name }: Inputs, session: ResourceSession) {
  if (subscriptionId === undefined || name === undefined) return undefined;
  const found = (await databasesIn(subscriptionId, session)).find((one) => one.name === name);
  return found === undefined || essentialsDatabaseKind.states.failed.has(found.status) ? undefined : found;
}

async function problemsByPlan(
  inputs: Inputs,
  session: ResourceSession,
  before: Inputs,
  isUnknown: IsUnknown,
): Promise<readonly Problem[]> {
  const { subscriptionId } = inputs;
  const subscriptions = await session.list(essentialsSubscriptionKind, {}, 0);
  const subscription = subscriptionId === undefined ? undefined : subscriptions.get(subscriptionId);
  const declared = subscriptionId === undefined ? undefined : declaredPlanOf(session, subscriptionId);
  // A subscription that is only to be created has no ID yet: it is one of those that this run declares.
  const ofNew = isUnknown("subscriptionId") ? planOfAllDeclared(session) : undefined;
  const planId = declared === undefined ? (subscription?.planId ?? ofNew) : declared.planId;
  const plan = planId === undefined ? undefined : await readPlan(planId, session);
  if (plan === undefined) return [];
  const planType = plan.id === subscription?.planId ? subscription?.planType : undefined;
  const isPayAsYouGo = planType === undefined ? undefined : planType === "pay-as-you-go";
  return [
    ...planProblems(inputs, plan, isPayAsYouGo),
    ...(before.name === undefined ? await countProblems(inputs, plan, session) : []),
  ];
}

/** The names of new databases that this run declares, by subscription and URN. */
const declaredNames = perAccount(() => new Map<number, Map<unknown, string>>());

/** API: `FIXED_DATABASE_FIXED_SUBSCRIPTION_REACHED_MAX_DATABASES_COUNT`. */
async function countProblems(
  { subscriptionId, name = "", ...inputs }: Inputs,
  plan: Plan,
  session: ResourceSession,
): Promise<readonly Problem[]> {
  if (subscriptionId === undefined || plan.maximumDatabases === undefined) return [];
  const declared = declaredNames(session).get(subscriptionId) ?? new Map<unknown, string>();
  declaredNames(session).set(subscriptionId, declared);
  const urn = (inputs as Record<string, unknown>).__urn;
  const listed = (await databasesIn(subscriptionId, session))
    .filter(({ status }) => !essentialsDatabaseKind.states.deleting.has(status))
    .map((database) => database.name ?? "");
  const others = new Set([
    ...listed,
    ...[...declared].filter(([other]) => other !== urn).map(([, one]) => one),
  ]);
  others.delete(name);
  if (others.size < plan.maximumDatabases) {
    declared.set(urn, name);
    return [];
  }
  const reason =
    `subscription ${subscriptionId} has ${others.size} (${[...others].join(", ")}), and its plan ${planLabel(plan)} allows ` +
    `${plan.maximumDatabases}. Remove one in an earlier \`pulumi up\`, or choose another plan.`;
  return [{ property: "subscriptionId", reason }];
}

/** What the account does not offer, or the version that the database has, or gets, does not have. */
async function problemsByVersion(
  inputs: Inputs,
  session: ResourceSession,
  before: Inputs,
  existing: ListedDatabase | undefined,
): Promise<readonly Problem[]> {
  const { redisVersion, subscriptionId, protocol } = inputs;
  const held = existing?.redisVersion;
  if (redisVersion === undefined) return problemsOfUndeclared(inputs, session, before, held);
  if (redisVersion === before.redisVersion || redisVersion === held) return [];
  const refused = held === undefined ? [] : refusedUpgrade(redisVersion, held, protocol);
  if (refused.length > 0 || subscriptionId === undefined) return refused;
  const offered = await versionsFor(subscriptionId, session);
  const listed = offered?.find(({ version }) => version === redisVersion);
  if (offered === undefined || listed !== undefined) {
    if (held === undefined || listed?.isPreview) return [];
    const path = `/fixed/subscriptions/${subscriptionId}/databases/${existing?.databaseId}`;
    return unavailableTarget(redisVersion, held, path, session);
  }
  const all = offered.map(({ version }) => version).join(", ");
  const reason = `${redisVersion} is no version of this subscription: it has ${all} (getEssentialsRedisVersions()).`;
  return [{ property: "redisVersion", reason }];
}

async function problemsOfUndeclared(
  inputs: Inputs,
  session: ResourceSession,
  before: Inputs,
  held: string | undefined,
): Promise<readonly Problem[]> {
  const { subscriptionId, modules, respVersion, dataEvictionPolicy } = inputs;
  const depends = [modules, respVersion, dataEvictionPolicy].some((given) => given !== undefined);
  if (!depends) return [];
  if (held !== undefined)
    return versionProblems(specOf(inputs), held, specOf(before), "the version that the database has");
  const offered = subscriptionId === undefined ? undefined : await versionsFor(subscriptionId, session);
  const version = offered?.find(({ isDefault }) => isDefault)?.version;
  return version === undefined
    ? []
    : versionProblems(specOf(inputs), version, specOf(before), "the account's default version");
}

const versionsFor = async (subscriptionId: number, { catalog }: ResourceSession) =>
  (await catalog.read(`/fixed/redis-versions?subscriptionId=${subscriptionId}`, redisVersionsAnswer))
    ?.redisVersions;
