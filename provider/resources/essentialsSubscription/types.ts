import type { CommonInputs } from "../sharedTypes";

/** An Essentials subscription: a plan, and how it is paid for. API: `FixedSubscriptionCreateRequest`, `FixedSubscriptionUpdateRequest`. */
export interface EssentialsSubscriptionInputs extends CommonInputs {
  /**
   * Name; need not be unique. A change updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /**
   * ID of the plan: `getEssentialsPlan({ … }).then((plan) => plan.id)`. It decides provider, region, size, and what
   * databases may have. A change updates. The API cannot move a subscription to another provider or region, between
   * multi-zone and other plans, or into or out of Redis Flex: such a change replaces it, and the preview says so.
   */
  planId: number;
  /**
   * How it is paid for. Leave it out, like `paymentMethodId`, on a free plan, and where the account pays by contract. A
   * change updates; removed, it stays.
   *
   * @default chosen by the API: the account's credit card, or the invoice of its contract
   */
  paymentMethod?: "credit-card" | "marketplace";
  /**
   * One of `getPaymentMethods()`; not on a free plan. A change updates; removed, it stays.
   *
   * @default chosen by the API: the account's default credit card, where one is set
   */
  paymentMethodId?: number;
}
