import type { Problem } from "../../operations/declaration";
import { repetitions } from "../common";
import { at, specProblems, storageProblems, versionProblems } from "../database/specRules";
import { databaseName } from "../schemas";
import { expandQuantity } from "./databases";
import { isInOwnCloudAccount } from "./place";
import { placeProblems, repeatedAddresses } from "./placeRules";
import type { CreationPlanDatabase, SubscriptionInputs } from "./types";

/** Checks the arguments of a subscription against each other. */
export function subscriptionRules(
  inputs: Partial<SubscriptionInputs>,
  isUnknown: (argument: keyof SubscriptionInputs) => boolean,
  before: Partial<SubscriptionInputs>,
): readonly Problem[] {
  return [
    ...databaseProblems(inputs),
    ...(before.name === undefined ? specProblemsIn(inputs) : []),
    ...placeProblems(inputs, before),
    ...ownCloudAccountProblems(inputs),
    ...maintenanceProblems(inputs),
    ...repeatedAddresses(inputs),
    ...repetitions(inputs.securityGroupIds ?? [], (index) => `securityGroupIds[${index}]`),
    ...encryptionProblems(inputs, isUnknown, before),
  ];
}

function databaseProblems({
  databases = [],
  creationPlan = [],
}: Partial<SubscriptionInputs>): readonly Problem[] {
  const both = databases.length > 0 && creationPlan.length > 0;
  const given = databases.flatMap((spec, index) => expandQuantity(spec).map(({ name }) => ({ name, index })));
  const tooLong = given.find(({ name }) => !databaseName.safeParse(name).success);
  return [
    ...(both
      ? [
          {
            property: "creationPlan",
            reason: "cannot be combined with databases, which determine the hardware.",
          },
        ]
      : []),
    ...repetitions(
      given.map(({ name }) => name),
      (at) => `databases[${given[at]?.index}].name`,
    ),
    ...(tooLong
      ? [
          {
            property: `databases[${tooLong.index}].name`,
            reason: `results in the name ${tooLong.name}, which is over 40 characters.`,
          },
        ]
      : []),
    ...portProblems(databases, creationPlan),
  ];
}

/** Ports are unique within a subscription, so databases with a quantity cannot share one. */
function portProblems(
  databases: readonly CreationPlanDatabase[],
  creationPlan: readonly CreationPlanDatabase[],
): readonly Problem[] {
  return Object.entries({ databases, creationPlan }).flatMap(([list, specs]) => {
    const ports = specs.flatMap(({ port, quantity = 1 }, index) =>
      port === undefined ? [] : Array.from({ length: Math.min(quantity, 2) }, () => ({ port, index })),
    );
    return repetitions(
      ports.map(({ port }) => String(port)),
      (at) => `${list}[${ports[at]?.index}].port`,
    );
  });
}

/** Checks each database of the creation; after the creation they have no effect. */
function specProblemsIn(inputs: Partial<SubscriptionInputs>): readonly Problem[] {
  const { databases = [], creationPlan = [], memoryStorage = "ram" } = inputs;
  return Object.entries({ databases, creationPlan }).flatMap(([list, specs]) =>
    (specs as readonly CreationPlanDatabase[]).flatMap((spec, index) => {
      const version = spec.redisVersion ?? inputs.redisVersion;
      return at(`${list}[${index}]`, [
        ...specProblems(spec),
        ...(version === undefined ? [] : versionProblems(spec, version)),
        ...storageProblems(spec, memoryStorage),
      ]);
    }),
  );
}

/** Reports arguments that are only available in the customer's own cloud account. */
function ownCloudAccountProblems({
  cloudProviders,
  cidrIps = [],
  securityGroupIds = [],
}: Partial<SubscriptionInputs>): readonly Problem[] {
  const [provider] = cloudProviders ?? [];
  if (provider === undefined) return [];
  const { resourceTags = [] } = provider;
  const repeated = repetitions(
    resourceTags.map(({ key }) => key),
    (index) => `cloudProviders[0].resourceTags[${index}].key`,
  );
  if (isInOwnCloudAccount(provider)) return repeated;
  const lists = { cidrIps, securityGroupIds, "cloudProviders[0].resourceTags": resourceTags };
  const reason = "requires your own cloud account: set cloudProviders[0].cloudAccountId, or omit it.";
  return Object.entries(lists)
    .filter(([, list]) => list.length > 0)
    .map(([property]) => ({ property, reason }));
}

