import type { Account } from "../../account";
import { localDatabase } from "../database/locals";
import { DATABASE } from "../database/state";
import type { Subscription } from "./state";

/** Completes the addition or removal of regions: the subscription is about to be active again. */
export function finishRegionChange(account: Account, subscription: Subscription): void {
  const { regionChange: change, regions = [] } = subscription;
  if (change === undefined) return;
  subscription.regionChange = undefined;
  const databases = account.collection(DATABASE).inSubscription(subscription.id);
  if ("added" in change) {
    subscription.regions = [...regions, change.added];
    for (const database of databases) {
      const local = localDatabase(change.throughput[database.id] ?? {});
      local.address.port = database.port;
      database.locals = { ...database.locals, [change.added.region]: local };
    }
    return;
  }
  const isKept = (region: string) => !change.removed.includes(region);
  subscription.regions = regions.filter(({ region }) => isKept(region));
  for (const database of databases) {
    const kept = Object.entries(database.locals ?? {}).filter(([region]) => isKept(region));
    database.locals = Object.fromEntries(kept);
  }
}
