import type { Catalog } from "../api/catalog";
import type { RedisCloudApi } from "../api/client";
import type { Snapshots } from "../api/snapshots";
import type { Admission } from "./admission";
import type { DurationEstimates } from "./durationEstimates";

/**
 * A Redis Cloud account within one process: all operations on it share its request limit, its snapshots and its
 * admission queue. Separate accounts share nothing and never wait for each other.
 */
export interface Account {
  readonly api: RedisCloudApi;
  readonly snapshots: Snapshots;
  readonly catalog: Catalog;
  readonly admission: Admission;
  readonly usual: DurationEstimates;
  /** Returns the API's ID of the account; undefined where the API does not return one. */
  id(): Promise<number | undefined>;
}
