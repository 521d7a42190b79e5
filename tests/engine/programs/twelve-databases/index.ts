import * as rediscloud from "pulumi-redis-cloud";

const subscription = new rediscloud.Subscription("main", {
  paymentMethod: "marketplace",
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
});

for (let number = 1; number <= 12; number++) {
  new rediscloud.Database(`cache-${number}`, { subscriptionId: subscription.id, datasetSizeInGb: 0.5 });
}
