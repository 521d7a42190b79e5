import type { Problem } from "../../operations/declaration";
import { addressRange } from "../canonical";
import { repetitions } from "../common";
import { type DatabaseSpec, versionProblems } from "../database/specRules";
import type { EssentialsDatabaseInputs } from "./types";

type Inputs = Partial<EssentialsDatabaseInputs>;
type Argument = keyof EssentialsDatabaseInputs;

/** What is wrong between a database's arguments, whatever its plan. */
export function essentialsDatabaseRules(
  inputs: Inputs,
  isUnknown: (argument: Argument) => boolean,
  before: Inputs,
): readonly Problem[] {
  const { protocol, redisVersion, modules = [], alerts = [], tags = [], sourceIps = [] } = inputs;
  const needs = (argument: Argument) => inputs[argument] !== true && !isUnknown(argument);
  // A protocol that is no longer declared stays as it was.
  const isMemcached = !isUnknown("protocol") && (protocol ?? before.protocol) === "memcached";
  const isReplica = (inputs.replica?.syncSources ?? inputs.replicaOf ?? []).length > 0;
  const problems: [boolean, Argument, string][] = [
    [
      modules.length > 0 && protocol !== "redis" && !isUnknown("protocol"),
      "modules",
      "needs protocol: redis. The protocol stack has all modules, and memcached has none.",
    ],
    [
      isReplica && isMemcached,
      inputs.replica === undefined ? "replicaOf" : "replica",
      "is not for memcached.",
    ],
    [
      inputs.datasetSizeInGb !== undefined && inputs.memoryLimitInGb !== undefined,
      "memoryLimitInGb",
      "cannot be given together with datasetSizeInGb: keep datasetSizeInGb.",
    ],
    [
      Boolean(inputs.clientSslCertificate) && inputs.enableTls === false,
      "clientSslCertificate",
      "needs enableTls: true.",
    ],
    [
      (inputs.clientTlsCertificates ?? []).length > 0 && needs("enableTls"),
      "clientTlsCertificates",
      "needs enableTls: true.",
    ],
    [
      inputs.useExternalEndpointForOSSClusterApi === true && needs("supportOSSClusterApi"),
      "useExternalEndpointForOSSClusterApi",
      "needs supportOSSClusterApi: true.",
    ],
    [
      (inputs.numberOfShards ?? 1) > 1 && needs("enableDatabaseClustering"),
      "numberOfShards",
      "needs enableDatabaseClustering: true.",
    ],
  ];
  return [
    ...problems.filter(([isWrong]) => isWrong).map(([, property, reason]) => ({ property, reason })),
    ...(redisVersion === undefined ? [] : versionProblems(specOf(inputs), redisVersion, specOf(before))),
    ...repetitions(
      modules.map(({ name }) => name),
      (index) => `modules[${index}].name`,
    ),
    ...repetitions(
      alerts.map(({ name }) => name),
      (index) => `alerts[${index}].name`,
    ),
    ...repetitions(
      tags.map(({ key }) => key),
      (index) => `tags[${index}].key`,
    ),
    ...repetitions(sourceIps.map(addressRange), (index) => `sourceIps[${index}]`),
  ];
}

/** The arguments that depend on the Redis version. */
export const specOf = ({ protocol, modules, respVersion, dataEvictionPolicy }: Inputs): DatabaseSpec => ({
  protocol: protocol === "memcached" ? protocol : "redis",
  modules,
  respVersion,
  dataEvictionPolicy,
});
