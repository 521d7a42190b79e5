import type { Priced } from "../../operations/declaration";
import { activeActiveSubscription } from "../activeActiveSubscription";
import { regionNames } from "../activeActiveSubscription/place";
import { throughputIn } from "../activeActiveSubscription/throughput";
import type { ActiveActiveSubscriptionInputs } from "../activeActiveSubscription/types";
import { only } from "../common";
import { pricingOf } from "../subscription/observed";
import type { ActiveActiveDatabaseInputs } from "./types";

/** By these hardware is chosen, and so the price. Nothing else of a database, secrets above all, is in a dry run. */
const PRICED_BY = ["datasetSizeInGb", "supportOSSClusterApi", "modules", "redisVersion"] as const;

/** The same for all, so that databases that are alike are asked for once. */
const NAME = "cost-estimate";

/** What an Active-Active database costs, in all regions together. */
export const priced: Priced<ActiveActiveDatabaseInputs> = {
  creation: (inputs, ofSubscription) => {
    const { localThroughputMeasurement = [] } = inputs;
    const spec = { name: NAME, ...only(inputs, PRICED_BY) };
    if (ofSubscription === undefined) {
      const path = `/subscriptions/${inputs.subscriptionId}/databases`;
      return { method: "POST", path, body: { ...spec, localThroughputMeasurement } };
    }
    const subscription = ofSubscription as ActiveActiveSubscriptionInputs;
    const regions = regionNames(subscription.cloudProviders);
    const database = {
      ...spec,
      protocol: "redis",
      localThroughputMeasurement: throughputIn(regions, localThroughputMeasurement),
    };
    const request = activeActiveSubscription.createRequest(subscription);
    return { ...request, body: { ...request.body, databases: [database] } };
  },
  today: pricingOf,
  databases: ({ name = NAME }) => new Map([[NAME, name]]),
  change: ({ place: { subscriptionId }, id }, changed) => {
    const { localThroughputMeasurement: throughputs } = changed;
    const regions = throughputs?.map((one) => ({ region: one.region, localThroughputMeasurement: one }));
    return {
      method: "PUT",
      path: `/subscriptions/${subscriptionId}/databases/${id}/regions`,
      body: {
        ...only(changed, ["datasetSizeInGb", "supportOSSClusterApi"]),
        ...(regions !== undefined && regions.length > 0 && { regions }),
      },
    };
  },
};
