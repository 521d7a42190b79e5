import { z } from "zod";
import type { Declaration } from "../../operations/declaration";
import { asSet } from "../canonical";
import { fields as pro } from "../database/fields";
import { observedModules } from "../database/inAnswers";
import { alerts } from "../database/schemas";
import { oneOf, text } from "../schemas";
import type { ObservedEssentialsDatabase } from "./observed";
import type { EssentialsDatabaseInputs } from "./types";

const flag = z.boolean().optional();

/** With the alerts that the API sets by itself, unless the program declares them. */
function observedAlerts(
  { essentials: { alerts } }: ObservedEssentialsDatabase,
  declared: EssentialsDatabaseInputs["alerts"] = [],
): EssentialsDatabaseInputs["alerts"] {
  const isDeclared = (name: string) => declared.some((alert) => alert.name === name);
  const own = alerts?.filter(({ name, value, defaultValue }) => value !== defaultValue || isDeclared(name));
  return own?.map(({ name, value }) => ({ name, value })) as EssentialsDatabaseInputs["alerts"];
}

/** The value of what only pay-as-you-go databases have of their own. Others report the plan's memory in its place. */
const ownValue = <T>({ essentials }: ObservedEssentialsDatabase, value: T): T | undefined =>
  essentials.planMemoryLimit === undefined ? value : undefined;

/** Undeclared, the API's own rules are not reported. */
const observedRules = (answer: ObservedEssentialsDatabase, declared?: string[]): string[] | undefined =>
  declared === undefined && answer.essentials.clustering?.hashingPolicy === "standard"
    ? undefined
    : ownValue(answer, answer.regexRules);

/** The arguments of an Essentials database. Those that it has in common with Pro databases are declared there. */
export const fields: Declaration<EssentialsDatabaseInputs, ObservedEssentialsDatabase>["fields"] = {
  account: pro.account,
  adopt: pro.adopt,
  timeouts: pro.timeouts,
  subscriptionId: pro.subscriptionId,
  name: pro.name,
  protocol: {
    schema: oneOf(["redis", "memcached", "stack"]).optional(),
    change: "replace",
    // No default: it depends on the plan.
    observed: ({ essentials }) => essentials.protocol as EssentialsDatabaseInputs["protocol"],
  },
  redisVersion: pro.redisVersion,
  respVersion: pro.respVersion,
  dataPersistence: pro.dataPersistence,
  // No defaults: they are documented nowhere, and that of replication depends on the plan.
  dataEvictionPolicy: { ...pro.dataEvictionPolicy, default: undefined },
  replication: { ...pro.replication, default: undefined },
  replicaOf: pro.replicaOf,
  replica: pro.replica,
  periodicBackupPath: {
    schema: z.string().optional(),
    change: "update",
    default: "",
    observed: ({ backup }) => backup && (backup.enableRemoteBackup ? backup.destination : ""),
  },
  sourceIps: pro.sourceIp,
  clientSslCertificate: pro.clientSslCertificate,
  clientTlsCertificates: pro.clientTlsCertificates,
  enableTls: pro.enableTls,
  enableDefaultUser: pro.enableDefaultUser,
  password: pro.password,
  alerts: {
    schema: alerts.optional(),
    change: "update",
    default: [],
    canonical: asSet(({ name }) => name),
    observed: observedAlerts,
  },
  modules: {
    ...pro.modules,
    observed: (answer, declared) =>
      answer.essentials.protocol === "stack" ? declared : observedModules(answer, declared),
  },
  datasetSizeInGb: {
    ...pro.datasetSizeInGb,
    observed: (answer) => ownValue(answer, answer.essentials.datasetSizeInGb),
  },
  memoryLimitInGb: {
    ...pro.memoryLimitInGb,
    observed: (answer) => ownValue(answer, answer.essentials.memoryLimitInGb),
  },
  supportOSSClusterApi: pro.supportOSSClusterApi,
  useExternalEndpointForOSSClusterApi: pro.useExternalEndpointForOSSClusterApi,
  enableDatabaseClustering: {
    schema: flag,
    change: "update",
    default: false,
    observed: ({ essentials }) => essentials.clustering?.enabled,
  },
  numberOfShards: {
    schema: z.number().int("must be a whole number").min(1, "must be at least 1").optional(),
    change: "update",
    observed: (answer) => ownValue(answer, answer.numberOfShards),
  },
  regexRules: {
    schema: z.array(text).optional(),
    change: "update",
    observed: observedRules,
  },
  tags: pro.tags,
};
