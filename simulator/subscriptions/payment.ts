import { PAYMENT_METHODS } from "../catalog";
import { insist } from "../refusal";

/** A credit card needs its ID; any ID that is given has to be one of the account's. */
export function insistOnPaymentMethod(type: "credit-card" | "marketplace", id: number | undefined): void {
  insist(id !== undefined || type === "marketplace", "PAYMENT_INFO_NOT_PROVIDED");
  insist(id === undefined || PAYMENT_METHODS.some((method) => method.id === id), "SUBSCRIPTION_PI_NOT_FOUND");
}
