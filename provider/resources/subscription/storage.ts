import type { SubscriptionInputs } from "./types";

type MemoryStorage = NonNullable<SubscriptionInputs["memoryStorage"]>;

/** Memory storage of the subscriptions of this run, by ID. */
const byId = new Map<number, MemoryStorage>();
/** Memory storage of the subscriptions that this run declares, by account and URN; undefined while unknown. */
const byUrn = new Map<string, Map<unknown, MemoryStorage | undefined>>();

/** Records the memory storage of a subscription that exists. */
export function noteStorage(subscriptionId: number, memoryStorage: MemoryStorage = "ram"): void {
  byId.set(subscriptionId, memoryStorage);
}

/** Records the memory storage that a subscription of the program declares, whether it exists or not. */
export function noteDeclaredStorage(
  urn: unknown,
  account: string | undefined,
  memoryStorage: MemoryStorage | undefined,
): void {
  const ofAccount = byUrn.get(account ?? "") ?? new Map<unknown, MemoryStorage | undefined>();
  byUrn.set(account ?? "", ofAccount.set(urn, memoryStorage));
}

/** The memory storage of a subscription of this run. */
export const storageDeclaredFor = (subscriptionId: number): MemoryStorage | undefined =>
  byId.get(subscriptionId);

/** Memory storage of all subscriptions that this run declares on the account; undefined if they differ. */
export function storageOfAllDeclared(account: string | undefined): MemoryStorage | undefined {
  const [storage, ...others] = new Set(byUrn.get(account ?? "")?.values());
  return others.length === 0 ? storage : undefined;
}
