import type { Account } from "../../account";
import type { Subscription } from "../subscription/state";
import { DATABASE, type Database } from "./state";

/** Gigabytes of memory by which a cluster grows at a time. The real planner's rules are not public. */
const CLUSTER_STEP_GB = 50;

/** Room for the databases that a subscription is created with, rounded up to whole steps. */
export function initialClusterCapacity(databases: Database[]): number {
  return clusterCapacityFor(databases.reduce((total, { memoryLimitInGb }) => total + memoryLimitInGb, 0));
}

/**
 * "Database creation in an existing subscription: This can cause the subscription state to change from
 * active to pending during database provisioning in cases such as database sizing that requires cluster
 * resizing or updating cluster metadata."
 *
 * Here: when the memory of all its databases no longer fits into the cluster, which has room for those it was
 * created with, rounded up to multiples of 50 GB; or for every nth database, with the option `pendingEvery`.
 */
export function clusterMustGrow(account: Account, subscription: Subscription): boolean {
  const total = account
    .collection(DATABASE)
    .inSubscription(subscription.id)
    .reduce((sum, { memoryLimitInGb }) => sum + memoryLimitInGb, 0);
  const outgrown = total > subscription.clusterCapacityInGb;
  if (outgrown) subscription.clusterCapacityInGb = clusterCapacityFor(total);
  const { pendingEvery } = account.settings;
  if (pendingEvery === undefined) return outgrown;
  return pendingEvery > 0 && subscription.databasesCreated % pendingEvery === 0;
}

/** Room for this much memory, rounded up to whole steps. */
export function clusterCapacityFor(gigabytes: number): number {
  return Math.max(1, Math.ceil(gigabytes / CLUSTER_STEP_GB)) * CLUSTER_STEP_GB;
}
