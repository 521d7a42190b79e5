import * as rediscloud from "pulumi-redis-cloud";

/** Logical names and names of the databases, in the order of their declaration: `a=db-0,b=db-1`. */
const { NAMES = "", RAM_PERCENTAGE } = process.env;

const subscription = new rediscloud.Subscription("main", {
  paymentMethodId: 2,
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
});

for (const [logicalName = "", name] of NAMES.split(",").map((pair) => pair.split("=")))
  new rediscloud.Database(logicalName, {
    subscriptionId: subscription.id,
    name,
    datasetSizeInGb: 1,
    ramPercentage: RAM_PERCENTAGE ? Number(RAM_PERCENTAGE) : undefined,
  });
