import ipaddr from "ipaddr.js";
import parseDuration from "parse-duration";
import { z } from "zod";

const RESOURCE_ID_RULE = "must be a resource ID: a whole number above 0";

/** A resource ID: the API's number, or the same as a string, as in `resource.id`. */
export const resourceId = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)], { error: RESOURCE_ID_RULE })
  .refine((value) => Number.isSafeInteger(value) && value > 0, RESOURCE_ID_RULE);

export const text = z.string().min(1, "must not be empty");

/** Name of an access control rule or role. */
export const aclName = z.string().regex(/^\S(.*\S)?$/, "must not be empty, or begin or end with a space");

/** One of the API's values; the message lists them. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `must be one of ${values.join(", ")}`);

const DATABASE_NAME_RULE =
  "must be up to 40 letters, digits and hyphens, from a letter to a letter or digit (the API's rule)";

/** Source of the rule: `DatabaseCreateRequest.name`. */
export const databaseName = z
  .string()
  .regex(/^[A-Za-z]([A-Za-z0-9-]{0,38}[A-Za-z0-9])?$/, DATABASE_NAME_RULE);

/** Gigabytes; the API accepts at least 0.1. */
export const sizeInGb = z.number().min(0.1, "must be at least 0.1 (GB)");

export const port = z
  .number()
  .int("must be a whole number")
  .refine((value) => value >= 10_000 && value <= 19_999, "must be between 10000 and 19999");

/** An IP address, or an address range, e.g. `10.0.0.0/24`. */
export const cidr = z
  .string()
  .refine(
    (value) => ipaddr.isValidCIDR(value) || ipaddr.isValid(value),
    "must be an IP address range such as 10.0.0.0/24",
  );

export const securityGroupId = z
  .string()
  .regex(/^sg-[0-9a-f]+$/, "must be the ID of an AWS security group such as sg-0125be68a4625884a");

/** Line breaks may be the two characters `\\n`, as in the API's documentation. */
const CERTIFICATE =
  /^\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]|\\n)+-----END CERTIFICATE-----([\s\S]*)$/;
const CERTIFICATE_RULE = "must be a certificate in PEM form";

export const certificate = z.string().regex(CERTIFICATE, CERTIFICATE_RULE);
export const certificateOrNone = z.string().regex(new RegExp(`^$|${CERTIFICATE.source}`), CERTIFICATE_RULE);

export const password = z.string().refine((value) => value.trim() !== "", "must not be blank");

/** A network of 256 addresses. Source of the rule: `SubscriptionRegionNetworkingSpec.deploymentCIDR`. */
export const deploymentCidr = z
  .string()
  .refine(
    (value) => ipaddr.IPv4.isValidCIDR(value) && value.endsWith(".0/24"),
    "must be an IPv4 network of 256 addresses, such as 10.0.0.0/24",
  );

export const duration = z
  .string()
  .refine(
    (value) => /^(\d+(\.\d+)?(h|m|s))+$/.test(value) && (parseDuration(value) ?? 0) > 0,
    "must be a duration such as 90s, 45m or 1h30m",
  );

export const throughputMeasurement = z.strictObject({
  by: oneOf(["operations-per-second", "number-of-shards"]),
  value: z.number().int("must be a whole number").positive("must be above 0"),
});

const operationsPerSecond = z
  .number()
  .refine((value) => value >= 500 && value % 500 === 0, "must be a multiple of 500 (operations per second)");

/** Throughput of one region. API: `LocalThroughput`. */
export const localThroughput = z.strictObject({
  region: text,
  writeOperationsPerSecond: operationsPerSecond.optional(),
  readOperationsPerSecond: operationsPerSecond.optional(),
});

export const modules = z.array(
  z.strictObject({ name: text, parameters: z.record(z.string(), z.unknown()).optional() }),
);

export const DATA_PERSISTENCE = [
  "none",
  "aof-every-1-second",
  "aof-every-write",
  "snapshot-every-1-hour",
  "snapshot-every-6-hours",
  "snapshot-every-12-hours",
] as const;

export const SHARDING_TYPES = ["default-regex-rules", "custom-regex-rules", "redis-oss-hashing"] as const;

export const GRACE_PERIODS = [
  "alerts-only",
  "immediate",
  "15-minutes",
  "30-minutes",
  "1-hour",
  "4-hours",
  "8-hours",
  "12-hours",
  "24-hours",
] as const;

export const ramPercentage = z
  .number()
  .refine((value) => [10, 20, 30, 40, 50].includes(value), "must be 10, 20, 30, 40 or 50 (percent)");

export const redisVersion = z
  .string()
  .regex(/^\d+(\.\d+){0,2}$/, "must be a Redis version such as 7.4; getRedisVersions() lists them");

export const queryPerformanceFactor = z
  .string()
  .regex(/^(Standard|\d+x)$/, "must be Standard, or a factor such as 2x");

/** URI of a source database. Source of the rule: `DatabaseSyncSourceSpec.endpoint`. */
export const redisUri = z
  .string()
  .regex(/^(rediss?:\/\/\S+|[\w.-]+:\d+)$/, "must be a Redis URI such as redis://user:password@host:6379");
