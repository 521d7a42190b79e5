/** Public endpoint access of this run's subscriptions, as the program declares it, by subscription ID. */
const planned = new Map<number, boolean>();

/** @param publicEndpointAccess undefined while unknown. */
export function noteAccess(subscriptionId: number, publicEndpointAccess: boolean | undefined): void {
  if (publicEndpointAccess === undefined) planned.delete(subscriptionId);
  else planned.set(subscriptionId, publicEndpointAccess);
}

/** Which endpoints the databases of a subscription have after this run; undefined if the run does not manage it. */
export function plannedAccess(subscriptionId: number | undefined): "public" | "private" | undefined {
  const isPublic = planned.get(subscriptionId ?? 0);
  if (isPublic === undefined) return undefined;
  return isPublic ? "public" : "private";
}
