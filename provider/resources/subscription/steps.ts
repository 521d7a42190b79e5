import type { Target } from "../../lifecycle/kind";
import { isSubscriptionResting } from "../../lifecycle/states";
import type { Step } from "../../operations/declaration";
import { only } from "../common";
import type { SubscriptionSettings } from "../sharedTypes";
import type { ObservedSubscription } from "./observed";

/** A request that updates a subscription, at its own path or below. */
export const put = (
  { id }: Target,
  below: string,
  body: object,
  fields: readonly string[],
): Step<ObservedSubscription> => ({
  request: { method: "PUT", path: `/subscriptions/${id}${below}`, body },
  fields,
});

/** The requests that update the settings of a subscription, whatever its deployment type. */
export function settingsSteps(
  target: Target,
  changed: Partial<SubscriptionSettings>,
  inputs: Partial<SubscriptionSettings>,
): readonly Step<ObservedSubscription>[] {
  const plain = only(changed, ["name", "paymentMethod", "paymentMethodId", "publicEndpointAccess"]);
  const pays = changed.paymentMethod !== undefined || changed.paymentMethodId !== undefined;
  const { persistentStorageEncryptionKeys: keys, maintenanceWindows } = changed;
  const steps: (Step<ObservedSubscription> | false)[] = [
    // First: while it waits for its keys, the API changes nothing else.
    keys !== undefined && {
      ...put(target, "", keys, ["persistentStorageEncryptionKeys"]),
      isDone: ({ subscription: { status } }, before) =>
        isSubscriptionResting(before.status) && !isSubscriptionResting(status),
    },
    Object.keys(plain).length > 0 &&
      // A credit card is only accepted with its ID.
      put(
        target,
        "",
        { ...plain, ...(pays ? only(inputs, ["paymentMethod", "paymentMethodId"]) : {}) },
        Object.keys(plain),
      ),
    maintenanceWindows !== undefined &&
      put(target, "/maintenance-windows", maintenanceWindows, ["maintenanceWindows"]),
  ];
  return steps.filter((step) => step !== false);
}
