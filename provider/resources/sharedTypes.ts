import type { Timeouts } from "../operations/timeouts";

export type { Timeouts };

/** Arguments that every resource accepts. */
export interface CommonInputs {
  /**
   * The account to use: a name in the config value `redis-cloud:accounts`. A change replaces.
   *
   * @default the account of `redis-cloud:apiKey`, or of the environment
   */
  account?: string;
  /**
   * ID of an existing resource to import into the stack instead of creating a new one (for a database
   * `<subscriptionId>/<databaseId>`). Adoption changes nothing: the next preview shows what differs from the other
   * arguments, and the `pulumi up` after it updates it. Used on creation only.
   *
   * @default a new resource is created
   */
  adopt?: string;
  /**
   * Maximum duration of each operation from its submission: `90s`, `45m`, `1h30m`. The time spent waiting for other
   * changes to the account is not counted. After a timeout, the resource stays in the state, and the next `pulumi up`
   * resumes waiting.
   *
   * @default `2h` to create a subscription, `1h` for nearly everything else
   */
  timeouts?: Timeouts;
}

/** Throughput to provision. API: `DatabaseThroughputSpec`. */
export interface ThroughputMeasurement {
  /** Unit of the value; `operations-per-second` for new databases. */
  by: "operations-per-second" | "number-of-shards";
  /** A whole number above 0. */
  value: number;
}

/** A module (advanced capability) of a database before Redis 8. API: `DatabaseModuleSpec`. */
export interface DatabaseModule {
  /** One of `getDatabaseModules()`, e.g. `RedisJSON`. */
  name: string;
  /** The module's own parameters, by name. */
  parameters?: Record<string, unknown>;
}

/** Type and rate of data persistence; `getDataPersistenceOptions()` describes them. */
export type DataPersistence =
  | "none"
  | "aof-every-1-second"
  | "aof-every-write"
  | "snapshot-every-1-hour"
  | "snapshot-every-6-hours"
  | "snapshot-every-12-hours";

/** How keys are distributed over shards. */
export type ShardingType = "default-regex-rules" | "custom-regex-rules" | "redis-oss-hashing";

/** A key and its value. */
export interface Tag {
  key: string;
  value: string;
}
