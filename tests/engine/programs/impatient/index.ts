import * as rediscloud from "pulumi-redis-cloud";

const subscription = new rediscloud.Subscription("main", {
  paymentMethod: "marketplace",
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  timeouts: { create: "3s" },
});

new rediscloud.Database("cache", { subscriptionId: subscription.id, datasetSizeInGb: 1 });
