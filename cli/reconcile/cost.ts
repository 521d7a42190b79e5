import type { z } from "zod";
import { pricingAnswer } from "../../provider/api/answers";
import type { RedisCloudApi } from "../../provider/api/client";
import { RedisCloudApiError } from "../../provider/api/error";

/** What something costs each hour. */
export interface Cost {
  readonly amount: number;
  readonly currency: string;
}

/** What a subscription costs an hour; undefined where the API does not tell. */
export async function costOf(api: RedisCloudApi, subscriptionId: number): Promise<Cost | undefined> {
  try {
    return costPerHour(await api.get(`/subscriptions/${subscriptionId}/pricing`, pricingAnswer));
  } catch (error) {
    // It is only for information: a list without it is better than none.
    if (error instanceof RedisCloudApiError) return undefined;
    throw error;
  }
}

/** The sum of the prices by the hour; undefined without any, or when they are in several currencies. */
export function costPerHour({ pricing = [] }: z.infer<typeof pricingAnswer>): Cost | undefined {
  const hourly = pricing.filter(({ pricePeriod }) => pricePeriod === "hour");
  const [currency, ...others] = new Set(hourly.map(({ priceCurrency = "" }) => priceCurrency));
  if (currency === undefined || others.length > 0) return undefined;
  const amount = hourly.reduce((sum, { pricePerUnit = 0, quantity = 0 }) => sum + pricePerUnit * quantity, 0);
  return { amount: Number(amount.toFixed(6)), currency };
}
