import type { ResourceId } from "../../api/lists";
import { isSubscriptionResting } from "../../lifecycle/states";
import type { Declaration } from "../../operations/declaration";
import { type Args, resource } from "../../pulumi/resource";
import { commonFields, only } from "../common";
import { resourceId } from "../schemas";
import { removeDatabasesOfPlan } from "../subscription/cleanup";
import { plannedNames } from "../subscription/databases";
import { type ObservedSubscription, readSubscription } from "../subscription/observed";
import { customerManagedKeys, deletionGracePeriod } from "../subscription/settingsFields";
import { subscriptionEncryptionKeysKind } from "./kind";
import { keyRules, verifyKeys } from "./rules";
import type { SubscriptionEncryptionKeysInputs, SubscriptionEncryptionKeysOutputs } from "./types";

type Observed = Pick<ObservedSubscription, "subscription">;

/** Arguments of {@link SubscriptionEncryptionKeys}. */
export type SubscriptionEncryptionKeysArgs = Args<SubscriptionEncryptionKeysInputs>;

const fields: Declaration<SubscriptionEncryptionKeysInputs, Observed>["fields"] = {
  ...commonFields,
  subscriptionId: { schema: resourceId, change: "replace", reference: (id) => id },
  customerManagedKeys: {
    schema: customerManagedKeys,
    change: "update",
    canonical: (keys) => [...keys].map(({ resourceName, region = "" }) => `${region} ${resourceName}`).sort(),
    readable: () => undefined,
  },
  deletionGracePeriod: {
    schema: deletionGracePeriod,
    change: "update",
    observed: ({ subscription }) => subscription.deletionGracePeriod,
  },
};

/**
 * Hands your own keys to a subscription that was created with `customer-managed-key` in Redis' own cloud account, and waits
 * until it is active. Before that, the subscription waits in the state `encryption_key_pending`, and the principal in
 * its `customerManagedKeyAccessDetails` must get access to the keys. Resources in the subscription take its ID from
 * here, so that they are created after the keys are set.
 *
 * Deleting it changes nothing: a subscription keeps its keys.
 *
 * @example
 * ```ts
 * const keys = new rediscloud.SubscriptionEncryptionKeys("main", {
 *   subscriptionId: subscription.id,
 *   customerManagedKeys: [{ resourceName: key.arn }],
 *   deletionGracePeriod: "24-hours",
 * }, { dependsOn: keyPolicy });
 * const cache = new rediscloud.Database("cache", { subscriptionId: keys.subscriptionId, datasetSizeInGb: 1 });
 * ```
 */
export class SubscriptionEncryptionKeys extends resource<
  SubscriptionEncryptionKeysInputs,
  SubscriptionEncryptionKeysOutputs
>("SubscriptionEncryptionKeys", {
  fields,
  secrets: [],
  fromId: {},
  outputs: ["status"],
  attributes: [],
}) {}

const putKeys = (subscriptionId: ResourceId | undefined, body: object) =>
  ({ method: "PUT", path: `/subscriptions/${subscriptionId}`, body }) as const;

const KEYS = ["customerManagedKeys", "deletionGracePeriod"] as const;

/** @internal */
export const subscriptionEncryptionKeys: Declaration<SubscriptionEncryptionKeysInputs, Observed> = {
  kind: subscriptionEncryptionKeysKind,
  typeName: "SubscriptionEncryptionKeys",
  loss: "leaves the keys with their subscription",
  name: { maxLength: 64 },
  timeouts: { create: "1h", update: "1h", delete: "1h" },
  fields,
  rules: keyRules,
  verify: verifyKeys,
  createRequest: (inputs) => putKeys(inputs.subscriptionId, only(inputs, KEYS)),
  steps: ({ place }, changed, inputs) => {
    const request = putKeys(place.subscriptionId, only(inputs, KEYS));
    const changes = Object.keys(changed);
    return changes.length === 0 ? [] : [{ request, fields: changes }];
  },
  observe: async ({ place }, _inputs, session) => {
    const subscription = await readSubscription(place.subscriptionId ?? 0, session);
    // Without keys there is nothing to observe.
    if (subscription === undefined || isSubscriptionResting(subscription.status)) return undefined;
    return { subscription };
  },
  outputs: ({ subscription: { status } }) => ({ status }),
  unmanaged: ({ subscription: { persistentStorageEncryptionType: type } }) =>
    type === "customer-managed-key" ? undefined : "the subscription uses keys of its cloud provider",
  // The subscription's databases are created when it is active: those of its creation plan are still to be removed.
  afterCreate: ({ place }, _inputs, session) => {
    const subscriptionId = Number(place.subscriptionId);
    return removeDatabasesOfPlan(subscriptionId, plannedNames(subscriptionId), session);
  },
};
