import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../operations/declaration";
import { addressRange } from "../canonical";
import { repetitions } from "../common";
import type { RemoteBackup } from "../sharedTypes";
import { specProblems, versionProblems } from "./specRules";
import type { DatabaseInputs } from "./types";

type IsUnknown = (argument: keyof DatabaseInputs) => boolean;

/** Checks the arguments of a database against each other. */
export function databaseRules(
  inputs: Partial<DatabaseInputs>,
  isUnknown: IsUnknown,
  before: Partial<DatabaseInputs> = {},
): readonly Problem[] {
  const { protocol, redisVersion } = inputs;
  const problems: [boolean, keyof DatabaseInputs, string][] = [
    [
      protocol === "memcached" && inputs.password !== undefined,
      "password",
      "requires the redis protocol: use saslPassword with memcached.",
    ],
    ...(["saslUsername", "saslPassword"] as const).map(
      (argument): [boolean, keyof DatabaseInputs, string] => [
        inputs[argument] !== undefined && protocol !== "memcached" && !isUnknown("protocol"),
        argument,
        "requires the memcached protocol: use password with redis.",
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
      Boolean(inputs.periodicBackupPath) && inputs.remoteBackup?.active === true,
      "periodicBackupPath",
      "cannot be combined with remoteBackup: keep remoteBackup.",
    ],
  ];
  return [
    ...problems.filter(([isWrong]) => isWrong).map(([, property, reason]) => ({ property, reason })),
    ...specProblems(inputs, isUnknown),
    // Without a declared version, only the account knows it: see `verifyDatabase`.
    ...(redisVersion === undefined ? [] : versionProblems(inputs, redisVersion, before)),
    ...backupProblems(inputs.remoteBackup, before.remoteBackup),
    ...repetitions(namesOf(inputs.alerts), (index) => `alerts[${index}].name`),
    ...repetitions(inputs.tags?.map(({ key }) => key) ?? [], (index) => `tags[${index}].key`),
    ...repetitions((inputs.sourceIp ?? []).map(addressRange), (index) => `sourceIp[${index}]`),
  ];
}

const HAS_AN_HOUR: readonly (string | undefined)[] = ["every-12-hours", "every-24-hours"];

/** What is declared as it was before is never refused: the API does not tell all of it. */
export function backupProblems(
  backup?: RemoteBackup,
  before?: RemoteBackup,
  path = "remoteBackup",
): readonly Problem[] {
  if (backup?.active !== true || isDeepStrictEqual(backup, before)) return [];
  const needed = { interval: "every-24-hours", storageType: "aws-s3", storagePath: "s3://bucket/folder" };
  const missing = Object.entries(needed)
    .filter(([part]) => backup[part as keyof RemoteBackup] === undefined)
    .map(([part, example]) => ({
      property: `${path}.${part}`,
      reason: `is missing: an active backup requires it, for example ${example}.`,
    }));
  const { timeUTC, interval } = backup;
  const hasNoHour = timeUTC !== undefined && interval !== undefined && !HAS_AN_HOUR.includes(interval);
  const reason = "is only for the intervals every-12-hours and every-24-hours: omit it.";
  return hasNoHour ? [...missing, { property: `${path}.timeUTC`, reason }] : missing;
}

const namesOf = (items: readonly { readonly name: string }[] = []): string[] => items.map(({ name }) => name);
