import type { Priced } from "../../operations/declaration";
import { only } from "../common";
import { subscription } from "../subscription";
import { pricingOf } from "../subscription/observed";
import type { CreationPlanDatabase, SubscriptionInputs } from "../subscription/types";
import type { DatabaseInputs } from "./types";

/**
 * Arguments that determine the hardware and thus the price. A dry run contains no other arguments, in particular no
 * secrets.
 */
const PRICED_BY: readonly (keyof DatabaseInputs & keyof CreationPlanDatabase)[] = [
  "protocol",
  "datasetSizeInGb",
  "memoryLimitInGb",
  "supportOSSClusterApi",
  "dataPersistence",
  "replication",
  "throughputMeasurement",
  "modules",
  "averageItemSizeInBytes",
  "ramPercentage",
  "redisVersion",
  "shardingType",
  "queryPerformanceFactor",
];

/** The API has no dry run for upgrades. */
const CHANGES = PRICED_BY.filter((name) => name !== "redisVersion");

/** One name for all, so that equal databases need only one dry run. */
const NAME = "cost-estimate";

/** Dry runs that estimate the cost of a database. */
export const priced: Priced<DatabaseInputs> = {
  creation: (inputs, ofSubscription) => {
    const spec = { name: NAME, ...only(inputs, PRICED_BY) };
    return ofSubscription === undefined
      ? { method: "POST", path: `/subscriptions/${inputs.subscriptionId}/databases`, body: spec }
      : subscription.createRequest({ ...(ofSubscription as SubscriptionInputs), databases: [spec] });
  },
  today: pricingOf,
  databases: ({ name = NAME }) => new Map([[NAME, name]]),
  change: ({ place: { subscriptionId }, id }, changed) => ({
    method: "PUT",
    path: `/subscriptions/${subscriptionId}/databases/${id}`,
    body: only(changed, CHANGES),
  }),
};
