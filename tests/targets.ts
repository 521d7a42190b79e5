import type { ResourceId } from "../provider/api/lists";
import type { Target } from "../provider/lifecycle/kind";
import { cloudAccountKind } from "../provider/resources/cloudAccount/kind";
import { databaseKind } from "../provider/resources/database/kind";
import { subscriptionKind } from "../provider/resources/subscription/kind";

/*
 * Resources of an account, for tests that name them.
 */

export const KINDS = {
  cloudAccount: cloudAccountKind,
  subscription: subscriptionKind,
  database: databaseKind,
};

export const subscriptionTarget = (id?: ResourceId): Target => ({
  kind: subscriptionKind,
  place: {},
  ...(id !== undefined && { id }),
});
export const databaseTarget = (subscriptionId: number | undefined, id?: ResourceId): Target => ({
  kind: databaseKind,
  place: subscriptionId === undefined ? {} : { subscriptionId },
  ...(id !== undefined && { id }),
});
export const cloudAccountTarget = (id?: ResourceId): Target => ({
  kind: cloudAccountKind,
  place: {},
  ...(id !== undefined && { id }),
});
