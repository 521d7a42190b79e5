import { pricingAnswer } from "../../provider/api/answers";
import type { RedisCloudApi } from "../../provider/api/client";
import { RedisCloudApiError } from "../../provider/api/error";
import { amountCharged, type Cost, priceOf } from "../../provider/api/pricing";

/** Hourly cost of a subscription; undefined if the API has no price. */
export async function costOf(api: RedisCloudApi, subscriptionId: number): Promise<Cost | undefined> {
  try {
    const { pricing = [] } = await api.get(`/subscriptions/${subscriptionId}/pricing`, pricingAnswer);
    const price = priceOf(pricing);
    return price?.currency === undefined
      ? undefined
      : { amount: amountCharged(price), currency: price.currency };
  } catch (error) {
    // The cost is informational: a list without it is better than none.
    if (error instanceof RedisCloudApiError) return undefined;
    throw error;
  }
}
