import { z } from "zod";
import type { Field } from "../../operations/field";
import { asSet, asSetOfTexts } from "../canonical";
import { commonFields } from "../common";
import { GRACE_PERIODS, oneOf, resourceId, text } from "../schemas";
import type {
  MaintenanceWindows,
  PersistentStorageEncryptionKeys,
  SubscriptionSettings,
} from "../sharedTypes";
import type { ObservedSubscription } from "./observed";

const flag = z.boolean().optional();

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** Windows in any order, with their days in any order. */
const canonicalWindows = ({ mode, windows = [] }: MaintenanceWindows) => ({
  mode,
  windows: asSetOfTexts(
    windows.map(({ startHour, durationInHours, days }) =>
      JSON.stringify([startHour, durationInHours, asSetOfTexts(days)]),
    ),
  ),
});

/** At least one key. */
export const customerManagedKeys = z
  .array(z.strictObject({ resourceName: text, region: text.optional() }))
  .min(1, "must be at least one key");

export const deletionGracePeriod = oneOf(GRACE_PERIODS);

/** The arguments of every subscription, whatever its deployment type. */
export const settingsFields: {
  readonly [K in keyof Required<SubscriptionSettings>]: Field<SubscriptionSettings[K], ObservedSubscription>;
} = {
  ...commonFields,
  name: { schema: text.optional(), change: "update", observed: ({ subscription }) => subscription.name },
  paymentMethod: {
    schema: oneOf(["credit-card", "marketplace"]).optional(),
    change: "update",
    // No default: an account with a contract pays by invoice, which no request can ask for.
    observed: ({ subscription: { paymentMethodType: held } }) =>
      held === "credit-card" || held === "marketplace" ? held : undefined,
  },
  paymentMethodId: {
    schema: resourceId.optional(),
    change: "update",
    observed: ({ subscription }) => subscription.paymentMethodId,
  },
  persistentStorageEncryptionType: {
    schema: oneOf(["cloud-provider-managed-key", "customer-managed-key"]).optional(),
    change: "replace",
    default: "cloud-provider-managed-key",
    observed: ({ subscription }) =>
      subscription.persistentStorageEncryptionType as SubscriptionSettings["persistentStorageEncryptionType"],
  },
  persistentStorageEncryptionKeys: {
    schema: z
      .strictObject({ customerManagedKeys, deletionGracePeriod: deletionGracePeriod.optional() })
      .optional(),
    change: "update",
    canonical: ({ customerManagedKeys, deletionGracePeriod }) => ({
      customerManagedKeys: asSet<{ resourceName: string }>(({ resourceName }) => resourceName)(
        customerManagedKeys,
      ),
      deletionGracePeriod,
    }),
    observed: ({ subscription: { deletionGracePeriod } }, declared) =>
      declared && ({ deletionGracePeriod } as PersistentStorageEncryptionKeys),
    writeOnly: ["customerManagedKeys", "deletionGracePeriod"],
    // Not the keys.
    readable: () => undefined,
  },
  publicEndpointAccess: {
    schema: flag,
    change: "update",
    default: true,
    observed: ({ subscription }) => subscription.publicEndpointAccess,
  },
  maintenanceWindows: {
    schema: z
      .strictObject({
        mode: oneOf(["manual", "automatic"]),
        windows: z
          .array(
            z.strictObject({
              startHour: z
                .number()
                .int()
                .min(0, "must be an hour, 0 to 23")
                .max(23, "must be an hour, 0 to 23"),
              durationInHours: z
                .number()
                .int()
                .min(4, "must be 4 to 24 hours")
                .max(24, "must be 4 to 24 hours"),
              days: z.array(oneOf(DAYS)).min(1, "must name a day of the week"),
            }),
          )
          .max(7, "must be at most 7 windows")
          .optional(),
      })
      .optional(),
    change: "update",
    default: { mode: "automatic" },
    canonical: canonicalWindows,
    afterCreate: true,
    observed: ({ maintenanceWindows }) => maintenanceWindows,
  },
  forceDestroy: { schema: flag, change: "none" },
};
