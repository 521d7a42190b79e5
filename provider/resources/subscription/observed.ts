import { z } from "zod";
import { informative, maybe, pricingAnswer, subscriptionAnswer } from "../../api/answers";
import type { ResourceId } from "../../api/lists";
import type { Target } from "../../lifecycle/kind";
import type { Scope } from "../../operations/declaration";
import type { ResourceSession } from "../../operations/session";
import { databasesIn, isBeingDeleted } from "../database/list";
import type { Pricing } from "../pricingTypes";
import { GRACE_PERIODS } from "../schemas";
import type { MaintenanceWindows } from "../sharedTypes";
import { isInOwnCloudAccount } from "./place";
import type { CloudProvider, SubscriptionInputs } from "./types";

const networkingAnswer = z.looseObject({
  deploymentCIDR: maybe(z.string()),
  vpcId: maybe(z.string()),
  subnetId: maybe(z.string()),
});

/** Which principal needs access to the key, and with which permissions. */
const keyAccessAnswer = z.object({
  redisServiceAccount: maybe(z.string()),
  redisIamRole: maybe(z.string()),
  googlePredefinedRoles: maybe(z.array(z.string())),
  googleCustomPermissions: maybe(z.array(z.string())),
  requiredKeyPolicyStatements: maybe(z.unknown()),
  deletionGracePeriodOptions: maybe(z.array(z.string())),
});

const singleAnswer = subscriptionAnswer.extend({
  numberOfDatabases: informative(z.number()),
  deploymentType: informative(z.string()),
  storageEncryption: informative(z.boolean()),
  prometheusEndpoint: informative(z.string()),
  customerManagedKeyAccessDetails: informative(keyAccessAnswer),
  paymentMethodType: maybe(z.string()),
  paymentMethodId: maybe(z.number()),
  memoryStorage: maybe(z.string()),
  publicEndpointAccess: maybe(z.boolean()),
  persistentStorageEncryptionType: maybe(z.string()),
  deletionGracePeriod: maybe(z.enum(GRACE_PERIODS).optional().catch(undefined)),
  cloudDetails: maybe(
    z.array(
      z.looseObject({
        provider: maybe(z.string()),
        cloudAccountId: maybe(z.number()),
        resourceTags: maybe(z.array(z.looseObject({ key: z.string(), value: maybe(z.string()) }))),
        awsAccountId: informative(z.union([z.string(), z.number().transform(String)])),
        regions: maybe(
          z.array(
            z.looseObject({
              region: maybe(z.string()),
              multipleAvailabilityZones: maybe(z.boolean()),
              preferredAvailabilityZones: maybe(z.array(z.string())),
              networking: maybe(
                z.union([z.array(networkingAnswer), networkingAnswer.transform((one) => [one])]),
              ),
            }),
          ),
        ),
      }),
    ),
  ),
});

const windowsAnswer = z.looseObject({
  mode: z.string(),
  timeZone: informative(z.string()),
  skipStatus: informative(
    z.object({ remainingSkips: informative(z.number()), currentSkipEnd: informative(z.string()) }),
  ),
  windows: maybe(
    z.array(z.object({ startHour: z.number(), durationInHours: z.number(), days: z.array(z.string()) })),
  ),
});

/** `GET /subscriptions/{id}/cidr`: a task whose response is in snake case. */
const allowListAnswer = z.looseObject({
  cidr_ips: maybe(z.array(z.string())),
  security_group_ids: maybe(z.array(z.string())),
});

/** What the API reports about a subscription. */
export interface ObservedSubscription {
  /** `GET /subscriptions/{id}`. */
  readonly subscription: z.infer<typeof singleAnswer>;
  /** Cloud details in the form of the argument: `networking` is a list in responses and an object in requests. */
  readonly cloudProviders?: CloudProvider[];
  readonly pricing: Pricing[];
  /** Number of databases, not counting those that are being deleted. */
  readonly numberOfDatabases?: number;
  /** Maintenance windows; after a change, read only if the program declares them. */
  readonly maintenanceWindows?: MaintenanceWindows;
  /** How maintenance windows are to be read, and what is skipped; read with them. */
  readonly maintenance?: {
    readonly timeZone?: string;
    readonly remainingSkips?: number;
    readonly currentSkipEnd?: string;
  };
  /** Allow-list, in the customer's own cloud account; after a change, read only if the program declares it. */
  readonly allowList?: { readonly cidrIps: string[]; readonly securityGroupIds: string[] };
}

