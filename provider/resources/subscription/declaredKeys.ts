/** IDs of this run's subscriptions that declare their encryption keys themselves. */
const declared = new Set<number>();

/** Records whether a subscription declares its encryption keys. */
export function noteKeys(subscriptionId: number, isGiven: boolean): void {
  if (isGiven) declared.add(subscriptionId);
  else declared.delete(subscriptionId);
}

/** Whether a subscription of this run declares its encryption keys itself. */
export const hasKeysDeclared = (subscriptionId: number): boolean => declared.has(subscriptionId);
