import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import { localDatabase } from "../database/locals";
import { DATABASE, type Database } from "../database/state";
import { isRegionOf, newRegion, requireRegions } from "../subscription/activeActive";
import { activeSubscription, requireRoomForChange } from "../subscription/find";
import { requireAccessToKeys } from "../subscription/keyGrants";
import { pricingOfDryRun } from "../subscription/pricing";
import type { Subscription } from "../subscription/state";
import type { ActiveActiveRegionCreateRequest, ActiveActiveRegionDeleteRequest } from "./requests";

/**
 * What the tasks of regions do when they are processed. Neither the names of these tasks are known nor the ID in their
 * response: the names follow those of other tasks, and the ID is the subscription's, which is what changes.
 */
export const activeActiveRegionCommands = {
  activeActiveRegionCreateRequest: createRegion,
  activeActiveRegionDeleteRequest: deleteRegions,
} satisfies CommandHandlers;

/** The subscription in the path of a request. */
interface InPath {
  subscriptionId: number;
}

/** Adds a region, in which every database of the subscription gets a copy. The subscription is `pending` meanwhile. */
function createRegion(
  account: Account,
  { subscriptionId, body }: InPath & { body: ActiveActiveRegionCreateRequest },
  taskId: string,
): TaskResponse {
  const subscription = activeSubscription(account, subscriptionId);
  const { regions = [], provider } = subscription;
  requireThat(subscription.regions, "ADDING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION");
  requireThat(isRegionOf(body.region, provider), "ACTIVE_ACTIVE_INVALID_CREATE_REGION_NAME");
  const { deploymentCIDR, vpcId, subnetIds, securityGroupId } = body;
  const networking = { deploymentCIDR, vpcId, subnetIds, securityGroupId };
  const added = newRegion(account, { ...body, networking }, provider);
  requireRegions([...regions, added]);
  requireKey(account, subscription, body);
  const databases = account.collection(DATABASE).inSubscription(subscriptionId);
  const throughput = throughputOf(body, databases);
  if (body.dryRun) {
    const there = databases.map((database) => {
      const locals = { ...database.locals, [body.region]: localDatabase(throughput[database.id] ?? {}) };
      return { ...database, locals };
    });
    return { resource: { pricing: pricingOfDryRun(subscription, there) } };
  }
  change(account, subscription, taskId, "activeActiveRegionCreate");
  subscription.regionChange = { added, throughput };
  return { resourceId: subscriptionId };
}

/** Removes regions, with the copies that databases have in them. The subscription is `pending` meanwhile. */
function deleteRegions(
  account: Account,
  { subscriptionId, body }: InPath & { body: ActiveActiveRegionDeleteRequest },
  taskId: string,
): TaskResponse {
  const subscription = activeSubscription(account, subscriptionId);
  const { regions = [] } = subscription;
  requireThat(subscription.regions, "DELETING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION");
  const removed = body.regions.map(({ region }) => region);
  requireThat(new Set(removed).size === removed.length, "ACTIVE_ACTIVE_DELETE_REGIONS_MUST_BE_DEFINED_ONCE");
  requireThat(
    removed.length > 0 && removed.every((name) => regions.some(({ region }) => region === name)),
    "ACTIVE_ACTIVE_INVALID_DELETE_REGION_NAME",
  );
  requireThat(
    removed.length < regions.length,
    "ACTIVE_ACTIVE_DELETE_SUBSCRIPTION_MUST_BE_DEPLOYED_IN_AT_LEAST_ONE_REGION",
  );
  if (body.dryRun) {
    const databases = account.collection(DATABASE).inSubscription(subscriptionId);
    const there = databases.map((database) => withoutRegions(database, removed));
    return { resource: { pricing: pricingOfDryRun(subscription, there) } };
  }
  change(account, subscription, taskId, "activeActiveRegionDelete");
  subscription.regionChange = { removed };
  return { resourceId: subscriptionId };
}

/** Turns the subscription `pending`: none of its databases may be changing. */
function change(account: Account, subscription: Subscription, taskId: string, duration: string): void {
  const databases = account.collection(DATABASE).inSubscription(subscription.id);
  requireThat(
    databases.every(({ status }) => status === "active" || status === "error"),
    "SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE",
  );
  requireRoomForChange(account);
  account.transition(subscription, "pending", taskId);
  account.schedule(subscription, "active", account.duration(duration));
}

function withoutRegions(database: Database, removed: string[]): Database {
  const kept = Object.entries(database.locals ?? {}).filter(([region]) => !removed.includes(region));
  return { ...database, locals: Object.fromEntries(kept) };
}

/** The throughput of each database in the new region: the request has to name all databases. */
function throughputOf(
  { databases: specs = [], region }: ActiveActiveRegionCreateRequest,
  databases: Database[],
) {
  const names = specs.map(({ name }) => name);
  requireThat(
    new Set(names).size === names.length,
    "ACTIVE_ACTIVE_CREATE_A_REGION_MUST_BE_DEFINED_ONCE_PER_DATABASE",
  );
  requireThat(
    names.length === databases.length && databases.every(({ name }) => names.includes(name)),
    "ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_DATABASE_SPEC_TO_ALL_CRDBS_IN_SUBSCRIPTION",
  );
  const throughputs = databases.map((database) => {
    const spec = specs.find(({ name }) => name === database.name)?.localThroughputMeasurement;
    requireThat(
      spec && (spec.region === undefined || spec.region === region),
      "ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_LOCAL_THROUGHPUT_MEASUREMENT_IN_DATABASE_SPEC",
    );
    const { readOperationsPerSecond, writeOperationsPerSecond } = localDatabase(spec);
    return [database.id, { readOperationsPerSecond, writeOperationsPerSecond }] as const;
  });
  return Object.fromEntries(throughputs);
}

function requireKey(
  account: Account,
  subscription: Subscription,
  { customerManagedKeyResourceName: key }: ActiveActiveRegionCreateRequest,
): void {
  const isCustomerManaged = subscription.persistentStorageEncryptionType === "customer-managed-key";
  requireThat(
    key !== undefined || !isCustomerManaged,
    "ACTIVE_ACTIVE_CREATE_A_REGION_CUSTOMER_MANAGED_KEY_RESOURCE_NAME_IS_NOT_SET",
  );
  requireThat(
    key === undefined || isCustomerManaged,
    "ACTIVE_ACTIVE_CREATE_A_REGION_CUSTOMER_MANAGED_KEY_RESOURCE_NAME_SUBSCRIPTION_IS_NOT_CUSTOMER_MANAGED",
  );
  if (key !== undefined) requireAccessToKeys(account, subscription, [key]);
}
