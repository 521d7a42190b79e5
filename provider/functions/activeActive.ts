import { activeActiveDatabase } from "../resources/activeActiveDatabase";
import { activeActiveDatabaseKind } from "../resources/activeActiveDatabase/kind";
import type { LocalAnswer } from "../resources/activeActiveDatabase/observed";
import type { ActiveActiveDatabaseOutputs } from "../resources/activeActiveDatabase/outputTypes";
import { activeActiveRegionKind } from "../resources/activeActiveRegion/kind";
import { activeActiveSubscriptionKind } from "../resources/activeActiveSubscription/kind";
import { connectionString } from "../resources/database/connection";
import { hideSecrets, observeDetails } from "./details";
import { findOne, listAll, requireSubscription } from "./listed";
import { type ById, type LookupArgs, matches, outputForm, requireSingle } from "./lookup";
import type { Details } from "./types";

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
  const subscriptionId = await requireSubscription(activeActiveSubscriptionKind, args, "databases");
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

type Secrets = "globalPassword" | "connectionStrings" | "publicCertificatePEMString";

/** What is told of an Active-Active database in one region. */
export interface ActiveActiveDatabaseLocalInfo extends ActiveActiveDatabaseRegionInfo {
  /** `AWS` or `GCP`. */
  readonly provider?: string;
  readonly memoryLimitInGb?: number;
  /** Memory in use, in megabytes. */
  readonly memoryUsedInMb?: number;
  readonly readOperationsPerSecond?: number;
  readonly writeOperationsPerSecond?: number;
  readonly dataPersistence?: string;
  readonly sourceIps?: readonly string[];
  readonly enableDefaultUser?: boolean;
  readonly enableTls?: boolean;
  readonly alerts?: readonly { readonly name: string; readonly value: number }[];
}

/**
 * An Active-Active database with all that the API tells: what the outputs of an `ActiveActiveDatabase` are, except that
 * `regions` has all regions with the settings in effect there. What grants access is secret.
 */
export type ActiveActiveDatabaseDetails = Details<Omit<ActiveActiveDatabaseOutputs, "regions">, Secrets> & {
  readonly id: number;
  readonly subscriptionId: number;
  readonly regions: readonly ActiveActiveDatabaseLocalInfo[];
};

/**
 * The one database of an Active-Active subscription with this ID or name. API:
 * `GET /subscriptions/{id}/databases/{id}`, its tags and certificate.
 *
 * @throws RunError when none or several match.
 */
export async function getActiveActiveDatabase(
  args: ActiveActiveLookupArgs & ById,
): Promise<ActiveActiveDatabaseDetails> {
  const { id, subscriptionId } = findOne(
    activeActiveDatabaseKind,
    args,
    await getActiveActiveDatabases(args),
  );
  const { answer, values } = await observeDetails(activeActiveDatabase, { id, subscriptionId }, args);
  const { enableTls } = values as { enableTls?: boolean };
  const { globalPassword: password, globalEnableDefaultUser: enableDefaultUser } = answer.answer;
  const endpoints = answer.locals.map(
    ({ region, publicEndpoint, privateEndpoint }) => [region, publicEndpoint ?? privateEndpoint] as const,
  );
  const connections = endpoints.flatMap(([region, endpoint]) => {
    const connection = connectionString({ endpoint, enableTls, enableDefaultUser, password });
    return connection === undefined ? [] : [[region, connection] as const];
  });
  const described = {
    ...values,
    id,
    regions: answer.locals.map(localInfo),
    connectionStrings: Object.fromEntries(connections),
  };
  const secrets: readonly Secrets[] = ["globalPassword", "connectionStrings", "publicCertificatePEMString"];
  return hideSecrets(described, secrets) as unknown as ActiveActiveDatabaseDetails;
}
export const getActiveActiveDatabaseOutput = outputForm(getActiveActiveDatabase);

function localInfo({ security, backup: _, ...local }: LocalAnswer): ActiveActiveDatabaseLocalInfo {
  const { sourceIps, enableDefaultUser, enableTls } = security ?? {};
  const { region, publicEndpoint, privateEndpoint, datasetSizeInGb, dataPersistence, alerts } = local;
  const { provider, memoryLimitInGb, memoryUsedInMb } = local;
  const { readOperationsPerSecond, writeOperationsPerSecond } = local;
  return {
    region,
    provider,
    publicEndpoint,
    privateEndpoint,
    datasetSizeInGb,
    memoryLimitInGb,
    memoryUsedInMb,
    readOperationsPerSecond,
    writeOperationsPerSecond,
    dataPersistence,
    sourceIps,
    enableDefaultUser,
    enableTls,
    alerts,
  };
}

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
  const subscriptionId = await requireSubscription(activeActiveSubscriptionKind, args, "regions");
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
