import type { Account } from "../../account";
import { requireThat } from "../../refusal";
import type { Subscription } from "./state";

/** How a subscription is paid. */
export type Payment = Pick<Subscription, "paymentMethodType" | "paymentMethodId">;

/** The fields of a request about it. */
interface PaymentRequest {
  paymentMethod?: "credit-card" | "marketplace";
  paymentMethodId?: number;
}

/** Answers of a contract account contain an ID as well; it is none of `GET /payment-methods`. */
const CONTRACT_PAYMENT_METHOD_ID = 1;

/**
 * How a subscription will be paid: from the request, the present payment, and the billing of the account.
 *
 * - `contract`: requests contain neither method nor ID, as those of the vendor's Terraform provider; both are refused.
 * - `marketplace`: nothing is required, and a credit card is refused.
 * - `credit-card`: a card is needed, unless the account has a default one (since September 2026); an ID has to be
 *   one of the account's. Such an account may pay by marketplace as well.
 */
export function paymentOf({ options }: Account, request: PaymentRequest, before?: Payment): Payment {
  const { paymentMethod, paymentMethodId } = request;
  if (options.billing === "contract") {
    const isNamed = paymentMethod !== undefined || paymentMethodId !== undefined;
    requireThat(!isNamed, "PAYMENT_INFO_NOT_ALLOWED_IN_CONTRACT_ASSOCIATED_ACCOUNT");
    return { paymentMethodType: "invoice", paymentMethodId: CONTRACT_PAYMENT_METHOD_ID };
  }
  if (options.billing === "marketplace") {
    const isByCard = paymentMethod === "credit-card" || paymentMethodId !== undefined;
    requireThat(!isByCard, "MARKETPLACE_PAYMENT_INFO_COLLISION");
    return { paymentMethodType: "marketplace" };
  }
  const paymentMethodType = paymentMethod ?? before?.paymentMethodType ?? "credit-card";
  const byDefault = paymentMethodType === "credit-card" ? options.defaultPaymentMethodId : undefined;
  const id = paymentMethodId ?? before?.paymentMethodId ?? byDefault;
  requireThat(id !== undefined || paymentMethodType === "marketplace", "PAYMENT_INFO_NOT_PROVIDED");
  const isKnown = options.paymentMethods.some((method) => method.id === id);
  requireThat(id === undefined || isKnown, "SUBSCRIPTION_PI_NOT_FOUND");
  return { paymentMethodType, paymentMethodId: id };
}
