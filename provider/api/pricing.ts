import type { PriceLine } from "./answers";

/**
 * A subscription on the vendor's own cloud accounts has a line of this type: it "will be charged if the sum of all
 * shards for all the subscription's databases is less" (the vendor's page on cost estimates).
 */
const MINIMUM_PRICE = "MinimumPrice";

/** An hourly cost. */
export interface Cost {
  readonly amount: number;
  readonly currency: string;
}

/** The price of something that costs the same whatever is used. */
export interface FixedPrice {
  readonly amount: number;
  readonly currency: string;
  /** In lower case, e.g. `month`. */
  readonly period: string;
}

/** An hourly price. The API returns none for a subscription in a customer's own cloud account. */
export interface Price {
  /** Price of everything that is used. */
  readonly used: number;
  /** Minimum charge for the subscription, as long as it has a database. */
  readonly minimum: number;
  /** Absent where nothing has a price. */
  readonly currency?: string;
}

/** Returns the sum of the hourly lines; undefined when they are in several currencies. */
export function priceOf(lines: readonly Partial<PriceLine>[]): Price | undefined {
  const hourly = lines.filter(({ pricePeriod }) => pricePeriod === "hour");
  const [currency, ...others] = new Set(hourly.map(({ priceCurrency = "" }) => priceCurrency));
  if (others.length > 0) return undefined;
  const of = (isMinimum: boolean) =>
    hourly
      .filter(({ type }) => (type === MINIMUM_PRICE) === isMinimum)
      .map(({ pricePerUnit = 0, quantity = 0 }) => pricePerUnit * quantity);
  return { used: sum(of(false)), minimum: sum(of(true)), currency };
}

/** Returns the charge for a subscription. */
export const amountCharged = ({ used, minimum }: Pick<Price, "used" | "minimum">): number =>
  used > 0 ? Math.max(used, minimum) : 0;

export const sum = (amounts: readonly number[]): number =>
  round(amounts.reduce((all, amount) => all + amount, 0));

/** Removes floating-point noise. */
export const round = (amount: number): number => Number(amount.toFixed(6));
