import type { CommonInputs } from "../sharedTypes";

/**
 * An Essentials subscription: a plan and its payment. API: `FixedSubscriptionCreateRequest`,
 * `FixedSubscriptionUpdateRequest`.
 */
export interface EssentialsSubscriptionInputs extends CommonInputs {
  /**
   * Name; need not be unique. A change updates.
   *
   * @default the logical name and a short hash of the resource's URN
   */
  name?: string;
  /**
   * ID of the plan: `getEssentialsPlan({ … }).then((plan) => plan.id)`. It determines provider, region, size, and
   * what databases support. A change updates. The API cannot move a subscription to another provider or region,
   * between multi-zone and other plans, or into or out of Redis Flex: such a change replaces it, and the preview says
   * so.
   */
  planId: number;
  /**
   * Type of payment. Omit it, like `paymentMethodId`, on a free plan and if the account pays by contract. A change
   * updates; removed, it stays.
   *
   * @default chosen by the API: the account's credit card, or the invoice of its contract
   */
  paymentMethod?: "credit-card" | "marketplace";
  /**
   * ID of one of `getPaymentMethods()`; not on a free plan. A change updates; removed, it stays.
   *
   * @default chosen by the API: the account's default credit card, if there is one
   */
  paymentMethodId?: number;
  /** Delete the subscription together with all its databases, declared or not, and their data. @default false */
  forceDestroy?: boolean;
}