type Details = NonNullable<z.infer<typeof singleAnswer>["cloudDetails"]>[number];

/** A region, as a subscription tells it. */
export type RegionDetails = NonNullable<Details["regions"]>[number];

/** Reads `GET /subscriptions/{id}`; undefined when it is gone. */
export const readSubscription = (id: ResourceId, session: ResourceSession) =>
  session.find(`/subscriptions/${id}`, singleAnswer);

/** Reads a subscription, and what else its arguments ask for; undefined when it is gone. */
export async function observeSubscription(
  target: Target,
  inputs: Partial<Pick<SubscriptionInputs, "maintenanceWindows" | "cidrIps" | "securityGroupIds">> & {
    readonly cloudProviders?: readonly Partial<CloudProvider>[];
  },
  session: ResourceSession,
  scope: Scope = "declared",
): Promise<ObservedSubscription | undefined> {
  const { id } = target;
  const path = `/subscriptions/${id}`;
  const subscription = await session.find(path, singleAnswer);
  if (subscription === undefined) return undefined;
  const isAsked = (...names: readonly (keyof typeof inputs)[]) =>
    names.some((name) => inputs[name] !== undefined);
  // Redis' own cloud account has no allow-lists.
  const mayHaveAllowList = subscription.cloudDetails?.some(isInOwnCloudAccount);
  const [pricing, remaining, windows, allowList] = await Promise.all([
    pricingOf(id, session),
    subscription.numberOfDatabases ? remainingDatabases(id, session) : undefined,
    scope !== "declared" || isAsked("maintenanceWindows")
      ? session.find(`${path}/maintenance-windows`, windowsAnswer)
      : undefined,
    mayHaveAllowList && (scope !== "declared" || isAsked("cidrIps", "securityGroupIds"))
      ? session.readByTask(target, `${path}/cidr`, allowListAnswer)
      : undefined,
  ]);
  return {
    subscription,
    cloudProviders: cloudProvidersOf(subscription, inputs.cloudProviders),
    pricing,
    numberOfDatabases: remaining?.length ?? subscription.numberOfDatabases,
    maintenanceWindows: windows && ({ mode: windows.mode, windows: windows.windows } as MaintenanceWindows),
    maintenance: windows && { timeZone: windows.timeZone, ...windows.skipStatus },
    allowList: allowList && {
      cidrIps: allowList.cidr_ips ?? [],
      securityGroupIds: allowList.security_group_ids ?? [],
    },
  };
}

/** Prices of its databases, including those being deleted, e.g. those of the creation plan. */
export async function pricingOf(id: ResourceId | undefined, session: ResourceSession): Promise<Pricing[]> {
  const { pricing = [] } = (await session.find(`/subscriptions/${id}/pricing`, pricingAnswer)) ?? {};
  if (pricing.length === 0) return [];
  return (await remainingDatabases(id, session)).length === 0 ? [] : pricing;
}

async function remainingDatabases(id: ResourceId | undefined, session: ResourceSession) {
  const databases = await databasesIn(Number(id), session);
  return databases.filter((database) => !isBeingDeleted(database));
}

/** Cloud providers in the form of the argument. */
function cloudProvidersOf(
  { cloudDetails }: z.infer<typeof singleAnswer>,
  declared: readonly Partial<CloudProvider>[] = [],
): CloudProvider[] | undefined {
  // The API reports no cloud details during creation.
  if (cloudDetails?.length === 0) return undefined;
  return cloudDetails?.map(({ provider, cloudAccountId, regions = [], resourceTags }, index) => ({
    provider: provider as CloudProvider["provider"],
    cloudAccountId,
    regions: regions.map(
      ({ region = "", multipleAvailabilityZones, preferredAvailabilityZones, networking = [] }, at) => ({
        region,
        multipleAvailabilityZones,
        preferredAvailabilityZones,
        networking: {
          deploymentCIDR: networking[0]?.deploymentCIDR,
          // It is told of a VPC that the API made, too, and in the vendor's own cloud account nobody may name one.
          vpcId: declared[index]?.regions?.[at]?.networking?.vpcId && networking[0]?.vpcId,
        },
      }),
    ),
    resourceTags: resourceTags?.map(({ key, value = "" }) => ({ key, value })),
  }));
}
