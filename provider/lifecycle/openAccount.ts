import { Catalog } from "../api/catalog";
import { RedisCloudApi } from "../api/client";
import { Snapshots } from "../api/snapshots";
import type { Credentials } from "../api/transport";
import type { Account } from "./account";
import { Admission } from "./admission";
import { DurationEstimates } from "./durationEstimates";
import type { Kind } from "./kind";
import { readByTask } from "./readByTask";

/** Opens the account with these keys. A process opens it only once: two instances would not share its limits. */
export function openAccount(credentials: Credentials): Account {
  const api = new RedisCloudApi(credentials);
  const snapshots: Snapshots = new Snapshots(
    (path, shape) => api.get(path, shape),
    (source, place) => (path, shape) => readByTask(account, { kind: source as Kind, place }, { path, shape }),
  );
  const account: Account = {
    api,
    snapshots,
    catalog: new Catalog(api),
    admission: new Admission(snapshots),
    usual: new DurationEstimates(),
    id: async () => (await snapshots.paymentMethods.asOf(0)).accountId,
  };
  return account;
}
