/** What every account can choose from: the values that the OpenAPI document shows as examples. */

/** A cloud provider's region, as in `GET /regions`. */
export interface Region {
  id: number;
  name: string;
  provider: "AWS" | "GCP";
}

const AWS_REGIONS: Record<string, number> = {
  "us-east-1": 1,
  "us-west-1": 2,
  "us-west-2": 3,
  "eu-west-1": 4,
  "eu-central-1": 29,
  "sa-east-1": 7,
  "ca-central-1": 63,
  "eu-north-1": 62,
  "eu-west-3": 61,
  "eu-west-2": 60,
  "us-east-2": 59,
  "ap-east-1": 64,
  "ap-southeast-5": 146,
  "ap-south-1": 30,
  "ap-northeast-3": 117,
  "ap-northeast-2": 116,
  "ap-southeast-7": 145,
  "ap-northeast-1": 6,
  "ap-southeast-1": 5,
  "ap-southeast-2": 15,
  "il-central-1": 132,
  "mx-central-1": 144,
};

const GCP_REGIONS: Record<string, number> = {
  "asia-east1": 32,
  "asia-east2": 67,
  "asia-northeast1": 33,
  "asia-northeast2": 104,
  "asia-south1": 69,
  "asia-southeast1": 34,
  "australia-southeast1": 71,
  "europe-north1": 72,
  "europe-west1": 35,
  "europe-west2": 74,
  "asia-southeast2": 128,
  "europe-west3": 75,
  "europe-west4": 36,
  "europe-west10": 133,
  "europe-southwest1": 130,
  "europe-west8": 134,
  "europe-west6": 113,
  "me-west1": 129,
  "europe-west9": 135,
  "northamerica-northeast1": 77,
  "europe-west12": 136,
  "europe-central2": 137,
  "northamerica-northeast2": 131,
  "me-central2": 138,
  "me-central1": 139,
  "us-east5": 140,
  "us-south1": 141,
  "us-central1": 27,
  "us-east1": 38,
  "us-east4": 39,
  "us-west1": 40,
  "us-west2": 82,
  "southamerica-west1": 142,
  "southamerica-east1": 95,
  "africa-south1": 143,
};

export const REGIONS: Region[] = [
  ...Object.entries(AWS_REGIONS).map(([name, id]) => ({ id, name, provider: "AWS" as const })),
  ...Object.entries(GCP_REGIONS).map(([name, id]) => ({ id, name, provider: "GCP" as const })),
];

/** What a credit card has unless an account's options say otherwise. */
export const CARDHOLDER = { nameOnCard: "Simulated Cardholder", expirationMonth: 12, expirationYear: 2049 };

/** The credit cards of an account unless its options name others; `creditCardEndsWith` is a number on the wire. */
export const PAYMENT_METHODS = [
  { id: 2, type: "Visa", creditCardEndsWith: 4242 },
  { id: 3, type: "Mastercard", creditCardEndsWith: 4444, expirationMonth: 6, expirationYear: 2048 },
];

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

/** Cloud account 1 stands for the vendor's own accounts at every provider. */
export const INTERNAL_CLOUD_ACCOUNT_ID = 1;
export const INTERNAL_CLOUD_ACCOUNT_NAME = "Redis Internal Resources";

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
