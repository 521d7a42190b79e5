import {
  findPlan,
  isFree,
  isPayAsYouGo,
  type Plan,
} from "../../../simulator/resources/essentialsSubscription/plans";
import { only } from "./arguments";
import { given, named } from "./assembled";
import { type EssentialsDatabaseDraft, type EssentialsSubscriptionDraft, PLAN } from "./essentialsArguments";
import { type Args, type Program, type Resource, resourceOf, type Versions } from "./program";
import { versionsOf } from "./valid";

const planIn = ({ args }: Resource): Plan => findPlan(args.planId as number) as Plan;

/** A subscription on the plan that is drawn, if what it holds fits into that; otherwise on the one that it has. */
export function essentialsSubscriptionOf(
  logicalName: string,
  account: string | undefined,
  { name, planId = PLAN.large, paymentMethod, paymentMethodId, ...draft }: EssentialsSubscriptionDraft,
  before: Program,
): Resource {
  const held = resourceOf(before, logicalName);
  const there = before.filter(
    ({ type, dependsOn }) => type === "EssentialsDatabase" && dependsOn.includes(logicalName),
  );
  const wanted = findPlan(planId) as Plan;
  const isNew = held === undefined || held.args.account !== account;
  const plan = isNew || canMove(planIn(held), wanted, there) ? wanted : planIn(held);
  const id = paymentMethod === "marketplace" ? paymentMethodId : (paymentMethodId ?? 2);
  const payment = isFree(plan) ? {} : { paymentMethod, paymentMethodId: id };
  return {
    type: "EssentialsSubscription",
    name: logicalName,
    args: given({ ...draft, ...named(logicalName, name), planId: plan.id, ...payment }),
    dependsOn: [],
  };
}

const placeOf = ({ provider, region, availability, redisFlex }: Plan): string =>
  [provider, region, availability === "Multi-zone", redisFlex].join();

const isReplacedBy = (from: Plan, to: Plan): boolean => placeOf(from) !== placeOf(to);

/** Whether a subscription with these databases can move: to another place it is replaced, and its databases with it. */
function canMove(from: Plan, to: Plan, databases: Program): boolean {
  if (isReplacedBy(from, to)) return true;
  if (isPayAsYouGo(from) !== isPayAsYouGo(to)) return false;
  const fits = ({ args }: Resource) =>
    ((args.sourceIps as unknown[] | undefined)?.length ?? 0) <= to.cidrAllowRules &&
    (to.supportSsl || (args.enableTls !== true && !args.clientSslCertificate)) &&
    !(isFree(to) && (args.replica !== undefined || args.replicaOf !== undefined));
  return databases.length <= to.maximumDatabases && databases.every(fits);
}

/** Whether there can be a database of this number: those that are to go are there while others come. */
export function hasRoom(
  number: number,
  subscription: Resource,
  account: string | undefined,
  before: Program,
): boolean {
  const plan = planIn(subscription);
  if (plan.maximumDatabases > 1) return true;
  const held = resourceOf(before, subscription.name);
  const isNew = held === undefined || held.args.account !== account || isReplacedBy(planIn(held), plan);
  const there = isNew ? undefined : [0, 1].find((one) => resourceOf(before, `${subscription.name}-${one}`));
  return number === (there ?? 0);
}

export function essentialsDatabaseOf(
  logicalName: string,
  subscription: Resource,
  draft: EssentialsDatabaseDraft,
  before: Program,
): Resource {
  const held = resourceOf(before, logicalName);
  const plan = planIn(subscription);
  const isMemcached = draft.protocol === "memcached";
  const versions = versionsOf(isMemcached ? undefined : draft.redisVersion, held?.versions);
  const { name, ...valid } = validDatabase(draft, versions, plan);
  // A protocol that is no longer declared stays as it was, and a memcached database cannot be a replica.
  if (valid.protocol === undefined && held?.args.protocol === "memcached") {
    delete valid.replica;
    delete valid.replicaOf;
  }
  const staysOff = valid.enableDefaultUser === false && held?.args.enableDefaultUser === false;
  return {
    type: "EssentialsDatabase",
    name: logicalName,
    args: given({
      ...valid,
      ...(valid.redisVersion === undefined ? {} : { redisVersion: versions.highest }),
      ...named(logicalName, name),
      ...(staysOff && { password: held.args.password }),
      numberOfShards: isPayAsYouGo(plan) ? shardsOf(valid, held?.args) : undefined,
      subscriptionId: { of: subscription.name, as: "string" },
    }),
    dependsOn: [subscription.name],
    versions,
  };
}

