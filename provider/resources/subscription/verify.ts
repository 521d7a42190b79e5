import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { cloudAccountKind } from "../cloudAccount/kind";
import { at, type DatabaseSpec } from "../database/specRules";
import { defaultVersionProblems, unlistedProblems } from "../database/verify";
import { unlistedVersion } from "../database/version";
import { isInOwnCloudAccount, isSamePlace } from "./place";
import { noteDeclaredStorage } from "./storage";
import type { CloudProvider, SubscriptionInputs } from "./types";

type IsUnknown = (argument: keyof SubscriptionInputs) => boolean;

/** Checks a subscription's arguments against the account. Looks up only what changed. */
export async function verifySubscription(
  inputs: Partial<SubscriptionInputs>,
  session: ResourceSession,
  before: Partial<SubscriptionInputs>,
  isUnknown: IsUnknown,
): Promise<readonly Problem[]> {
  const { memoryStorage = "ram", account, cloudProviders } = inputs;
  const urn = (inputs as Record<string, unknown>).__urn;
  noteDeclaredStorage(urn, account, isUnknown("memoryStorage") ? undefined : memoryStorage);
  const isSame = isSamePlace(before.cloudProviders ?? [], cloudProviders ?? []);
  return [
    ...(await paymentMethodProblems(inputs, session)),
    ...(isSame ? [] : await placeProblems(cloudProviders?.[0], session)),
    ...(before.name === undefined ? await planProblems(inputs, session, isUnknown) : []),
  ];
}

/** Reports a payment method that the account does not have. */
export async function paymentMethodProblems(
  { paymentMethodId }: { readonly paymentMethodId?: number },
  session: ResourceSession,
) {
  if (paymentMethodId === undefined) return [];
  const ids = (await session.paymentMethods()).map(({ id }) => id);
  if (ids.includes(paymentMethodId)) return [];
  const known =
    ids.length > 0
      ? `it has ${ids.join(", ")}`
      : "it has none: omit it if the account pays by contract or through a marketplace";
  return [{ property: "paymentMethodId", reason: `is not a payment method of this account (${known}).` }];
}

/** Finds a cloud account; if it is missing from the cached list, reads the list again. */
async function cloudAccountOf(id: number, session: ResourceSession) {
  const seen = await session.list(cloudAccountKind, {}, 0);
  return seen.get(id) ?? (await session.list(cloudAccountKind)).get(id);
}

/** Regions that the cloud provider does not have for this account. */
export async function unlistedRegions(
  regions: readonly { readonly region: string }[],
  provider: string,
  session: ResourceSession,
): Promise<readonly Problem[]> {
  const offered = (await session.catalog.regions())?.filter((region) => region.provider === provider);
  const names = offered?.map(({ name }) => name) ?? [];
  return regions.flatMap(({ region }, index) => {
    if (names.length === 0 || names.includes(region)) return [];
    const reason = `${region} is not a region of ${provider} for this account: it has ${names.join(", ")} (getRegions()).`;
    return { property: `cloudProviders[0].regions[${index}].region`, reason };
  });
}

async function placeProblems(
  place: CloudProvider | undefined,
  session: ResourceSession,
): Promise<readonly Problem[]> {
  if (place === undefined) return [];
  const { provider = "AWS", cloudAccountId, regions } = place;
  const problems: Problem[] = [];
  problems.push(...(await unlistedRegions(regions, provider, session)));
  if (cloudAccountId === undefined || !isInOwnCloudAccount(place)) return problems;
  const property = "cloudProviders[0].cloudAccountId";
  const cloudAccount = await cloudAccountOf(cloudAccountId, session);
  if (cloudAccount === undefined) {
    const reason = `there is no cloud account ${cloudAccountId}: getCloudAccounts() lists the cloud accounts of this account.`;
    problems.push({ property, reason });
  } else if (cloudAccount.provider !== undefined && cloudAccount.provider !== provider) {
    const reason = `cloud account ${cloudAccountId} is on ${cloudAccount.provider}, but the subscription is on ${provider}.`;
    problems.push({ property, reason });
  }
  return problems;
}

/** Checks the databases of the creation; later changes to them have no effect. */
async function planProblems(
  inputs: Partial<SubscriptionInputs>,
  session: ResourceSession,
  isUnknown: IsUnknown,
): Promise<readonly Problem[]> {
  const { redisVersion } = inputs;
  const problems: Problem[] =
    redisVersion === undefined ? [] : [...(await unlistedVersion(redisVersion, session))];
  for (const list of ["databases", "creationPlan"] as const) {
    for (const [index, spec] of (inputs[list] ?? []).entries()) {
      const found = await specProblemsByAccount(
        spec,
        session,
        redisVersion === undefined && !isUnknown("redisVersion"),
      );
      problems.push(...at(`${list}[${index}]`, found));
    }
  }
  return problems.filter(
    (problem, index) => problems.findIndex((other) => isDeepStrictEqual(other, problem)) === index,
  );
}

async function specProblemsByAccount(
  spec: DatabaseSpec,
  session: ResourceSession,
  hasDefaultVersion: boolean,
) {
  const { redisVersion } = spec;
  return [
    ...(redisVersion === undefined ? [] : await unlistedVersion(redisVersion, session)),
    ...(redisVersion === undefined && hasDefaultVersion ? await defaultVersionProblems(spec, session) : []),
    ...(await unlistedProblems(spec, session)),
  ];
}
