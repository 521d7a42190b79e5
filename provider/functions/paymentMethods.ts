import { reading } from "./account";
import { type LookupArgs, matches, outputForm, requireSingle } from "./lookup";

/** A payment method of the account. */
export interface PaymentMethod {
  /** Value for a subscription's `paymentMethodId`. */
  readonly id: number;
  /** Card brand, e.g. `Visa`. */
  readonly type?: string;
  /** Last four digits of the card. */
  readonly creditCardEndsWith?: number;
  readonly nameOnCard?: string;
  /** 1–12. */
  readonly expirationMonth?: number;
  /** E.g. 2027. */
  readonly expirationYear?: number;
}

/** The account's payment methods. API: `GET /payment-methods`. */
export async function getPaymentMethods(args: LookupArgs = {}): Promise<PaymentMethod[]> {
  const { paymentMethods: methods = [] } = await reading(args, ({ snapshots }) =>
    snapshots.paymentMethods.asOf(0),
  );
  return methods.map(({ id, type, creditCardEndsWith, nameOnCard, expirationMonth, expirationYear }) => ({
    id,
    type,
    creditCardEndsWith: creditCardEndsWith === undefined ? undefined : Number(creditCardEndsWith),
    nameOnCard,
    expirationMonth,
    expirationYear,
  }));
}
export const getPaymentMethodsOutput = outputForm(getPaymentMethods);

/** Which payment method to look up. */
export interface GetPaymentMethodArgs extends LookupArgs {
  type?: string;
  creditCardEndsWith?: number;
  nameOnCard?: string;
}

/**
 * The one payment method with these properties; without arguments, the account's only one.
 *
 * @throws RunError when none or several match.
 */
export async function getPaymentMethod(args: GetPaymentMethodArgs = {}): Promise<PaymentMethod> {
  const all = await getPaymentMethods(args);
  const found = all.filter((method) => matches(args, method));
  const of = ({ id, type, creditCardEndsWith }: PaymentMethod) => `${id} (${type} …${creditCardEndsWith})`;
  return requireSingle("payment method", args, found, { of, all });
}
export const getPaymentMethodOutput = outputForm(getPaymentMethod);
