import { readFileSync } from "node:fs";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

/** Options of a resource; `deletedWith` names the subscription. */
type Options = Omit<CustomResourceOptions, "deletedWith"> & { readonly deletedWith?: "main" };

/** What is declared stands in a file, so that tests can change it between runs: databases by logical name. */
interface Declared {
  readonly subscription?: Partial<rediscloud.SubscriptionArgs> & { readonly options?: CustomResourceOptions };
  readonly databases?: Record<
    string,
    Omit<rediscloud.DatabaseArgs, "subscriptionId"> & { readonly options?: Options }
  >;
  readonly cloudAccounts?: Record<
    string,
    rediscloud.CloudAccountArgs & { readonly options?: CustomResourceOptions }
  >;
}

const {
  subscription: { options, ...args } = {},
  databases = {},
  cloudAccounts = {},
}: Declared = JSON.parse(readFileSync("program.json", "utf8"));

const subscription = new rediscloud.Subscription(
  "main",
  {
    paymentMethod: "marketplace",
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
    ...args,
  },
  options,
);

for (const [name, { options: { deletedWith, ...options } = {}, ...args }] of Object.entries(databases)) {
  new rediscloud.Database(
    name,
    { datasetSizeInGb: 1, ...args, subscriptionId: subscription.id },
    { ...options, deletedWith: deletedWith && subscription },
  );
}

for (const [name, { options, ...args }] of Object.entries(cloudAccounts)) {
  new rediscloud.CloudAccount(name, args, options);
}
