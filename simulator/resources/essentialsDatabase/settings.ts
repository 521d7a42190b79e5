import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import { findRedisVersion, isAtLeast } from "../database/catalog";
import { DEFAULT_REGEX_RULES } from "../database/defaults";
import { given, hashing, replica, security } from "../database/settings";
import { isPayAsYouGo, type Plan } from "../essentialsSubscription/plans";
import type { EssentialsDatabaseCreateRequest, EssentialsDatabaseUpdateRequest } from "./requests";
import type { EssentialsDatabase } from "./state";

/** A database with the server's defaults, before the settings of the request are applied. */
export function defaultEssentialsDatabase(
  account: Account,
  subscriptionId: number,
  plan: Plan,
  { name, modules = [], ...request }: EssentialsDatabaseCreateRequest,
): EssentialsDatabase {
  const redisVersion = findRedisVersion(request.redisVersion, account.options);
  requireThat(redisVersion, "DATABASE_REDIS_VERSION_INVALID_VALUE");
  const { protocol = plan.redisFlex || isPayAsYouGo(plan) ? "redis" : "stack" } = request;
  return {
    kind: "essentialsDatabase",
    id: 0,
    subscriptionId,
    name,
    status: "draft",
    visibleAt: account.now,
    change: 0,
    protocol,
    redisVersion,
    respVersion: protocol === "memcached" ? undefined : isAtLeast(redisVersion, "7.4") ? "resp3" : "resp2",
    dataPersistence: "none",
    dataEvictionPolicy: "volatile-lru",
    replication: plan.supportReplication,
    password: "",
    enableDefaultUser: true,
    enableTls: false,
    clientCertificates: [],
    alerts: [],
    modules,
    supportOSSClusterApi: false,
    useExternalEndpointForOSSClusterApi: false,
    enableDatabaseClustering: false,
    numberOfShards: 1,
    hashingPolicy: "standard",
    regexRules: DEFAULT_REGEX_RULES,
    port: 0,
    portChosen: false,
    real: false,
  };
}

/** The database as a request wants it: what is absent stays, empty lists and empty strings clear. */
export function withEssentialsSettings(
  database: EssentialsDatabase,
  request: EssentialsDatabaseCreateRequest | EssentialsDatabaseUpdateRequest,
): EssentialsDatabase {
  const { name, respVersion, dataPersistence, dataEvictionPolicy, replication, password, alerts } = request;
  const { supportOSSClusterApi, useExternalEndpointForOSSClusterApi } = request;
  const { enableDatabaseClustering, numberOfShards, periodicBackupPath, sourceIps } = request;
  return {
    ...database,
    ...given({ name, respVersion, dataPersistence, dataEvictionPolicy, replication, password, alerts }),
    ...given({ supportOSSClusterApi, useExternalEndpointForOSSClusterApi }),
    ...given({ enableDatabaseClustering, numberOfShards }),
    ...("enableDefaultUser" in request && given({ enableDefaultUser: request.enableDefaultUser })),
    ...(request.regexRules && hashing(request.regexRules)),
    ...(sourceIps && { sourceIps: sourceIps.length > 0 ? sourceIps : undefined }),
    ...(periodicBackupPath !== undefined && { backupPath: periodicBackupPath || undefined }),
    ...size(database, request),
    ...security(database, request),
    ...replica(request),
  };
}

/** As of Pro databases; only pay-as-you-go databases have a size. */
function size(
  { memoryLimitInGb, ...database }: EssentialsDatabase,
  request: EssentialsDatabaseUpdateRequest,
): Pick<EssentialsDatabase, "memoryLimitInGb"> {
  const { replication = database.replication, datasetSizeInGb: requested } = request;
  requireThat(
    requested === undefined || request.memoryLimitInGb === undefined,
    "DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS",
  );
  const held = memoryLimitInGb && memoryLimitInGb / (database.replication ? 2 : 1);
  const dataset = requested ?? held;
  if (request.memoryLimitInGb !== undefined) return { memoryLimitInGb: request.memoryLimitInGb };
  return dataset === undefined ? {} : { memoryLimitInGb: replication ? dataset * 2 : dataset };
}
