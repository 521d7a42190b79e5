/** What the databases of every account can choose from: the values that the OpenAPI document shows as examples. */

/** `GET /data-persistence` */
export const DATA_PERSISTENCE = [
  { name: "none", description: "None" },
  { name: "aof-every-1-second", description: "Append only file (AOF) - fsync every 1 second" },
  { name: "aof-every-write", description: "Append only file (AOF) - fsync every write" },
  { name: "snapshot-every-1-hour", description: "Snapshot every 1 hour" },
  { name: "snapshot-every-6-hours", description: "Snapshot every 6 hour" },
  { name: "snapshot-every-12-hours", description: "Snapshot every 12 hour" },
];

/** `GET /database-modules` */
export const MODULES = [
  {
    name: "RedisBloom",
    capabilityName: "Probabilistic",
    description: "Bloom and cuckoo filters, count-min sketch, top-k and t-digest",
    parameters: [],
  },
  { name: "RedisJSON", capabilityName: "JSON", description: "JSON as a native data type", parameters: [] },
  {
    name: "RediSearch",
    capabilityName: "Search and query",
    description: "Secondary indexes, full-text and vector search",
    parameters: [
      {
        name: "number-of-documents",
        description: "Expected number of documents the module will be indexing",
        type: "integer",
        defaultValue: 1000000,
        required: false,
      },
    ],
  },
  {
    name: "RedisTimeSeries",
    capabilityName: "Time series",
    description: "Time series as a native data type",
    parameters: [],
  },
];

/** `GET /query-performance-factors` */
export const QUERY_PERFORMANCE_FACTORS = ["Standard", "2x", "4x", "6x", "8x"];

/** A Redis version, as in `GET /subscriptions/redis-versions`; which one is the default, the account decides. */
export interface RedisVersion {
  version: string;
  eolDate?: string;
  isPreview: boolean;
}

/** From the oldest to the newest. */
export const REDIS_VERSIONS: RedisVersion[] = [
  { version: "6.2", eolDate: "2027-02-28", isPreview: false },
  { version: "7.2", eolDate: "2028-02-29", isPreview: false },
  { version: "7.4", isPreview: false },
  { version: "8.2", isPreview: false },
  { version: "8.4", isPreview: true },
];

/**
 * The default of accounts that do not choose one. A creation plan with a query performance factor, and neither
 * modules nor a version, is accepted by the service, so its default includes search: 8 or later.
 */
export const DEFAULT_REDIS_VERSION = "8.2";

/** Whether `version` is `other` or a later one. */
export function isAtLeast(version: string, other: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split(".").map(Number);
  return major > otherMajor || (major === otherMajor && minor >= otherMinor);
}

/** The version a request means; undefined when there is none. `latest` and `default` are recorded as accepted. */
export function findRedisVersion(
  requested: string | undefined,
  { defaultRedisVersion }: { defaultRedisVersion: string },
): string | undefined {
  if (requested === undefined || requested === "default") return defaultRedisVersion;
  if (requested === "latest") return REDIS_VERSIONS.findLast(({ isPreview }) => !isPreview)?.version;
  return REDIS_VERSIONS.find(({ version }) => version === requested)?.version;
}