/** Several shards need clustering, and stay until another number is declared. */
function shardsOf({ enableDatabaseClustering, numberOfShards }: EssentialsDatabaseDraft, held: Args = {}) {
  if (enableDatabaseClustering === true) return numberOfShards ?? held.numberOfShards;
  return numberOfShards !== undefined || held.numberOfShards !== undefined ? 1 : undefined;
}

/** What the API takes of a database with this plan, and this or that version. */
function validDatabase(
  { modules, alerts, sourceIps, ...draft }: EssentialsDatabaseDraft,
  { lowest, highest }: Versions,
  plan: Plan,
): EssentialsDatabaseDraft {
  const isOwn = isPayAsYouGo(plan);
  const protocol = protocolOf(draft, plan);
  const isMemcached = protocol === "memcached";
  const isReplicaGiven = draft.replica !== undefined || draft.replicaOf !== undefined;
  const isMutual = (draft.clientTlsCertificates ?? []).length > 0;
  const wrong: (keyof EssentialsDatabaseDraft | false)[] = [
    isMemcached && "redisVersion",
    (isMemcached || lowest < "7.2") && "respVersion",
    lowest < "8.4" && draft.dataEvictionPolicy?.endsWith("-lrm") === true && "dataEvictionPolicy",
    !plan.supportDataPersistence && "dataPersistence",
    !plan.supportReplication && "replication",
    !plan.supportInstantAndDailyBackups && "periodicBackupPath",
    ...(isReplicaGiven && (isMemcached || isFree(plan)) ? (["replica", "replicaOf"] as const) : []),
    draft.replica !== undefined && "replicaOf",
    ...(plan.supportSsl ? [] : (["clientTlsCertificates", "clientSslCertificate", "enableTls"] as const)),
    draft.clientTlsCertificates !== undefined && "clientSslCertificate",
    ...(isOwn ? [] : OWN),
    draft.memoryLimitInGb !== undefined && "datasetSizeInGb",
    draft.supportOSSClusterApi !== true && "useExternalEndpointForOSSClusterApi",
    "numberOfShards",
  ];
  const hasSize = draft.memoryLimitInGb !== undefined || draft.datasetSizeInGb !== undefined;
  const needsTls = isMutual || (Boolean(draft.clientSslCertificate) && draft.enableTls === false);
  const kept = only(draft, ([name]) => !wrong.includes(name as keyof EssentialsDatabaseDraft));
  return given({
    ...kept,
    protocol,
    modules: protocol === "redis" && highest < "8" ? modules : undefined,
    alerts: alerts?.filter(({ name }) => plan.supportedAlerts.includes(name)),
    sourceIps: sourceIps?.slice(0, plan.cidrAllowRules),
    numberOfShards: draft.numberOfShards,
    ...(isOwn && !hasSize && { datasetSizeInGb: 1 }),
    ...(plan.supportSsl && needsTls && { enableTls: true }),
  });
}

/** What only pay-as-you-go databases have. */
const OWN = [
  "datasetSizeInGb",
  "memoryLimitInGb",
  "supportOSSClusterApi",
  "useExternalEndpointForOSSClusterApi",
  "enableDatabaseClustering",
  "regexRules",
] as const;

function protocolOf({ protocol }: EssentialsDatabaseDraft, plan: Plan): EssentialsDatabaseDraft["protocol"] {
  if (plan.redisFlex) return protocol === undefined ? undefined : "redis";
  return isPayAsYouGo(plan) && protocol === "stack" ? "redis" : protocol;
}
