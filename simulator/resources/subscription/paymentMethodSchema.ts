import { z } from "zod";

/** Form of `PaymentMethodOptions` in JSON. It stands apart, so that the package's public types need no zod. */
export const paymentMethodSchema = z.strictObject({
  id: z.int().min(1),
  type: z.string(),
  creditCardEndsWith: z.int().min(0).max(9999),
  nameOnCard: z.string().optional(),
  expirationMonth: z.int().min(1).max(12).optional(),
  expirationYear: z.int().optional(),
});
