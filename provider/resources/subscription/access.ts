/** Public endpoint access of this run's subscriptions, as the program declares it, by subscription ID. */
const planned = new Map<number, boolean>();

/** @param publicEndpointAccess undefined while it is not known. */
export function noteAccess(subscriptionId: number, publicEndpointAccess: boolean | undefined): void {
  if (publicEndpointAccess === undefined) planned.delete(subscriptionId);
  else planned.set(subscriptionId, publicEndpointAccess);
}

/** How the databases of a subscription can be reached once this run is over; undefined where it does not manage it. */
export function plannedAccess(subscriptionId: number | undefined): "public" | "private" | undefined {
  const isPublic = planned.get(subscriptionId ?? 0);
  if (isPublic === undefined) return undefined;
  return isPublic ? "public" : "private";
}
