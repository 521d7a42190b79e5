import { redisVersionsAnswer } from "../api/catalog";
import { essentialsDatabase } from "../resources/essentialsDatabase";
import { essentialsDatabaseKind } from "../resources/essentialsDatabase/kind";
import type { EssentialsDatabaseOutputs } from "../resources/essentialsDatabase/outputTypes";
import type { EssentialsDatabaseInputs } from "../resources/essentialsDatabase/types";
import { essentialsSubscriptionKind } from "../resources/essentialsSubscription/kind";
import { planAnswer, plansAnswer } from "../resources/essentialsSubscription/plans";
import { reading } from "./account";
import type { RedisVersion } from "./catalog";
import type { DatabaseInfo, DatabaseUse, GetDatabasesArgs } from "./databases";
import { databaseInfo, describeDatabase } from "./describeDatabase";
import { observeDetails } from "./details";
import { findOne, listAll } from "./listed";
import { type ById, type LookupArgs, matches, outputForm, requireSingle } from "./lookup";
import type { Details } from "./types";

/** An Essentials plan: what its subscription costs, and what databases in it may have. */
export interface EssentialsPlan {
  /** Value for the `planId` of an `EssentialsSubscription`. */
  readonly id: number;
  /** E.g. `Single-Zone 1GB`. */
  readonly name?: string;
  /** Memory of all databases with their replicas, in `sizeMeasurementUnit`. */
  readonly size?: number;
  /** Data that it has room for, in `sizeMeasurementUnit`. */
  readonly datasetSize?: number;
  /** `MB` or `GB`. */
  readonly sizeMeasurementUnit?: string;
  /** `AWS`, `GCP` or `AZURE`. */
  readonly provider?: string;
  /** E.g. `us-east-1`. */
  readonly region?: string;
  readonly regionId?: number;
  /** For a `pricePeriod`; 0 for a free plan, of which an account can have one. */
  readonly price?: number;
  /** E.g. `USD`. */
  readonly priceCurrency?: string;
  /** E.g. `Month`. */
  readonly pricePeriod?: string;
  readonly maximumDatabases?: number;
  /** Operations per second. */
  readonly maximumThroughput?: number;
  /** Gigabytes of traffic a month. */
  readonly maximumBandwidthGB?: number;
  /** `No replication`, `Single-zone` or `Multi-zone`. */
  readonly availability?: string;
  /** How many clients may be connected: a number, or `unlimited`. */
  readonly connections?: string;
  /** How many source addresses a database may have. */
  readonly cidrAllowRules?: number;
  readonly supportDataPersistence?: boolean;
  readonly supportInstantAndDailyBackups?: boolean;
  readonly supportReplication?: boolean;
  readonly supportClustering?: boolean;
  /** Whether databases can have TLS. */
  readonly supportSsl?: boolean;
  /** Names for the `alerts` of databases. */
  readonly supportedAlerts?: readonly string[];
  readonly redisFlex?: boolean;
  /** Level of support, e.g. `Standard`. */
  readonly customerSupport?: string;
}

/** Which plans to look up. */
export interface GetEssentialsPlansArgs extends LookupArgs {
  /** @default all */
  provider?: "AWS" | "GCP" | "AZURE";
  /** Plans for Redis Flex, or the others. @default false */
  redisFlex?: boolean;
  /** Only plans that this existing Essentials subscription can move to, and its own. */
  subscriptionId?: number | string;
  /** E.g. `us-east-1`. */
  region?: string;
  /** The exact name. */
  name?: string;
  /** Memory, in `sizeMeasurementUnit`. */
  size?: number;
  /** `MB` or `GB`. */
  sizeMeasurementUnit?: string;
  /** `No replication`, `Single-zone` or `Multi-zone`. */
  availability?: string;
  /** The exact price; 0 for the free plan. */
  price?: number;
}

/** The Essentials plans with these properties. API: `GET /fixed/plans`, `GET /fixed/plans/subscriptions/{id}`. */
export async function getEssentialsPlans(args: GetEssentialsPlansArgs = {}): Promise<EssentialsPlan[]> {
  const { redisFlex = false, subscriptionId, ...wanted } = args;
  const all = await reading(args, ({ api }) => api.get(plansPath(args), plansAnswer));
  const isOfKind = (plan: EssentialsPlan) =>
    (subscriptionId !== undefined && args.redisFlex === undefined) || (plan.redisFlex ?? false) === redisFlex;
  return all.plans.filter((plan) => isOfKind(plan) && matches(wanted, plan));
}
export const getEssentialsPlansOutput = outputForm(getEssentialsPlans);

function plansPath({ subscriptionId, provider, redisFlex }: GetEssentialsPlansArgs): string {
  if (subscriptionId !== undefined) return `/fixed/plans/subscriptions/${subscriptionId}`;
  const query = new URLSearchParams({
    ...(provider && { provider }),
    ...(redisFlex && { redisFlex: "true" }),
  });
  return `/fixed/plans${query.size > 0 ? `?${query}` : ""}`;
}

