import type { Catalog } from "../api/catalog";
import type { RedisCloudApi } from "../api/client";
import type { Snapshots } from "../api/snapshots";
import type { Admission } from "./admission";
import type { DurationEstimates } from "./durationEstimates";

/**
 * A Redis Cloud account as one process sees it: all that works on it shares its request limit, its snapshots and
 * its turn to submit. Separate accounts share nothing and never wait for each other.
 */
export interface Account {
  readonly api: RedisCloudApi;
  readonly snapshots: Snapshots;
  readonly catalog: Catalog;
  readonly admission: Admission;
  readonly usual: DurationEstimates;
  /** The API's ID of the account; undefined where the API does not tell. */
  id(): Promise<number | undefined>;
}
