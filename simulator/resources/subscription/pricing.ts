import { INTERNAL_CLOUD_ACCOUNT_ID } from "../cloudAccount/internal";
import { inEachRegion } from "../database/locals";
import { shardsInUse, shardTypeOf } from "../database/shards";
import type { Database } from "../database/state";
import type { Subscription } from "./state";

/** One line of a price, as in `GET /subscriptions/{subscriptionId}/pricing`. */
export interface Pricing {
  databaseName?: string;
  type: string;
  typeDetails?: string;
  quantity: number;
  quantityMeasurement: string;
  pricePerUnit: number;
  priceCurrency: "USD";
  pricePeriod: "hour";
  region?: string;
}

/** US dollars an hour per shard: the right order of magnitude, but no real offer. */
const SHARD_PRICES = { micro: 0.027, small: 0.065, "high-throughput": 0.124, large: 0.301 };

/** US dollars an hour that a subscription on the vendor's own cloud accounts costs at least. */
const MINIMUM_PRICE = 0.274;

/** Price of databases of a subscription, in the form of the answers to dry runs. */
export function pricingOfDryRun(subscription: Subscription, databases: Database[]): Pricing[] {
  const shards = databases.flatMap((database) =>
    inEachRegion(database).map(({ region, database: one }) => ({
      databaseName: database.name,
      ...shardPricing(shardTypeOf(one), shardsInUse(one), region),
    })),
  );
  return [...shards, ...minimumPrices(subscription)];
}

/** Price of a subscription: nothing without databases. That of an Active-Active one is told by region. */
export function pricingOfSubscription(subscription: Subscription, databases: Database[]): Pricing[] {
  if (databases.length === 0) return [];
  const lines = new Map<string, Pricing>();
  for (const { region, database } of databases.flatMap(inEachRegion)) {
    const type = shardTypeOf(database);
    const before = lines.get(`${region} ${type}`)?.quantity ?? 0;
    lines.set(`${region} ${type}`, shardPricing(type, before + shardsInUse(database), region));
  }
  return [...lines.values(), ...minimumPrices(subscription)];
}

function shardPricing(
  typeDetails: keyof typeof SHARD_PRICES,
  quantity: number,
  region: string | undefined,
): Pricing {
  return {
    type: "Shards",
    typeDetails,
    quantity,
    quantityMeasurement: "shards",
    pricePerUnit: SHARD_PRICES[typeDetails],
    priceCurrency: "USD",
    pricePeriod: "hour",
    ...(region !== undefined && { region }),
  };
}

/** Charged when all shards together cost less. Only the vendor's own cloud accounts have it. */
function minimumPrices({ cloudAccountId }: Subscription): Pricing[] {
  if (cloudAccountId !== INTERNAL_CLOUD_ACCOUNT_ID) return [];
  return [
    {
      type: "MinimumPrice",
      quantity: 1,
      quantityMeasurement: "subscription",
      pricePerUnit: MINIMUM_PRICE,
      priceCurrency: "USD",
      pricePeriod: "hour",
    },
  ];
}
