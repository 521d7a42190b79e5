import type { Account } from "../../account";
import type { TaskResponse } from "../../resource";
import { initialClusterCapacity } from "../database/growth";
import { databasesOfSpecs } from "../database/specs";
import { activeActiveDeployment } from "./activeActive";
import { requireRoomForChange } from "./find";
import { requireKeys } from "./keys";
import { paymentOf } from "./payment";
import { singleRegionDeployment } from "./place";
import { pricingOfDryRun } from "./pricing";
import type { SubscriptionCreateRequest } from "./requests";
import type { Subscription } from "./state";

/**
 * Creates a subscription, which is `pending` until its infrastructure is there, then `active` (or waits for
 * its customer managed key). Its databases are created when it is active: see `reachSubscriptionState`.
 */
export function createSubscription(
  account: Account,
  { body }: { body: SubscriptionCreateRequest },
  taskId: string,
): TaskResponse {
  const subscription = newSubscription(account, body);
  const databases = databasesOfSpecs(account, subscription, body);
  if (body.dryRun) return { resource: { pricing: pricingOfDryRun(subscription, databases) } };
  requireRoomForChange(account);
  subscription.id = account.newId();
  subscription.name = body.name ?? `subscription-${subscription.id}`;
  subscription.clusterCapacityInGb = initialClusterCapacity(databases);
  account.add(subscription, taskId);
  const waitsForKey =
    subscription.persistentStorageEncryptionType === "customer-managed-key" &&
    subscription.customerManagedKeys.length === 0;
  account.schedule(
    subscription,
    waitsForKey ? "encryption_key_pending" : "active",
    account.duration("subscriptionCreate"),
  );
  return { resourceId: subscription.id };
}

function newSubscription(account: Account, request: SubscriptionCreateRequest): Subscription {
  const payment = paymentOf(account, request);
  const isActiveActive = request.deploymentType === "active-active";
  const deployment = isActiveActive
    ? activeActiveDeployment(account, request)
    : singleRegionDeployment(account, request);
  requireKeys(request, deployment.cloudAccountId);
  return {
    kind: "subscription",
    id: 0,
    name: request.name ?? "",
    status: "pending",
    visibleAt: account.now + account.duration("visibility"),
    change: 0,
    ...payment,
    memoryStorage: request.memoryStorage ?? "ram",
    publicEndpointAccess: request.publicEndpointAccess ?? true,
    persistentStorageEncryptionType: request.persistentStorageEncryptionType ?? "cloud-provider-managed-key",
    customerManagedKeys: request.persistentStorageEncryptionKeys?.customerManagedKeys ?? [],
    deletionGracePeriod: request.persistentStorageEncryptionKeys?.deletionGracePeriod,
    ...deployment,
    cidrIps: [],
    securityGroupIds: [],
    maintenanceWindows: { mode: "automatic" },
    creation: request,
    clusterCapacityInGb: 0,
    databasesCreated: 0,
  };
}
