import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import { type ConnectivityPlace, isIn } from "../connectivity";
import { PRIVATE_SERVICE_CONNECT, type PrivateServiceConnect } from "./state";

/** The service of a place; undefined where there is none. */
export function serviceIn(account: Account, place: ConnectivityPlace): PrivateServiceConnect | undefined {
  const services = account.collection(PRIVATE_SERVICE_CONNECT).inSubscription(place.subscriptionId);
  return services.find(isIn(place));
}

/** The service that a task works on, whatever its state. */
export function existingService(
  account: Account,
  place: ConnectivityPlace & { pscServiceId?: number },
): PrivateServiceConnect {
  const service = serviceIn(account, place);
  const isNamed = place.pscServiceId === undefined || service?.id === place.pscServiceId;
  requireThat(service && isNamed, "PSC_SERVICE_NOT_FOUND");
  return service;
}
