import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../operations/declaration";
import { addressRange } from "../canonical";
import { repetitions } from "../common";
import { backupProblems } from "../database/rules";
import { versionProblems } from "../database/specRules";
import type { ActiveActiveDatabaseInputs, RegionalSettings } from "./types";

type Inputs = Partial<ActiveActiveDatabaseInputs>;

/** What is wrong between the arguments of an Active-Active database. */
export function activeActiveDatabaseRules(
  inputs: Inputs,
  isUnknown: (argument: keyof ActiveActiveDatabaseInputs) => boolean,
  before: Inputs = {},
): readonly Problem[] {
  const { redisVersion, regions = [], localThroughputMeasurement: throughputs = [] } = inputs;
  return [
    ...conditionProblems(inputs, isUnknown),
    ...(redisVersion === undefined ? [] : versionProblems(inputs, redisVersion, before)),
    ...repetitions(
      (inputs.modules ?? []).map(({ name }) => name),
      (index) => `modules[${index}].name`,
    ),
    ...repetitions(
      throughputs.map(({ region }) => region),
      (index) => `localThroughputMeasurement[${index}].region`,
    ),
    ...repetitions(
      regions.map(({ region }) => region),
      (index) => `regions[${index}].region`,
    ),
    ...regions.flatMap((region, index) => regionProblems(region, index, before)),
    ...listProblems(inputs.globalSourceIp, inputs.globalAlerts, ["globalSourceIp", "globalAlerts"]),
    ...repetitions(inputs.tags?.map(({ key }) => key) ?? [], (index) => `tags[${index}].key`),
    ...passwordProblems(inputs, before),
  ];
}

function conditionProblems(
  inputs: Inputs,
  isUnknown: (argument: keyof ActiveActiveDatabaseInputs) => boolean,
): readonly Problem[] {
  const problems: [isBroken: boolean, property: string, reason: string][] = [
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
  ];
  return problems.filter(([isBroken]) => isBroken).map(([, property, reason]) => ({ property, reason }));
}

function regionProblems(
  { region, remoteBackup, sourceIp, alerts }: RegionalSettings,
  index: number,
  before: Inputs,
): readonly Problem[] {
  const at = `regions[${index}]`;
  const held = before.regions?.find((one) => one.region === region);
  return [
    ...backupProblems(remoteBackup, held?.remoteBackup, `${at}.remoteBackup`),
    ...listProblems(sourceIp, alerts, [`${at}.sourceIp`, `${at}.alerts`]),
  ];
}

function listProblems(
  sourceIp: readonly string[] = [],
  alerts: RegionalSettings["alerts"] = [],
  [addresses, named]: readonly [string, string],
): readonly Problem[] {
  return [
    ...repetitions(sourceIp.map(addressRange), (index) => `${addresses}[${index}]`),
    ...repetitions(
      alerts.map(({ name }) => name),
      (index) => `${named}[${index}].name`,
    ),
  ];
}

/** The API takes a password only while the user is on (`NOT_ALLOWED_TO_UPDATE_A_DATABASE_PASSWORD_WHEN_…`). */
function passwordProblems(inputs: Inputs, before: Inputs): readonly Problem[] {
  const { globalPassword, globalEnableDefaultUser, regionPasswords = {} } = inputs;
  const staysOff = globalEnableDefaultUser === false && before.globalEnableDefaultUser === false;
  const isChanged = globalPassword !== undefined && globalPassword !== before.globalPassword;
  const isOff = (settings: Inputs, region: string) =>
    settings.regions?.find((one) => one.region === region)?.enableDefaultUser === false;
  const reason = "cannot change while the user is disabled: enable it, in this or an earlier run.";
  const regional = Object.entries(regionPasswords)
    .filter(([region, password]) => !isDeepStrictEqual(password, before.regionPasswords?.[region]))
    .filter(([region]) => isOff(inputs, region) && isOff(before, region))
    .map(([region]) => ({ property: `regionPasswords.${region}`, reason }));
  return [...(staysOff && isChanged ? [{ property: "globalPassword", reason }] : []), ...regional];
}
