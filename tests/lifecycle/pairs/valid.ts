import { only } from "./arguments";
import type { DatabaseDraft, PlannedDraft } from "./databaseArguments";
import { type Keys, withoutWhatWaits } from "./keys";
import type { Versions } from "./program";
import type { SubscriptionDraft } from "./subscriptionArguments";

/*
 * Drafts made valid: what the API refuses between arguments is left out. Each argument by itself is valid as drawn.
 */

/** The version of a database whose program names none. */
export const DEFAULT_VERSION = "8.2";

const isAtLeast = (version: string, other: string): boolean => Number(version) >= Number(other);
const lower = (one: string, other: string): string => (isAtLeast(one, other) ? other : one);
const higher = (one: string, other: string): string => (isAtLeast(one, other) ? one : other);

/** The versions that a database may have: there is no way back, and one that is replaced begins anew. */
export function versionsOf(declared: string | undefined, before: Versions | undefined): Versions {
  const { lowest, highest } = before ?? { lowest: DEFAULT_VERSION, highest: DEFAULT_VERSION };
  if (declared === undefined)
    return { lowest: lower(lowest, DEFAULT_VERSION), highest: higher(highest, DEFAULT_VERSION) };
  const version = before === undefined ? declared : higher(declared, highest);
  return { lowest: version, highest: version };
}

/** What the API takes of a database, in a subscription with or without flash. */
export function validDatabase(draft: DatabaseDraft, versions: Versions, hasFlash: boolean): DatabaseDraft {
  const { isMadeWithSubscription, ...planned } = validPlanned(draft, versions, hasFlash) as DatabaseDraft;
  const { supportOSSClusterApi, shardingType, clientTlsCertificates = [], clientSslCertificate } = planned;
  const isMemcached = planned.protocol === "memcached";
  const isMutual = clientTlsCertificates.length > 0;
  const wrong: (keyof DatabaseDraft | false)[] = [
    isMemcached ? "password" : "saslUsername",
    !isMemcached && "saslPassword",
    isMemcached && "enableDefaultUser",
    supportOSSClusterApi !== true && "useExternalEndpointForOSSClusterApi",
    shardingType !== "custom-regex-rules" && "regexRules",
    planned.replica !== undefined && "replicaOf",
    planned.remoteBackup !== undefined && "periodicBackupPath",
    planned.clientTlsCertificates !== undefined && "clientSslCertificate",
    !isAtLeast(versions.lowest, "8.4") &&
      planned.dataEvictionPolicy?.endsWith("-lrm") === true &&
      "dataEvictionPolicy",
  ];
  const withTls =
    isMutual || (clientSslCertificate && planned.enableTls === false) ? { enableTls: true } : {};
  // Only a name that is known beforehand can be given to the subscription's own.
  const made = isMadeWithSubscription && planned.name !== undefined ? { isMadeWithSubscription } : {};
  return { ...without(planned, wrong), ...withTls, ...made };
}

/** The same for what is made with a subscription. */
export function validPlanned<Draft extends PlannedDraft>(
  draft: Draft,
  { lowest, highest }: Versions,
  hasFlash: boolean,
): Draft {
  const isMemcached = draft.protocol === "memcached" && !hasFlash;
  const hasModules = !isMemcached && !isAtLeast(highest, "8.0");
  const hasSearch =
    isAtLeast(lowest, "8.0") || (hasModules && draft.modules?.some(({ name }) => name === "RediSearch"));
  const wrong: (keyof PlannedDraft | false)[] = [
    draft.memoryLimitInGb !== undefined && "datasetSizeInGb",
    !hasModules && "modules",
    (isMemcached || !hasSearch) && "queryPerformanceFactor",
    hasFlash && draft.protocol === "memcached" && "protocol",
    isMemcached && "supportOSSClusterApi",
    isMemcached && "redisVersion",
    (isMemcached || !isAtLeast(lowest, "7.2")) && "respVersion",
    !hasFlash && "ramPercentage",
    !hasFlash && "averageItemSizeInBytes",
  ];
  const size =
    draft.memoryLimitInGb === undefined && draft.datasetSizeInGb === undefined ? { datasetSizeInGb: 1 } : {};
  return { ...without(draft, wrong), ...size };
}

/** What the API takes of a subscription, with or without a cloud account of the program's own to be in. */
export function validSubscription(
  given: SubscriptionDraft,
  hasCloudAccount: boolean,
  whose: Keys,
): SubscriptionDraft {
  const draft = withoutWhatWaits(given, whose);
  const isOwn = draft.isInOwnCloudAccount === true && hasCloudAccount && draft.provider !== "GCP";
  const hasOwnKeys = whose === "own" || whose === "given";
  const wrong: (keyof SubscriptionDraft | false)[] = [
    !isOwn && draft.isInOwnCloudAccount === true && "isInOwnCloudAccount",
    ...(isOwn ? [] : (["resourceTags", "vpcId", "subnetIds", "securityGroupId"] as const)),
    ...(isOwn ? [] : (["cidrIps", "securityGroupIds"] as const)),
    !hasOwnKeys && "persistentStorageEncryptionKeys",
    isOwn && wholeNetwork(draft).subnetIds !== undefined && "deploymentCIDR",
    (draft.databases?.length ?? 0) > 0 && "creationPlan",
  ];
  const isByCard = draft.paymentMethod !== "marketplace";
  const payment = isByCard && draft.paymentMethodId === undefined ? { paymentMethodId: 2 } : {};
  const keys =
    hasOwnKeys && draft.persistentStorageEncryptionKeys === undefined
      ? { persistentStorageEncryptionKeys: KEYS }
      : {};
  return { ...without(draft, wrong), ...payment, ...keys, ...(isOwn ? wholeNetwork(draft) : {}) };
}

/** A network of one's own is given as a whole. */
function wholeNetwork({ vpcId, subnetIds, securityGroupId }: SubscriptionDraft): SubscriptionDraft {
  if (vpcId === undefined && subnetIds === undefined && securityGroupId === undefined) return {};
  return {
    vpcId: vpcId ?? "vpc-0125be68a4625884a",
    subnetIds: subnetIds?.length ? subnetIds : ["subnet-1"],
    securityGroupId: securityGroupId ?? "sg-0125be68a4625884a",
  };
}

const KEYS = {
  customerManagedKeys: [{ resourceName: "arn:aws:kms:us-east-1:123456789012:key/zeroth" }],
  deletionGracePeriod: "8-hours" as const,
};

const without = <Draft extends object>(draft: Draft, wrong: readonly (PropertyKey | false)[]): Draft =>
  only(draft, ([name]) => !wrong.includes(name)) as Draft;
