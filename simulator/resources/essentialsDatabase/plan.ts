import { requireThat } from "../../refusal";
import { isFree, isPayAsYouGo, type Plan } from "../essentialsSubscription/plans";
import type { EssentialsDatabaseCreateRequest, EssentialsDatabaseUpdateRequest } from "./requests";
import type { EssentialsDatabase } from "./state";

type Request = EssentialsDatabaseCreateRequest | EssentialsDatabaseUpdateRequest;

/** Checks a request for a database against the plan of its subscription. */
export function requirePlanSupports(plan: Plan, request: Request): void {
  requireThat(
    plan.supportReplication || request.replication !== true,
    "FIXED_DATABASE_REPLICATION_IS_NOT_SUPPORTED_IN_REQUESTED_PLAN",
  );
  requireThat(
    plan.supportDataPersistence || (request.dataPersistence ?? "none") === "none",
    "FIXED_DATABASE_CLUSTER_DOES_NOT_SUPPORT_DATA_PERSISTENCE",
  );
  requireThat(
    plan.supportInstantAndDailyBackups || !request.periodicBackupPath,
    "DATABASE_BACKUP_NOT_SUPPORTED",
  );
  requireThat(
    (request.sourceIps?.length ?? 0) <= plan.cidrAllowRules,
    "FIXED_DATABASE_SOURCE_IPS_LIST_IS_GREATER_THAN_PLAN_MAX_COUNT_ALLOWED_SOURCE_IPS",
  );
  requireThat(
    (request.alerts ?? []).every(({ name }) => plan.supportedAlerts.includes(name)),
    "FIXED_DATABASE_ALERT_NOT_SUPPORTED",
  );
  const hasSources = (request.replica?.syncSources ?? request.replicaOf ?? []).length > 0;
  requireThat(!isFree(plan) || !hasSources, "FIXED_DATABASE_REPLICA_OF_NOT_SUPPORTED_IN_REQUESTED_PLAN");
  requireTls(plan, request);
  requireProtocol(plan, request);
  requireSizing(plan, request);
}

function requireTls({ supportSsl }: Plan, request: Request): void {
  if (supportSsl) return;
  const hasCertificate =
    Boolean(request.clientSslCertificate) || (request.clientTlsCertificates ?? []).length > 0;
  requireThat(!hasCertificate, "FIXED_DATABASE_CLIENT_SSL_CERTIFICATE_NOT_SUPPORTED_IN_REQUESTED_PLAN");
  requireThat(request.enableTls !== true, "FIXED_DATABASE_ENABLE_TLS_NOT_SUPPORTED_IN_REQUESTED_PLAN");
}

/** `redis` is accepted on every plan, although the document recommends it for pay-as-you-go and Flex only. */
function requireProtocol(plan: Plan, request: Request): void {
  const protocol = "protocol" in request ? request.protocol : undefined;
  requireThat(
    protocol !== "stack" || !isPayAsYouGo(plan),
    "FIXED_DATABASE_STACK_PROTOCOL_IS_NOT_SUPPORTED_IN_SELECTED_PLAN_OR_CLUSTER",
  );
  if (!plan.redisFlex) return;
  requireThat(protocol !== "stack", "FIXED_DATABASE_STACK_PROTOCOL_IS_NOT_SUPPORTED_FOR_REDIS_FLEX");
  requireThat(protocol !== "memcached", "FIXED_DATABASE_MEMCACHED_PROTOCOL_IS_NOT_SUPPORTED_FOR_REDIS_FLEX");
}

/** Only pay-as-you-go databases have a size, shards and a hashing policy of their own. */
function requireSizing(plan: Plan, request: Request): void {
  if (isPayAsYouGo(plan)) return;
  const { memoryLimitInGb, datasetSizeInGb } = request;
  requireThat(
    memoryLimitInGb === undefined && datasetSizeInGb === undefined,
    "FIXED_DATABASE_MEMORY_LIMIT_IN_GB_AND_DATA_SET_SIZE_SUPPORTED_ONLY_FOR_PAY_AS_YOU_GO",
  );
  requireThat(
    request.enableDatabaseClustering !== true,
    "FIXED_DATABASE_ENABLE_DATABASE_CLUSTERING_SUPPORTED_ONLY_FOR_PAY_AS_YOU_GO",
  );
  requireThat(
    request.numberOfShards === undefined,
    "FIXED_DATABASE_NUMBER_OF_SHARDS_SUPPORTED_ONLY_FOR_PAY_AS_YOU_GO",
  );
  requireThat(
    request.supportOSSClusterApi !== true,
    "FIXED_DATABASE_OSS_CLUSTER_API_IS_NOT_SUPPORTED_IN_REQUESTED_PLAN",
  );
  requireThat(
    request.useExternalEndpointForOSSClusterApi !== true,
    "FIXED_DATABASE_USE_EXTERNAL_ENDPOINT_FOR_OSS_CLUSTER_API_NOT_SUPPORTED_IN_REQUESTED_PLAN",
  );
  requireThat(
    (request.regexRules ?? []).length === 0,
    "FIXED_DATABASE_REGEX_RULES_NOT_SUPPORTED_IN_REQUESTED_PLAN",
  );
}

/**
 * The settings of a database in a subscription that moves to another plan. No code refuses persistence, replication
 * and backups that the new plan lacks: here they end.
 */
export function fitIntoPlan(database: EssentialsDatabase, plan: Plan): Partial<EssentialsDatabase> {
  return {
    ...(!plan.supportReplication && { replication: false }),
    ...(!plan.supportDataPersistence && { dataPersistence: "none" }),
    ...(!plan.supportInstantAndDailyBackups && { backupPath: undefined }),
    alerts: database.alerts.filter(({ name }) => plan.supportedAlerts.includes(name)),
  };
}
