import { cloudAccountKind } from "../resources/cloudAccount/kind";
import { databaseKind } from "../resources/database/kind";
import { ACTIVE_ACTIVE, subscriptionKind } from "../resources/subscription/kind";
import { reading } from "./account";
import { findOne, labelOf, listAll } from "./listed";
import { type ById, type LookupArgs, outputForm } from "./lookup";

/** A cloud account, as listed. */
export interface CloudAccountInfo {
  /** Value for a subscription's `cloudProviders[].cloudAccountId`; 1 is Redis' own. */
  readonly id: number;
  readonly name?: string;
  readonly status: string;
  readonly provider?: string;
}

/** The account's cloud accounts. API: `GET /cloud-accounts`. */
export const getCloudAccounts = (args: LookupArgs = {}): Promise<CloudAccountInfo[]> =>
  listAll(cloudAccountKind, args, ({ isDefault: _, ...account }) => account);
export const getCloudAccountsOutput = outputForm(getCloudAccounts);

/** The one cloud account with this ID or name. @throws RunError when none or several match. */
export const getCloudAccount = async (args: LookupArgs & ById): Promise<CloudAccountInfo> =>
  findOne(cloudAccountKind, args, await getCloudAccounts(args));
export const getCloudAccountOutput = outputForm(getCloudAccount);

/** A subscription, as listed. */
export interface SubscriptionInfo {
  readonly id: number;
  readonly name?: string;
  /** Provisioning state, `active` when it can be used. */
  readonly status: string;
  readonly numberOfDatabases?: number;
  readonly paymentMethodId?: number;
  readonly memoryStorage?: string;
}

/** A subscription of any deployment type, as look-ups return it. */
export const subscriptionInfo = ({
  deploymentType: _,
  ...subscription
}: SubscriptionInfo & { readonly deploymentType?: string }): SubscriptionInfo => subscription;

/** The account's subscriptions in one region. API: `GET /subscriptions`. */
export const getSubscriptions = (args: LookupArgs = {}): Promise<SubscriptionInfo[]> =>
  listAll(subscriptionKind, args, subscriptionInfo);
export const getSubscriptionsOutput = outputForm(getSubscriptions);

/** The one subscription with this ID or name. @throws RunError when none or several match. */
export const getSubscription = async (args: LookupArgs & ById): Promise<SubscriptionInfo> =>
  findOne(subscriptionKind, args, await getSubscriptions(args));
export const getSubscriptionOutput = outputForm(getSubscription);

/** A database, as listed, without its password. */
export interface DatabaseInfo {
  readonly id: number;
  readonly subscriptionId: number;
  readonly name?: string;
  /** Provisioning state, `active` when it can be used. */
  readonly status: string;
  /** `host:port` on the internet. */
  readonly publicEndpoint?: string;
  /** `host:port` in the subscription's network. */
  readonly privateEndpoint?: string;
  readonly redisVersion?: string;
  readonly datasetSizeInGb?: number;
}

/** The subscription whose databases to look up. */
export interface GetDatabasesArgs extends LookupArgs {
  subscriptionId: number | string;
}

/**
 * The databases of a subscription. API: `GET /subscriptions/{id}/databases`, all pages.
 *
 * @throws RunError when there is no such subscription.
 */
export async function getDatabases(args: GetDatabasesArgs): Promise<DatabaseInfo[]> {
  const subscriptionId = Number(args.subscriptionId);
  const listed = await reading(args, async ({ snapshots }) => {
    const databases = await snapshots.listOf(databaseKind, { subscriptionId }).asOf(Date.now());
    const isElsewhere =
      (await snapshots.subscriptions.asOf(0)).get(subscriptionId)?.deploymentType === ACTIVE_ACTIVE;
    if (databases.size > 0 && !isElsewhere) return databases;
    // The API answers the same for a subscription without databases and for a missing one.
    const subscriptions = await snapshots.listOf(subscriptionKind).asOf(Date.now());
    if (subscriptions.has(subscriptionId)) return databases;
    const all = [...subscriptions.values()].map(labelOf).join(", ") || "none";
    const problem = `this account has no subscription ${args.subscriptionId}`;
    throw new Error(`Looking up databases: ${problem}. Use one of its subscriptions: ${all}.`);
  });
  return [...listed.values()].map(({ databaseId, ...more }) => ({ id: databaseId, subscriptionId, ...more }));
}
export const getDatabasesOutput = outputForm(getDatabases);

/** The one database of a subscription with this ID or name. @throws RunError when none or several match. */
export const getDatabase = async (args: GetDatabasesArgs & ById): Promise<DatabaseInfo> =>
  findOne(databaseKind, args, await getDatabases(args));
export const getDatabaseOutput = outputForm(getDatabase);
