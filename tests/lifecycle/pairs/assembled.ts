import { only } from "./arguments";
import { type CloudAccountDraft, REQUIRED_OF_CLOUD_ACCOUNT } from "./cloudAccountArguments";
import { type DatabaseDraft, PLANNABLE, type PlannedDraft } from "./databaseArguments";
import { type Keys, unchangedPlace } from "./keys";
import { type Args, type Program, type Reference, type Resource, resourceOf } from "./program";
import { REGIONS, type SubscriptionDraft } from "./subscriptionArguments";
import { DEFAULT_VERSION, validDatabase, validPlanned, validSubscription, versionsOf } from "./valid";

export const named = (logicalName: string, name: string | undefined) =>
  name === undefined ? {} : { name: `${logicalName}-${name}` };

export const cloudAccountOf = (logicalName: string, { name, ...draft }: CloudAccountDraft): Resource => ({
  type: "CloudAccount",
  name: logicalName,
  args: { ...REQUIRED_OF_CLOUD_ACCOUNT, ...draft, ...named(logicalName, name) },
  dependsOn: [],
});

/** A database, and whether its subscription is created with it. */
export interface AssembledDatabase {
  readonly resource: Resource;
  readonly isMadeWithSubscription: boolean;
}

interface Placed {
  readonly name: string;
  /** Which of its subscription's databases it is. */
  readonly number: number;
  readonly subscription: string;
  readonly hasFlash: boolean;
}

export function databaseOf(
  { name: logicalName, number, subscription, hasFlash }: Placed,
  draft: DatabaseDraft,
  before: Program,
): AssembledDatabase {
  const isMemcached = draft.protocol === "memcached";
  const versions = versionsOf(
    isMemcached ? undefined : draft.redisVersion,
    resourceOf(before, logicalName)?.versions,
  );
  const { isSubscriptionIdNumber, isMadeWithSubscription, name, port, ...args } = validDatabase(
    draft,
    versions,
    hasFlash,
  );
  const reference: Reference = { of: subscription, as: isSubscriptionIdNumber ? "number" : "string" };
  return {
    isMadeWithSubscription: isMadeWithSubscription === true,
    resource: {
      type: "Database",
      name: logicalName,
      args: {
        ...args,
        ...(args.redisVersion === undefined ? {} : { redisVersion: versions.highest }),
        ...named(logicalName, name),
        ...(port === undefined ? {} : { port: 12_000 + 10 * number + port }),
        ...passwordOf(args, resourceOf(before, logicalName)?.args),
        subscriptionId: reference,
      },
      dependsOn: [subscription],
      versions,
    },
  };
}

/** While the default user is off, and stays off, its password cannot change. */
function passwordOf({ enableDefaultUser }: Pick<DatabaseDraft, "enableDefaultUser">, before?: Args) {
  const staysOff = enableDefaultUser === false && before?.enableDefaultUser === false;
  return staysOff ? { password: before.password } : {};
}

export function subscriptionOf(
  logicalName: string,
  draft: SubscriptionDraft,
  cloudAccount: Resource | undefined,
  databases: readonly AssembledDatabase[],
  { keys, before }: { readonly keys: Keys; readonly before?: Resource },
): Resource {
  const {
    name,
    databases: more = [],
    creationPlan,
    provider,
    isInOwnCloudAccount,
    region,
    multipleAvailabilityZones,
    hasPreferredZones,
    deploymentCIDR,
    vpcId,
    subnetIds,
    securityGroupId,
    resourceTags,
    ...args
  } = validSubscription(draft, cloudAccount !== undefined, keys);
  const isOwn = isInOwnCloudAccount === true ? cloudAccount : undefined;
  const made = [
    ...databases.flatMap(({ resource, isMadeWithSubscription }) =>
      isMadeWithSubscription ? [madeFor(resource)] : [],
    ),
    ...more.map((spec, index) => ({
      name: `${logicalName}-more-${index}`,
      ...plannedOf(spec, draft, index),
    })),
  ];
  const plan = creationPlan?.map((spec, index) => plannedOf(spec, draft, index));
  const place = REGIONS[provider ?? "AWS"][region ?? 0] ?? "";
  const zones = multipleAvailabilityZones ? ["a", "b", "c"] : ["b"];
  const networking = given({ deploymentCIDR, vpcId, subnetIds, securityGroupId });
  return {
    type: "Subscription",
    name: logicalName,
    args: {
      ...args,
      ...named(logicalName, name),
      ...(made.length > 0 || draft.databases !== undefined ? { databases: made } : {}),
      ...(plan !== undefined && made.length === 0 ? { creationPlan: plan } : {}),
      cloudProviders: [
        given({
          provider,
          cloudAccountId: isOwn
            ? { of: isOwn.name, as: "number" }
            : isInOwnCloudAccount === false
              ? 1
              : undefined,
          regions: [
            given({
              region: place,
              multipleAvailabilityZones,
              preferredAvailabilityZones: hasPreferredZones
                ? zones.map((zone) => `${place}-${zone}`)
                : undefined,
              networking: Object.keys(networking).length > 0 ? networking : undefined,
            }),
          ],
          resourceTags,
        }),
      ],
      ...unchangedPlace(keys, before),
    },
    dependsOn: isOwn ? [isOwn.name] : [],
  };
}

function plannedOf(spec: PlannedDraft, { redisVersion, memoryStorage }: SubscriptionDraft, index: number) {
  const version = spec.redisVersion ?? redisVersion ?? DEFAULT_VERSION;
  const hasFlash = memoryStorage === "ram-and-flash";
  const { port, ...valid } = validPlanned(spec, { lowest: version, highest: version }, hasFlash);
  return port === undefined || (valid.quantity ?? 1) > 1
    ? valid
    : { ...valid, port: 13_000 + 10 * index + port };
}

/** What a subscription makes for a database to take over: the same in what cannot change, and else not quite. */
function madeFor({ args }: Resource) {
  const { datasetSizeInGb, memoryLimitInGb, ...spec } = only(args, ([name]) =>
    ["name", ...PLANNABLE].includes(name),
  );
  // Else it would have the version that the subscription names, which takes other arguments.
  const version = args.protocol === "memcached" ? {} : { redisVersion: args.redisVersion ?? DEFAULT_VERSION };
  return { ...spec, ...version, datasetSizeInGb: 4, dataPersistence: "aof-every-write" };
}

export const given = (values: object): Record<string, unknown> =>
  only(values, ([, value]) => value !== undefined);
