/** A credit card of an account, as `GET /payment-methods` returns it. */
export interface PaymentMethodOptions {
  /** The `paymentMethodId` of subscriptions that are paid by it. */
  id: number;
  /** Such as `Visa`. */
  type: string;
  /** The last four digits, as a number. */
  creditCardEndsWith: number;
  /** @default "Simulated Cardholder" */
  nameOnCard?: string;
  /** 1 to 12. @default 12 */
  expirationMonth?: number;
  /** @default 2049 */
  expirationYear?: number;
}

/** Defaults of a credit card. */
export const CARDHOLDER = { nameOnCard: "Simulated Cardholder", expirationMonth: 12, expirationYear: 2049 };

/** The credit cards of an account by default; `creditCardEndsWith` is a number in answers. */
export const PAYMENT_METHODS = [
  { id: 2, type: "Visa", creditCardEndsWith: 4242 },
  { id: 3, type: "Mastercard", creditCardEndsWith: 4444, expirationMonth: 6, expirationYear: 2048 },
];
