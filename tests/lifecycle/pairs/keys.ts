import type { Args, Resource } from "./program";
import type { SubscriptionDraft } from "./subscriptionArguments";

/**
 * Whose keys encrypt a subscription: `own` are given at the creation, in a cloud account of one's own; in the vendor's, it
 * is created without and `waiting`, and they are `given` by a later version of the program.
 */
export type Keys = "vendors" | "own" | "waiting" | "given";

export function keysOf(
  draft: SubscriptionDraft,
  hasCloudAccount: boolean,
  account: unknown,
  before: Resource | undefined,
): Keys {
  if (draft.persistentStorageEncryptionType !== "customer-managed-key") return "vendors";
  if (draft.isInOwnCloudAccount === true && hasCloudAccount && draft.provider !== "GCP") return "own";
  const isThere = before !== undefined && before.dependsOn.length === 0 && before.args.account === account;
  return isThere && before.args.persistentStorageEncryptionType === "customer-managed-key"
    ? "given"
    : "waiting";
}

/** What cannot change of a subscription that is there, so that it is not replaced: a new one would have to wait again. */
export const unchangedPlace = (keys: Keys, before: Resource | undefined): Args =>
  keys === "given" && before
    ? { cloudProviders: before.args.cloudProviders, memoryStorage: before.args.memoryStorage }
    : {};

/** Keys are given by what is declared later, and nothing else of it can be set before. */
export const withoutWhatWaits = (draft: SubscriptionDraft, keys: Keys): SubscriptionDraft =>
  keys === "waiting"
    ? {
        ...draft,
        persistentStorageEncryptionKeys: undefined,
        maintenanceWindows: undefined,
        databases: undefined,
      }
    : draft;
