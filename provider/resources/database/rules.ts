import type { Problem } from "../declaration";
import type { DatabaseInputs } from "./types";

/** What is wrong between a database's arguments. */
export function databaseRules(
  inputs: Partial<DatabaseInputs>,
  isUnknown: (argument: keyof DatabaseInputs) => boolean,
): readonly Problem[] {
  const { datasetSizeInGb, memoryLimitInGb, protocol } = inputs;
  const isAbsent = (argument: keyof DatabaseInputs) => inputs[argument] === undefined && !isUnknown(argument);
  const problems: [boolean, keyof DatabaseInputs, string][] = [
    [
      datasetSizeInGb !== undefined && memoryLimitInGb !== undefined,
      "memoryLimitInGb",
      "cannot be given together with datasetSizeInGb: keep datasetSizeInGb.",
    ],
    [
      isAbsent("datasetSizeInGb") && isAbsent("memoryLimitInGb"),
      "datasetSizeInGb",
      "is missing: give the size of the dataset in GB.",
    ],
    [
      protocol === "memcached" && inputs.password !== undefined,
      "password",
      "is for the redis protocol: give saslPassword with memcached.",
    ],
    [
      (inputs.clientTlsCertificates ?? []).length > 0 && !inputs.enableTls && !isUnknown("enableTls"),
      "clientTlsCertificates",
      "needs enableTls: true.",
    ],
    [
      inputs.useExternalEndpointForOSSClusterApi === true &&
        !inputs.supportOSSClusterApi &&
        !isUnknown("supportOSSClusterApi"),
      "useExternalEndpointForOSSClusterApi",
      "needs supportOSSClusterApi: true.",
    ],
    [
      inputs.regexRules !== undefined &&
        inputs.shardingType !== "custom-regex-rules" &&
        !isUnknown("shardingType"),
      "regexRules",
      "needs shardingType: custom-regex-rules.",
    ],
  ];
  return problems.filter(([isWrong]) => isWrong).map(([, property, reason]) => ({ property, reason }));
}
