import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../operations/declaration";
import { repetitions } from "../common";
import { hasModulesBuiltIn, isEarlier } from "../redisVersions";
import type { DatabaseInputs } from "./types";

/** Arguments that databases and the entries of a creation plan have in common. */
export type DatabaseSpec = Partial<
  Pick<
    DatabaseInputs,
    | "protocol"
    | "port"
    | "datasetSizeInGb"
    | "memoryLimitInGb"
    | "redisVersion"
    | "respVersion"
    | "supportOSSClusterApi"
    | "dataEvictionPolicy"
    | "averageItemSizeInBytes"
    | "ramPercentage"
    | "modules"
    | "queryPerformanceFactor"
  >
>;

type Argument = keyof DatabaseSpec;

/** A rule: whether it is broken, the argument, and the reason to report. */
type Rule = readonly [isBroken: boolean, argument: Argument, reason: string];

const RESP3_SINCE = "7.2";
const LEAST_RECENTLY_MODIFIED_SINCE = "8.4";

/** Checks the arguments of one database against each other, independently of Redis version and subscription. */
export function specProblems(
  spec: DatabaseSpec,
  isUnknown: (argument: Argument) => boolean = () => false,
): readonly Problem[] {
  const { datasetSizeInGb, memoryLimitInGb, modules = [] } = spec;
  const isAbsent = (argument: Argument) => spec[argument] === undefined && !isUnknown(argument);
  const isMemcached = spec.protocol === "memcached";
  const rules: Rule[] = [
    [
      datasetSizeInGb !== undefined && memoryLimitInGb !== undefined,
      "memoryLimitInGb",
      "cannot be combined with datasetSizeInGb: keep datasetSizeInGb.",
    ],
    [
      isAbsent("datasetSizeInGb") && isAbsent("memoryLimitInGb"),
      "datasetSizeInGb",
      "is missing: set the size of the dataset in GB.",
    ],
    [isMemcached && modules.length > 0, "modules", "requires the redis protocol: memcached has no modules."],
    [
      isMemcached && spec.supportOSSClusterApi === true,
      "supportOSSClusterApi",
      "requires the redis protocol: omit it with memcached.",
    ],
  ];
  return [
    ...broken(rules),
    ...repetitions(
      modules.map(({ name }) => name),
      (index) => `modules[${index}].name`,
    ),
  ];
}

/**
 * Reports arguments that a Redis version does not support.
 *
 * @param version the declared version, the current one, or the account's default.
 * @param before the previous arguments: unchanged ones are never rejected.
 * @param origin where the version comes from, for the message, unless it is declared.
 */
export function versionProblems(
  spec: DatabaseSpec,
  version: string,
  before: DatabaseSpec = {},
  origin = "",
): readonly Problem[] {
  const { modules = [], respVersion, dataEvictionPolicy = "", queryPerformanceFactor } = spec;
  if (spec.protocol === "memcached") return [];
  const isNew = (argument: Argument) => !isDeepStrictEqual(spec[argument], before[argument]);
  const builtIn = hasModulesBuiltIn(version);
  const rules: Rule[] = [
    [
      modules.length > 0 && builtIn && isNew("modules"),
      "modules",
      "cannot be set from Redis 8 on, which includes all of them: omit it" +
        `${origin && `, or declare an earlier redisVersion (${version} is ${origin})`}.`,
    ],
    [
      respVersion === "resp3" && isEarlier(version, RESP3_SINCE) && isNew("respVersion"),
      "respVersion",
      `resp3 needs Redis ${RESP3_SINCE} or later${origin && `, and ${version} is ${origin}`}.`,
    ],
    [
      dataEvictionPolicy.endsWith("-lrm") &&
        isEarlier(version, LEAST_RECENTLY_MODIFIED_SINCE) &&
        isNew("dataEvictionPolicy"),
      "dataEvictionPolicy",
      `${dataEvictionPolicy} needs Redis ${LEAST_RECENTLY_MODIFIED_SINCE} or later${origin && `, and ${version} is ${origin}`}.`,
    ],
    [
      queryPerformanceFactor !== undefined &&
        queryPerformanceFactor !== "Standard" &&
        !builtIn &&
        !modules.some(({ name }) => name === "RediSearch") &&
        isNew("queryPerformanceFactor"),
      "queryPerformanceFactor",
      `needs search: the module RediSearch, or Redis 8 or later${origin && ` (${version} is ${origin})`}.`,
    ],
  ];
  return broken(rules);
}

/** Reports arguments that require a subscription with flash. */
export function storageProblems(
  spec: DatabaseSpec,
  memoryStorage: string,
  before: DatabaseSpec = {},
): readonly Problem[] {
  const isFlash = memoryStorage === "ram-and-flash";
  const given = (argument: "ramPercentage" | "averageItemSizeInBytes") =>
    !isFlash && spec[argument] !== undefined && spec[argument] !== before[argument];
  const reason = "requires a subscription with memoryStorage: ram-and-flash. Omit it with RAM only.";
  return broken([
    [given("ramPercentage"), "ramPercentage", reason],
    [given("averageItemSizeInBytes"), "averageItemSizeInBytes", reason],
    [
      isFlash && spec.protocol === "memcached" && before.protocol !== "memcached",
      "protocol",
      "cannot be memcached in a subscription with memoryStorage: ram-and-flash.",
    ],
  ]);
}

const broken = (rules: readonly Rule[]): readonly Problem[] =>
  rules.filter(([isBroken]) => isBroken).map(([, property, reason]) => ({ property, reason }));

/** Prefixes the property paths of problems. */
export const at = (path: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map(({ property, reason }) => ({ property: `${path}.${property}`, reason }));
