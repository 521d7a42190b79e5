import { isDeepStrictEqual } from "node:util";
import { repetitions } from "../common";
import type { Problem } from "../declaration";
import type { DatabaseInputs } from "./types";

/** What is wrong between a database's arguments. */
export function databaseRules(
  inputs: Partial<DatabaseInputs>,
  isUnknown: (argument: keyof DatabaseInputs) => boolean,
  before: Partial<DatabaseInputs> = {},
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
    ...(["saslUsername", "saslPassword"] as const).map(
      (argument): [boolean, keyof DatabaseInputs, string] => [
        inputs[argument] !== undefined && protocol !== "memcached" && !isUnknown("protocol"),
        argument,
        "is for the memcached protocol: give password with redis.",
      ],
    ),
    [
      Boolean(inputs.clientSslCertificate) && inputs.enableTls === false,
      "clientSslCertificate",
      "needs enableTls: true.",
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
    [
      (inputs.modules ?? []).length > 0 &&
        Number.parseInt(inputs.redisVersion ?? "", 10) >= 8 &&
        // What it had before an upgrade may stay in the program.
        !isDeepStrictEqual(inputs.modules, before.modules),
      "modules",
      "cannot be chosen from Redis 8 on, which has them all: leave it out.",
    ],
  ];
  return [
    ...problems.filter(([isWrong]) => isWrong).map(([, property, reason]) => ({ property, reason })),
    ...repetitions(namesOf(inputs.alerts), (index) => `alerts[${index}].name`),
    ...repetitions(namesOf(inputs.modules), (index) => `modules[${index}].name`),
    ...repetitions(inputs.tags?.map(({ key }) => key) ?? [], (index) => `tags[${index}].key`),
  ];
}

const namesOf = (items: readonly { readonly name: string }[] = []): string[] => items.map(({ name }) => name);
