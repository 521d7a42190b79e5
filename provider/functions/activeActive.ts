import type { ListedSubscription } from "../api/answers";
import type { Kind } from "../lifecycle/kind";
import { activeActiveDatabaseKind } from "../resources/activeActiveDatabase/kind";
import { activeActiveRegionKind } from "../resources/activeActiveRegion/kind";
import { activeActiveSubscriptionKind } from "../resources/activeActiveSubscription/kind";
import { reading } from "./account";
import { findOne, labelOf, listAll } from "./listed";
import { type ById, type LookupArgs, matches, outputForm, requireSingle } from "./lookup";
import { type SubscriptionInfo, subscriptionInfo } from "./resources";

/** The account's Active-Active subscriptions. API: `GET /subscriptions`. */
export const getActiveActiveSubscriptions = (args: LookupArgs = {}): Promise<SubscriptionInfo[]> =>
  listAll(activeActiveSubscriptionKind, args, subscriptionInfo);
export const getActiveActiveSubscriptionsOutput = outputForm(getActiveActiveSubscriptions);

/** The one Active-Active subscription with this ID or name. @throws RunError when none or several match. */
export const getActiveActiveSubscription = async (args: LookupArgs & ById): Promise<SubscriptionInfo> =>
  findOne(activeActiveSubscriptionKind, args, await getActiveActiveSubscriptions(args));
export const getActiveActiveSubscriptionOutput = outputForm(getActiveActiveSubscription);

/** The Active-Active subscription to look in. */
export interface ActiveActiveLookupArgs extends LookupArgs {
  subscriptionId: number | string;
}

/** An Active-Active database in one region. */
export interface ActiveActiveDatabaseRegionInfo {
  /** E.g. `us-east-1`. */
  readonly region: string;
  /** `host:port` on the internet. */
  readonly publicEndpoint?: string;
  /** `host:port` in the subscription's network. */
  readonly privateEndpoint?: string;
  readonly datasetSizeInGb?: number;
}

/** An Active-Active database, as listed, without its passwords. */
export interface ActiveActiveDatabaseInfo {
  readonly id: number;
  readonly subscriptionId: number;
  readonly name?: string;
  /** Provisioning state, `active` when it can be used. */
  readonly status: string;
  readonly redisVersion?: string;
  readonly regions: readonly ActiveActiveDatabaseRegionInfo[];
}

/**
 * The databases of an Active-Active subscription. API: `GET /subscriptions/{id}/databases`, all pages.
 *
 * @throws RunError when there is no such subscription.
 */
export async function getActiveActiveDatabases(
  args: ActiveActiveLookupArgs,
): Promise<ActiveActiveDatabaseInfo[]> {
  const subscriptionId = await subscriptionIn(args, "databases");
  return listAll(
    activeActiveDatabaseKind,
    args,
    ({ databaseId, crdbDatabases = [], ...more }) => ({
      id: databaseId,
      subscriptionId,
      ...more,
      regions: crdbDatabases,
    }),
    { subscriptionId },
  );
}
export const getActiveActiveDatabasesOutput = outputForm(getActiveActiveDatabases);

/** The one database of an Active-Active subscription with this ID or name. @throws RunError when none or several match. */
export const getActiveActiveDatabase = async (
  args: ActiveActiveLookupArgs & ById,
): Promise<ActiveActiveDatabaseInfo> =>
  findOne(activeActiveDatabaseKind, args, await getActiveActiveDatabases(args));
export const getActiveActiveDatabaseOutput = outputForm(getActiveActiveDatabase);

/** A region of an Active-Active subscription. */
export interface ActiveActiveRegionInfo {
  /** The API's number of the region, of `getRegions()`. */
  readonly regionId?: number;
  readonly subscriptionId: number;
  /** E.g. `us-east-1`. */
  readonly region: string;
  /** Network of the region, e.g. `10.0.0.0/24`. */
  readonly deploymentCIDR?: string;
  readonly vpcId?: string;
  /** The databases in it, with their throughput there, in operations per second. */
  readonly databases: readonly {
    readonly databaseId: number;
    readonly databaseName?: string;
    readonly readOperationsPerSecond?: number;
    readonly writeOperationsPerSecond?: number;
  }[];
}

/**
 * The regions of an Active-Active subscription. API: `GET /subscriptions/{id}/regions`.
 *
 * @throws RunError when there is no such subscription.
 */
export async function getActiveActiveRegions(
  args: ActiveActiveLookupArgs,
): Promise<ActiveActiveRegionInfo[]> {
  const subscriptionId = await subscriptionIn(args, "regions");
  return listAll(
    activeActiveRegionKind,
    args,
    ({ regionId, region, deploymentCidr: deploymentCIDR, vpcId, databases = [] }) => ({
      regionId,
      subscriptionId,
      region,
      deploymentCIDR,
      vpcId,
      databases,
    }),
    { subscriptionId },
  );
}
export const getActiveActiveRegionsOutput = outputForm(getActiveActiveRegions);

/** The one region of an Active-Active subscription with this name. @throws RunError when there is none. */
export const getActiveActiveRegion = async (
  args: ActiveActiveLookupArgs & { region: string },
): Promise<ActiveActiveRegionInfo> => {
  const all = await getActiveActiveRegions(args);
  const matching = all.filter((one) => matches(args, one));
  return requireSingle("region", args, matching, { of: ({ region }) => region, all });
};
export const getActiveActiveRegionOutput = outputForm(getActiveActiveRegion);

/** The ID of the subscription to look in. @throws Error when the account has no such Active-Active subscription. */
async function subscriptionIn(args: ActiveActiveLookupArgs, what: string): Promise<number> {
  const kind: Kind<ListedSubscription> = activeActiveSubscriptionKind;
  const all = await reading(args, ({ snapshots }) => snapshots.listOf(kind).asOf(Date.now()));
  const id = Number(args.subscriptionId);
  if (all.has(id)) return id;
  const known = [...all.values()].map(labelOf).join(", ") || "none";
  const problem = `this account has no Active-Active subscription ${args.subscriptionId}`;
  throw new Error(`Looking up ${what}: ${problem}. Give the ID of one of those it has: ${known}.`);
}
