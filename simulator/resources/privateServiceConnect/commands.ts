import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { TaskResponse } from "../../resource";
import type { CommandHandlers } from "../../tasks/command";
import {
  type ConnectivityPlace,
  holdSubscription,
  inBothForms,
  regionOf,
  requireForm,
} from "../connectivity";
import { PRIVATE_SERVICE_CONNECT_ENDPOINT } from "../privateServiceConnectEndpoint/state";
import { activeSubscription, subscriptionOf } from "../subscription/find";
import { existingService, serviceIn } from "./find";
import type { PrivateServiceConnect } from "./state";

/** The effects of tasks of Private Service Connect services, when they are processed. */
export const privateServiceConnectCommands = inBothForms({
  pscServiceCreateRequest: createService,
  pscServiceGetRequest: getService,
  pscServiceDeleteRequest: deleteService,
}) satisfies CommandHandlers;

/** Creates the service of a place. Its subscription is `pending` until it is active. */
function createService(account: Account, place: ConnectivityPlace, taskId: string): TaskResponse {
  const { subscriptionId, regionId } = place;
  const subscription = activeSubscription(account, subscriptionId);
  requireForm(subscription, place, {
    inRegion:
      "PSC_CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
    inSubscription:
      "PSC_CREATING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
  });
  requireThat(subscription.provider === "GCP", "PSC_CLOUD_PROVIDER_IS_NOT_SUPPORTED");
  requireThat(!serviceIn(account, place), "PSC_SERVICE_ALREADY_EXISTS");
  holdSubscription(account, subscription, taskId);
  const { region, index } = regionOf(subscription, place);
  const cluster = `mc${subscriptionId}-${index}`;
  const service: PrivateServiceConnect = {
    kind: "privateServiceConnect",
    id: account.newId(),
    name: `private-service-connect-${subscriptionId}`,
    status: "create-queued",
    subscriptionId,
    ...(regionId !== undefined && { regionId }),
    connectionHostName: `psc.${cluster}.${region}-mz.gcp.cloud.rlrcp.com`,
    serviceAttachmentName: `service-attachment-${cluster}-${region}-mz-rlrcp`,
    visibleAt: account.now,
    change: 0,
  };
  account.add(service, taskId);
  account.schedule(service, "initialized", account.duration("privateServiceConnectCreate") / 4);
  return { resourceId: service.id };
}

/** Recorded: `resourceId` of a read is the subscription's. */
function getService(account: Account, place: ConnectivityPlace): TaskResponse {
  requireForm(subscriptionOf(account, place.subscriptionId), place, {
    inRegion:
      "PSC_GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINTS_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
    inSubscription:
      "PSC_GET_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
  });
  const { id, connectionHostName, serviceAttachmentName, status } = existingService(account, place);
  return {
    resourceId: place.subscriptionId,
    resource: { id, connectionHostName, serviceAttachmentName, status },
  };
}

/** Deletes a service without endpoints: `delete-queued`, `delete-pending`, gone. Recorded: the subscription's ID. */
function deleteService(account: Account, place: ConnectivityPlace, taskId: string): TaskResponse {
  const { subscriptionId } = place;
  const subscription = activeSubscription(account, subscriptionId);
  requireForm(subscription, place, {
    inRegion:
      "PSC_DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
    inSubscription:
      "PSC_DELETING_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
  });
  const service = existingService(account, place);
  requireThat(
    account
      .collection(PRIVATE_SERVICE_CONNECT_ENDPOINT)
      .inSubscription(subscriptionId)
      .every(({ pscServiceId, status }) => pscServiceId !== service.id || status === "deleted"),
    "PSC_SERVICE_CANNOT_DELETE_SERVICE_WITH_ACTIVE_ENDPOINTS",
  );
  holdSubscription(account, subscription, taskId);
  account.transition(service, "delete-queued", taskId);
  account.schedule(service, "delete-pending", account.duration("privateServiceConnectDelete") / 2);
  return { resourceId: subscriptionId };
}
