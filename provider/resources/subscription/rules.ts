import type { Cloud } from "../../lifecycle/cloud";
import { repetitions } from "../common";
import type { Problem } from "../declaration";
import { databaseName } from "../schemas";
import { numbered } from "./databases";
import { isInOwnCloudAccount } from "./place";
import type { CreationPlanDatabase, SubscriptionInputs } from "./types";

/** What is wrong between a subscription's arguments. */
export function subscriptionRules(
  inputs: Partial<SubscriptionInputs>,
  isUnknown: (argument: keyof SubscriptionInputs) => boolean,
  before: Partial<SubscriptionInputs>,
): readonly Problem[] {
  return [
    ...databaseProblems(inputs),
    ...ownCloudAccountProblems(inputs),
    ...maintenanceProblems(inputs),
    ...repetitions(inputs.cidrIps ?? [], (index) => `cidrIps[${index}]`),
    ...repetitions(inputs.securityGroupIds ?? [], (index) => `securityGroupIds[${index}]`),
    ...encryptionProblems(inputs, isUnknown, before),
  ];
}

/** The payment method has to be one of the account's. */
export async function verifyPayment({ paymentMethodId }: Partial<SubscriptionInputs>, cloud: Cloud) {
  if (paymentMethodId === undefined) return [];
  const ids = (await cloud.paymentMethods()).map(({ id }) => id);
  if (ids.includes(paymentMethodId)) return [];
  const known =
    ids.length > 0
      ? `it has ${ids.join(", ")}`
      : "it has none: leave it out where the account pays by contract or through a marketplace";
  return [{ property: "paymentMethodId", reason: `is not a payment method of this account (${known}).` }];
}

function databaseProblems({
  databases = [],
  creationPlan = [],
}: Partial<SubscriptionInputs>): readonly Problem[] {
  const both = databases.length > 0 && creationPlan.length > 0;
  const given = databases.flatMap((spec, index) => numbered(spec).map(({ name }) => ({ name, index })));
  const tooLong = given.find(({ name }) => !databaseName.safeParse(name).success);
  return [
    ...(both
      ? [
          {
            property: "creationPlan",
            reason: "cannot be given together with databases: these size the hardware.",
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
            reason: `makes ${tooLong.name}, which is over 40 characters.`,
          },
        ]
      : []),
    ...databases.flatMap((spec, index) => sizeProblems(spec, `databases[${index}]`)),
    ...creationPlan.flatMap((spec, index) => sizeProblems(spec, `creationPlan[${index}]`)),
  ];
}

function sizeProblems(
  { datasetSizeInGb, memoryLimitInGb }: CreationPlanDatabase,
  at: string,
): readonly Problem[] {
  if (datasetSizeInGb !== undefined && memoryLimitInGb !== undefined) {
    const reason = "cannot be given together with datasetSizeInGb: keep datasetSizeInGb.";
    return [{ property: `${at}.memoryLimitInGb`, reason }];
  }
  if (datasetSizeInGb !== undefined || memoryLimitInGb !== undefined) return [];
  return [{ property: `${at}.datasetSizeInGb`, reason: "is missing: give the size of the dataset in GB." }];
}

/** What only the resources of a cloud account of one's own can have. */
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
  const reason =
    "is for a cloud account of your own: give cloudProviders[0].cloudAccountId, or leave it out.";
  return Object.entries(lists)
    .filter(([, list]) => list.length > 0)
    .map(([property]) => ({ property, reason }));
}

function maintenanceProblems({
  maintenanceWindows,
  memoryStorage,
}: Partial<SubscriptionInputs>): readonly Problem[] {
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
 * In the vendor's cloud account, a subscription is created without its keys, and rests until it has them: nothing of it can
 * be changed until then.
 */
function beforeKeysProblems(
  isGiven: boolean,
  maintenanceWindows: SubscriptionInputs["maintenanceWindows"],
): readonly Problem[] {
  const given = {
    persistentStorageEncryptionKeys: isGiven,
    maintenanceWindows: maintenanceWindows?.mode === "manual",
  };
  const reason =
    "is for a later `pulumi up`: in Redis' own cloud account, and so always on Google Cloud, a subscription is created " +
    "without its keys. Leave this out, run `pulumi up`, grant the principal in its customerManagedKeyAccessDetails access " +
    "to your key, and give this then.";
  return Object.entries(given).flatMap(([property, is]) => (is ? [{ property, reason }] : []));
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
  if (type !== "customer-managed-key") return [];
  // Not known yet is only a cloud account of the program's own.
  const isVendors = cloudProviders !== undefined && !cloudProviders.some(isInOwnCloudAccount);
  if (isVendors)
    return before.cloudProviders === undefined ? beforeKeysProblems(isGiven, maintenanceWindows) : [];
  if (isGiven) return [];
  // The API does not tell the keys: what was adopted has none to go by, nor what was refreshed after others changed it.
  if (before.persistentStorageEncryptionType === type && before[property] === undefined) return [];
  return [{ property, reason: "is missing: customer-managed-key needs it." }];
}
