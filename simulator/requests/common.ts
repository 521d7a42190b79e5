import { z } from "zod";

/** A 32-bit whole number. */
export const int32 = z
  .int()
  .min(-(2 ** 31))
  .max(2 ** 31 - 1);

/**
 * Fields that the OpenAPI document marks read-only in the requests themselves. Real clients send them;
 * the server takes them from the path and ignores what they say.
 */
export const readOnly = {
  subscriptionId: z.unknown().optional(),
  databaseId: z.unknown().optional(),
  commandType: z.unknown().optional(),
};

/** A tag of a subscription's cloud resources. */
export const resourceTag = z.strictObject({ key: z.string().optional(), value: z.string().optional() });
export type ResourceTag = z.infer<typeof resourceTag>;
