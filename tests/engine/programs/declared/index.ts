import { readFileSync } from "node:fs";
import * as rediscloud from "pulumi-redis-cloud";

/** What is declared stands in a file, so that tests can change it between runs: databases by logical name. */
type Databases = Record<string, Omit<rediscloud.DatabaseArgs, "subscriptionId">>;
interface Declared {
  readonly subscription?: Partial<rediscloud.SubscriptionArgs>;
  readonly databases?: Databases;
}

const { subscription: args = {}, databases = {} }: Declared = JSON.parse(
  readFileSync("program.json", "utf8"),
);

const subscription = new rediscloud.Subscription("main", {
  paymentMethod: "marketplace",
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  ...args,
});

for (const [name, args] of Object.entries(databases)) {
  new rediscloud.Database(name, { datasetSizeInGb: 1, ...args, subscriptionId: subscription.id });
}
