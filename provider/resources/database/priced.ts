import type { Priced } from "../../operations/declaration";
import { only } from "../common";
import { subscription } from "../subscription";
import { pricingOf } from "../subscription/observed";
import type { CreationPlanDatabase, SubscriptionInputs } from "../subscription/types";
import type { DatabaseInputs } from "./types";

/** By these hardware is chosen, and so the price. Nothing else of a database, secrets above all, is in a dry run. */
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

/** An upgrade has no dry run. */
const CHANGES = PRICED_BY.filter((name) => name !== "redisVersion");

/** The same for all, so that databases that are alike are asked for once. */
const NAME = "cost-estimate";

/** What a database costs. */
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