/**
 * The one Essentials plan with this ID or these properties. API: `GET /fixed/plans/{planId}`, or the list.
 *
 * @throws RunError when none or several match.
 */
export async function getEssentialsPlan(
  args: GetEssentialsPlansArgs & { id?: number },
): Promise<EssentialsPlan> {
  const { id, ...wanted } = args;
  if (id !== undefined) return reading(args, ({ api }) => api.get(`/fixed/plans/${id}`, planAnswer));
  const found = await getEssentialsPlans(wanted);
  const { account, provider, redisFlex, region } = args;
  const all = found.length > 0 ? found : await getEssentialsPlans({ account, provider, redisFlex, region });
  const of = ({ id, name, provider, region }: EssentialsPlan) => `${id} (${name}, ${provider} ${region})`;
  return requireSingle("Essentials plan", args, found, { of, all });
}
export const getEssentialsPlanOutput = outputForm(getEssentialsPlan);

/** The Essentials subscription whose Redis versions to look up. */
export interface GetEssentialsRedisVersionsArgs extends LookupArgs {
  subscriptionId: number | string;
}

/** The Redis versions that databases of an Essentials subscription can run. API: `GET /fixed/redis-versions`. */
export async function getEssentialsRedisVersions(
  args: GetEssentialsRedisVersionsArgs,
): Promise<RedisVersion[]> {
  const path = `/fixed/redis-versions?subscriptionId=${args.subscriptionId}`;
  return (await reading(args, ({ api }) => api.get(path, redisVersionsAnswer))).redisVersions;
}
export const getEssentialsRedisVersionsOutput = outputForm(getEssentialsRedisVersions);

/** An Essentials subscription, as listed: with its plan. */
export interface EssentialsSubscriptionInfo extends Omit<EssentialsPlan, "datasetSize" | "supportSsl"> {
  /** Provisioning state, `active` when it can be used. */
  readonly status: string;
  readonly planId?: number;
  readonly planName?: string;
  /** `pay-as-you-go` if databases have sizes of their own. */
  readonly planType?: string;
  /** `credit-card`, `marketplace` or `invoice`. */
  readonly paymentMethodType?: string;
  readonly paymentMethodId?: number;
  /** In the API's own form. */
  readonly creationDate?: string;
}

/** The account's Essentials subscriptions. API: `GET /fixed/subscriptions`. */
export const getEssentialsSubscriptions = (args: LookupArgs = {}): Promise<EssentialsSubscriptionInfo[]> =>
  listAll(essentialsSubscriptionKind, args, (subscription) => subscription);
export const getEssentialsSubscriptionsOutput = outputForm(getEssentialsSubscriptions);

/** The one Essentials subscription with this ID or name. @throws RunError when none or several match. */
export const getEssentialsSubscription = async (
  args: LookupArgs & ById,
): Promise<EssentialsSubscriptionInfo> =>
  findOne(essentialsSubscriptionKind, args, await getEssentialsSubscriptions(args));
export const getEssentialsSubscriptionOutput = outputForm(getEssentialsSubscription);

/**
 * The databases of an Essentials subscription, without their passwords. API: `GET /fixed/subscriptions/{id}/databases`.
 *
 * @throws RunError when there is no such subscription.
 */
export async function getEssentialsDatabases(args: GetDatabasesArgs): Promise<DatabaseInfo[]> {
  const subscriptionId = Number(args.subscriptionId);
  await getEssentialsSubscription({ account: args.account, id: subscriptionId });
  const all = await listAll(essentialsDatabaseKind, args, databaseInfo(subscriptionId), { subscriptionId });
  const { protocol, region } = args;
  return all.filter((one) => matches({ protocol, region } as LookupArgs, one));
}
export const getEssentialsDatabasesOutput = outputForm(getEssentialsDatabases);

type Secrets = "password" | "connectionString" | "privateConnectionString" | "replica";

/**
 * An Essentials database with all that the API tells: what the outputs of an `EssentialsDatabase` are. What grants
 * access is secret.
 */
export type EssentialsDatabaseDetails = Details<
  EssentialsDatabaseOutputs & Partial<Pick<EssentialsDatabaseInputs, "replica">>,
  Secrets
> &
  DatabaseUse & { readonly id: number; readonly subscriptionId: number };

/**
 * The one database of an Essentials subscription with this ID or name. API:
 * `GET /fixed/subscriptions/{id}/databases/{id}` and its tags.
 *
 * @throws RunError when none or several match.
 */
export async function getEssentialsDatabase(
  args: GetDatabasesArgs & ById,
): Promise<EssentialsDatabaseDetails> {
  const { id, subscriptionId } = findOne(essentialsDatabaseKind, args, await getEssentialsDatabases(args));
  const { answer, values } = await observeDetails(essentialsDatabase, { id, subscriptionId }, args);
  return { ...describeDatabase(answer, values), id } as unknown as EssentialsDatabaseDetails;
}
export const getEssentialsDatabaseOutput = outputForm(getEssentialsDatabase);
