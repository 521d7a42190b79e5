import { Catalog } from "../api/catalog";
import { type Credentials, RedisCloudApi } from "../api/client";
import { Snapshots } from "../api/snapshots";
import { Admission } from "./admission";
import { DryRuns } from "./dryRuns";
import { EarlierRuns } from "./earlier";
import type { Kind } from "./kind";
import { readByTask } from "./readByTask";
import { Usual } from "./usual";

/**
 * A Redis Cloud account as one process sees it: all that works on it shares its request limit, its snapshots and
 * its turn to submit. Separate accounts share nothing and never wait for each other.
 */
export class Account {
  readonly api: RedisCloudApi;
  readonly snapshots: Snapshots;
  readonly catalog: Catalog;
  readonly admission: Admission;
  readonly usual = new Usual();
  readonly earlier = new EarlierRuns(this);
  readonly dryRuns = new DryRuns(this);

  constructor(credentials: Credentials) {
    this.api = new RedisCloudApi(credentials);
    this.snapshots = new Snapshots(
      (path, shape) => this.api.get(path, shape),
      (source, place) => (path, shape) => readByTask(this, { kind: source as Kind, place }, { path, shape }),
    );
    this.catalog = new Catalog(this.api);
    this.admission = new Admission(this.snapshots);
  }

  /** The API's ID of the account; undefined where the API does not tell. */
  async id(): Promise<number | undefined> {
    return (await this.snapshots.paymentMethods.asOf(0)).accountId;
  }
}
