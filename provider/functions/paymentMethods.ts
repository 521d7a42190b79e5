import { reading } from "./account";
import { type LookupArgs, matches, outputForm, theOnly } from "./lookup";

/** A way in which the account pays. */
export interface PaymentMethod {
  /** For `paymentMethodId` of a subscription. */
  readonly id: number;
  /** Kind of card, e.g. `Visa`. */
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
 * The one payment method with these properties; without any, the only one there is.
 *
 * @throws RunError when none or several match.
 */
export async function getPaymentMethod(args: GetPaymentMethodArgs = {}): Promise<PaymentMethod> {
  const all = await getPaymentMethods(args);
  const found = all.filter((method) => matches(args, method));
  const of = ({ id, type, creditCardEndsWith }: PaymentMethod) => `${id} (${type} …${creditCardEndsWith})`;
  return theOnly("payment method", args, found, { of, all });
}
export const getPaymentMethodOutput = outputForm(getPaymentMethod);
