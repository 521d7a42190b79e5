import type { Problem } from "../../operations/declaration";
import { isFree, type Plan, planLabel } from "../essentialsSubscription/plans";
import type { EssentialsDatabaseInputs } from "./types";

type Inputs = Partial<EssentialsDatabaseInputs>;
type Rule = readonly [isBroken: boolean, property: string, reason: string];

/**
 * What the plan of its subscription does not support of a database's arguments.
 *
 * @param isPayAsYouGo whether its databases have sizes of their own; undefined if not known.
 */
export function planProblems(
  inputs: Inputs,
  plan: Plan,
  isPayAsYouGo: boolean | undefined,
): readonly Problem[] {
  return [...supportRules(inputs, plan), ...sizingRules(inputs, plan, isPayAsYouGo)]
    .filter(([isBroken]) => isBroken)
    .map(([, property, reason]) => ({ property, reason: `${reason} Plan: ${planLabel(plan)}.` }));
}

function supportRules(inputs: Inputs, plan: Plan): readonly Rule[] {
  const { sourceIps = [], alerts = [], replica, replicaOf = [] } = inputs;
  const { cidrAllowRules: mostAddresses = Number.POSITIVE_INFINITY, supportedAlerts } = plan;
  const hasNoTls = plan.supportSsl === false;
  return [
    [
      inputs.replication === true && plan.supportReplication === false,
      "replication",
      "is not supported by the plan: omit it, or choose a plan with replication.",
    ],
    [
      (inputs.dataPersistence ?? "none") !== "none" && plan.supportDataPersistence === false,
      "dataPersistence",
      "is not supported by the plan: omit it, or choose a plan with data persistence.",
    ],
    [
      Boolean(inputs.periodicBackupPath) && plan.supportInstantAndDailyBackups === false,
      "periodicBackupPath",
      "is not supported by the plan: omit it, or choose a plan with backups.",
    ],
    [
      sourceIps.length > mostAddresses,
      "sourceIps",
      `has ${sourceIps.length} entries, and the plan allows ${plan.cidrAllowRules}.`,
    ],
    [
      isFree(plan) && (replica?.syncSources ?? replicaOf).length > 0,
      replica === undefined ? "replicaOf" : "replica",
      "is not supported by a free plan.",
    ],
    [hasNoTls && inputs.enableTls === true, "enableTls", "is not supported by the plan."],
    [
      hasNoTls && Boolean(inputs.clientSslCertificate),
      "clientSslCertificate",
      "is not supported by the plan, which has no TLS.",
    ],
    [
      hasNoTls && (inputs.clientTlsCertificates ?? []).length > 0,
      "clientTlsCertificates",
      "is not supported by the plan, which has no TLS.",
    ],
    [
      plan.redisFlex === true && (inputs.protocol === "stack" || inputs.protocol === "memcached"),
      "protocol",
      "must be redis with Redis Flex.",
    ],
    ...alerts.map(
      ({ name }, index): Rule => [
        supportedAlerts?.includes(name) === false,
        `alerts[${index}].name`,
        `${name} is not supported by the plan, which has ${supportedAlerts?.join(", ") || "no alerts"}.`,
      ],
    ),
  ];
}

/** Sizes, shards and hashing are the database's own with pay-as-you-go only. */
function sizingRules(inputs: Inputs, plan: Plan, isPayAsYouGo: boolean | undefined): readonly Rule[] {
  const isOn = {
    datasetSizeInGb: inputs.datasetSizeInGb !== undefined,
    memoryLimitInGb: inputs.memoryLimitInGb !== undefined,
    supportOSSClusterApi: inputs.supportOSSClusterApi === true,
    useExternalEndpointForOSSClusterApi: inputs.useExternalEndpointForOSSClusterApi === true,
    enableDatabaseClustering: inputs.enableDatabaseClustering === true,
    numberOfShards: inputs.numberOfShards !== undefined,
    regexRules: (inputs.regexRules ?? []).length > 0,
  };
  const isSized = isOn.datasetSizeInGb || isOn.memoryLimitInGb;
  return [
    [
      isPayAsYouGo === true && !isSized,
      "datasetSizeInGb",
      "is missing: a database of a pay-as-you-go subscription has a size of its own.",
    ],
    [
      isPayAsYouGo === true && inputs.protocol === "stack",
      "protocol",
      "must be redis or memcached in a pay-as-you-go subscription.",
    ],
    ...Object.entries(isOn).map(([argument, is]): Rule => {
      const needsClustering = ["enableDatabaseClustering", "numberOfShards", "regexRules"].includes(argument);
      const isRefused = isPayAsYouGo === false || (needsClustering && plan.supportClustering === false);
      return [is && isRefused, argument, "is for pay-as-you-go subscriptions only: omit it."];
    }),
  ];
}