export function maintenanceProblems({
  maintenanceWindows,
  memoryStorage,
}: Partial<Pick<SubscriptionInputs, "maintenanceWindows" | "memoryStorage">>): readonly Problem[] {
  if (maintenanceWindows === undefined) return [];
  const { mode, windows = [] } = maintenanceWindows;
  const property = "maintenanceWindows.windows";
  if (mode === "automatic") {
    return windows.length > 0 ? [{ property, reason: "is only for mode manual." }] : [];
  }
  if (windows.length === 0) return [{ property, reason: "is missing: mode manual needs one." }];
  return windows.flatMap(({ durationInHours, days }, index) => [
    ...(memoryStorage === "ram-and-flash" && durationInHours < 8
      ? [
          {
            property: `${property}[${index}].durationInHours`,
            reason: "must be 8 to 24 hours with ram-and-flash.",
          },
        ]
      : []),
    ...repetitions(days, (at) => `${property}[${index}].days[${at}]`),
  ]);
}

/**
 * In Redis' own cloud account, a subscription is created without keys, and nothing else can be changed until it has
 * them.
 */
export function beforeKeysProblems(
  isGiven: boolean,
  maintenanceWindows: SubscriptionInputs["maintenanceWindows"],
): readonly Problem[] {
  const given = {
    persistentStorageEncryptionKeys: isGiven,
    maintenanceWindows: maintenanceWindows?.mode === "manual",
  };
  const why =
    "in Redis' own cloud account, and so always on Google Cloud, a subscription is created without its keys";
  const reasons = {
    persistentStorageEncryptionKeys:
      `cannot be set at creation: ${why}. Omit this argument, grant the principal in its ` +
      "customerManagedKeyAccessDetails access to your key, and declare the key in SubscriptionEncryptionKeys.",
    maintenanceWindows: `must be set in a later \`pulumi up\`: ${why}, and cannot be changed until it has them.`,
  };
  return (Object.keys(reasons) as (keyof typeof reasons)[])
    .filter((property) => given[property])
    .map((property) => ({ property, reason: reasons[property] }));
}

function encryptionProblems(
  {
    persistentStorageEncryptionType: type,
    persistentStorageEncryptionKeys: keys,
    cloudProviders,
    maintenanceWindows,
  }: Partial<SubscriptionInputs>,
  isUnknown: (argument: keyof SubscriptionInputs) => boolean,
  before: Partial<SubscriptionInputs>,
): readonly Problem[] {
  const property = "persistentStorageEncryptionKeys";
  const isGiven = keys !== undefined || isUnknown(property);
  if (type !== "customer-managed-key")
    return keys !== undefined && !isUnknown("persistentStorageEncryptionType")
      ? [{ property, reason: "needs persistentStorageEncryptionType: customer-managed-key." }]
      : [];
  // Only the program's own cloud account can still be unknown.
  const isVendors = cloudProviders !== undefined && !cloudProviders.some(isInOwnCloudAccount);
  if (isVendors)
    return before.cloudProviders === undefined ? beforeKeysProblems(isGiven, maintenanceWindows) : [];
  if (isGiven) {
    const isNew = before.cloudProviders === undefined;
    const reason = "is missing: the API requires it with the first keys.";
    const isPartial = isNew && keys !== undefined && keys.deletionGracePeriod === undefined;
    return isPartial ? [{ property: `${property}.deletionGracePeriod`, reason }] : [];
  }
  // The API does not report the keys: after an adoption, or a refresh after a change elsewhere, they are unknown.
  if (before.persistentStorageEncryptionType === type && before[property] === undefined) return [];
  return [{ property, reason: "is missing: customer-managed-key requires it." }];
}
