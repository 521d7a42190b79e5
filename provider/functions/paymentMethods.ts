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

/** Which payment methods to look up. */
export interface GetPaymentMethodsArgs extends LookupArgs {
  /** Leave out cards that have expired. @default false */
  excludeExpired?: boolean;
}

/** The account's payment methods. API: `GET /payment-methods`. */
export async function getPaymentMethods(args: GetPaymentMethodsArgs = {}): Promise<PaymentMethod[]> {
  const { paymentMethods: methods = [] } = await reading(args, ({ snapshots }) =>
    snapshots.paymentMethods.asOf(0),
  );
  const all = methods.map(
    ({ id, type, creditCardEndsWith, nameOnCard, expirationMonth, expirationYear }) => ({
      id,
      type,
      creditCardEndsWith: creditCardEndsWith === undefined ? undefined : Number(creditCardEndsWith),
      nameOnCard,
      expirationMonth,
      expirationYear,
    }),
  );
  return args.excludeExpired ? all.filter((method) => !hasExpired(method, new Date())) : all;
}

/** A card can be used until the end of its month. */
const hasExpired = ({ expirationYear, expirationMonth = 12 }: PaymentMethod, now: Date): boolean =>
  expirationYear !== undefined && Date.UTC(expirationYear, expirationMonth) <= now.getTime();
export const getPaymentMethodsOutput = outputForm(getPaymentMethods);

/** Which payment method to look up. */
export interface GetPaymentMethodArgs extends GetPaymentMethodsArgs {
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
  const { excludeExpired: _, ...properties } = args;
  const found = all.filter((method) => matches(properties, method));
  const of = ({ id, type, creditCardEndsWith }: PaymentMethod) => `${id} (${type} …${creditCardEndsWith})`;
  return requireSingle("payment method", args, found, { of, all });
}
export const getPaymentMethodOutput = outputForm(getPaymentMethod);
