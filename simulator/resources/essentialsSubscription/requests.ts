import { z } from "zod";
import { int32, readOnly } from "../../http/requestFields";

const payment = {
  paymentMethod: z.enum(["credit-card", "marketplace"]).optional(),
  paymentMethodId: int32.optional(),
};

/** `POST /fixed/subscriptions` */
export const essentialsSubscriptionCreateRequest = z.strictObject({
  ...payment,
  name: z.string(),
  planId: int32,
  commandType: readOnly,
});
export type EssentialsSubscriptionCreateRequest = z.infer<typeof essentialsSubscriptionCreateRequest>;

/** `PUT /fixed/subscriptions/{subscriptionId}`: a field that is absent stays. */
export const essentialsSubscriptionUpdateRequest = z.strictObject({
  ...payment,
  name: z.string().optional(),
  planId: int32.optional(),
  subscriptionId: readOnly,
  commandType: readOnly,
});
export type EssentialsSubscriptionUpdateRequest = z.infer<typeof essentialsSubscriptionUpdateRequest>;
