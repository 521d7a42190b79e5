/** One line of a price, e.g. 2 shards of type `micro` at 0.02 USD per hour each. API: `SubscriptionPricing`. */
export interface Pricing {
  /** Item, e.g. `Shards`. */
  readonly type?: string;
  readonly typeDetails?: string;
  readonly quantity?: number;
  /** Unit of the quantity, e.g. `shards`. */
  readonly quantityMeasurement?: string;
  readonly pricePerUnit?: number;
  /** Currency, e.g. `USD`. */
  readonly priceCurrency?: string;
  /** Period of the price, e.g. `hour`. */
  readonly pricePeriod?: string;
  readonly region?: string;
}
