import type { Timeouts } from "../operations/timeouts";

export type { Timeouts };

/** Arguments that every resource takes. */
export interface CommonInputs {
  /**
   * The account to use: a name in the config value `redis-cloud:accounts`. A change replaces.
   *
   * @default the account of `redis-cloud:apiKey`, or of the environment
   */
  account?: string;
  /**
   * Takes what exists already into the stack, by its ID (`subscription.id`, `<subscriptionId>/<databaseId>` of a
   * database), instead of creating it: as it is, nothing is changed. What differs from the other arguments shows in the
   * preview after, and is changed by the `pulumi up` after it. Used on creation only.
   *
   * @default a new one is created
   */
  adopt?: string;
  /**
   * How long each operation may take, counted from its submission, as durations: `90s`, `45m`, `1h30m`. Waiting for
   * other changes of the account is not counted. When the time is over, the resource stays in the state, and the
   * next `pulumi up` waits on.
   *
   * @default generous for what the API takes: `2h` to create a subscription, `1h` for nearly everything else
   */
  timeouts?: Timeouts;
}

/** How throughput is measured. API: `DatabaseThroughputSpec`. */
export interface ThroughputMeasurement {
  /** What is counted; `operations-per-second` for new databases. */
  by: "operations-per-second" | "number-of-shards";
  /** How many of it: a whole number above 0. */
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

/** How keys are spread over shards. */
export type ShardingType = "default-regex-rules" | "custom-regex-rules" | "redis-oss-hashing";

/** A key and its value. */
export interface Tag {
  key: string;
  value: string;
}
