import { z } from "zod";
import { informative } from "../api/answers";
import {
  modulesAnswer,
  queryPerformanceFactorsAnswer,
  redisVersionsAnswer,
  regionsAnswer,
} from "../api/catalog";
import { reading } from "./account";
import { type LookupArgs, matches, outputForm, requireSingle } from "./lookup";

/** A region in which subscriptions can be deployed. */
export interface RegionInfo {
  readonly id: number;
  /** The cloud provider's name for it, e.g. `us-east-1`. */
  readonly name: string;
  readonly provider: "AWS" | "GCP";
}

/** Which regions to look up. */
export interface GetRegionsArgs extends LookupArgs {
  /** @default both */
  provider?: "AWS" | "GCP";
}

/** The regions in which subscriptions can be deployed. API: `GET /regions`. */
export async function getRegions(args: GetRegionsArgs = {}): Promise<RegionInfo[]> {
  const query = args.provider === undefined ? "" : `?provider=${encodeURIComponent(args.provider)}`;
  const { regions } = await reading(args, ({ api }) => api.get(`/regions${query}`, regionsAnswer));
  return regions;
}
export const getRegionsOutput = outputForm(getRegions);

/** The one region with this name. @throws RunError when there is none. */
export async function getRegion(args: GetRegionsArgs & { name: string }): Promise<RegionInfo> {
  const all = await getRegions(args);
  const found = all.filter((region) => matches(args, region));
  return requireSingle("region", args, found, { of: ({ name }) => name, all });
}
export const getRegionOutput = outputForm(getRegion);

/** A Redis version that databases can run. */
export interface RedisVersion {
  /** E.g. `7.4`. */
  readonly version: string;
  /** End-of-life date, e.g. `2027-11-30`. */
  readonly eolDate?: string;
  readonly isPreview: boolean;
  /** Whether databases run it unless they specify a version. */
  readonly isDefault: boolean;
}

/** Which Redis versions to look up. */
export interface GetRedisVersionsArgs extends LookupArgs {
  /** The subscription to list versions for. @default new subscriptions */
  subscriptionId?: number | string;
}

/** The Redis versions that databases can run. API: `GET /subscriptions/redis-versions`. */
export async function getRedisVersions(args: GetRedisVersionsArgs = {}): Promise<RedisVersion[]> {
  const query = args.subscriptionId === undefined ? "" : `?subscriptionId=${args.subscriptionId}`;
  const path = `/subscriptions/redis-versions${query}`;
  return (await reading(args, ({ api }) => api.get(path, redisVersionsAnswer))).redisVersions;
}
export const getRedisVersionsOutput = outputForm(getRedisVersions);

/** The one Redis version that matches, e.g. `{ isDefault: true }`. @throws RunError when none or several match. */
export async function getRedisVersion(
  args: GetRedisVersionsArgs & { version?: string; isDefault?: boolean },
): Promise<RedisVersion> {
  const all = await getRedisVersions(args);
  const { subscriptionId: _, ...marks } = args;
  const found = all.filter((version) => matches(marks, version));
  return requireSingle("Redis version", marks, found, { of: ({ version }) => version, all });
}
export const getRedisVersionOutput = outputForm(getRedisVersion);

/** A module (advanced capability) that databases before Redis 8 can use. */
export interface DatabaseModuleInfo {
  /** Value for a database's `modules[].name`, e.g. `RedisJSON`. */
  readonly name: string;
  /** E.g. `JSON`. */
  readonly capabilityName?: string;
  readonly description?: string;
  /** What a database's `modules[].parameters` can contain. */
  readonly parameters: readonly DatabaseModuleParameter[];
}

/** A parameter of a module. */
export interface DatabaseModuleParameter {
  /** E.g. `number-of-documents`. */
  readonly name: string;
  readonly description?: string;
  /** E.g. `integer`. */
  readonly type?: string;
  readonly defaultValue?: string | number | boolean;
  readonly required?: boolean;
}

/** The modules that databases can use. API: `GET /database-modules`. */
export async function getDatabaseModules(args: LookupArgs = {}): Promise<DatabaseModuleInfo[]> {
  return (await reading(args, ({ api }) => api.get("/database-modules", modulesAnswer))).modules;
}
export const getDatabaseModulesOutput = outputForm(getDatabaseModules);

/** The one module with this name or capability. @throws RunError when none or several match. */
export async function getDatabaseModule(
  args: LookupArgs & { name?: string; capabilityName?: string },
): Promise<DatabaseModuleInfo> {
  const all = await getDatabaseModules(args);
  const found = all.filter((module) => matches(args, module));
  return requireSingle("database module", args, found, { of: ({ name }) => name, all });
}
export const getDatabaseModuleOutput = outputForm(getDatabaseModule);

/** A data persistence option. */
export interface DataPersistenceOption {
  /** Value for a database's `dataPersistence`, e.g. `aof-every-1-second`. */
  readonly name: string;
  readonly description?: string;
}

const persistenceAnswer = z.looseObject({
  dataPersistence: z.array(z.object({ name: z.string(), description: informative(z.string()) })),
});

/** The data persistence options of databases. API: `GET /data-persistence`. */
export async function getDataPersistenceOptions(args: LookupArgs = {}): Promise<DataPersistenceOption[]> {
  return (await reading(args, ({ api }) => api.get("/data-persistence", persistenceAnswer))).dataPersistence;
}
export const getDataPersistenceOptionsOutput = outputForm(getDataPersistenceOptions);

/** The one data persistence option with this name. @throws RunError when there is none. */
export async function getDataPersistenceOption(
  args: LookupArgs & { name: string },
): Promise<DataPersistenceOption> {
  const all = await getDataPersistenceOptions(args);
  const found = all.filter((option) => matches(args, option));
  return requireSingle("data persistence option", args, found, { of: ({ name }) => name, all });
}
export const getDataPersistenceOptionOutput = outputForm(getDataPersistenceOption);

/**
 * The query performance factors that databases with search can have, e.g. `["Standard", "2x", "4x"]`. API:
 * `GET /query-performance-factors`.
 */
export async function getQueryPerformanceFactors(args: LookupArgs = {}): Promise<string[]> {
  const path = "/query-performance-factors";
  return (await reading(args, ({ api }) => api.get(path, queryPerformanceFactorsAnswer)))
    .queryPerformanceFactors;
}
export const getQueryPerformanceFactorsOutput = outputForm(getQueryPerformanceFactors);
