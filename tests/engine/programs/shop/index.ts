import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

const config = new pulumi.Config();

const subscription = new rediscloud.Subscription("main", {
  paymentMethodId: rediscloud.getPaymentMethod({ type: "Visa" }).then((method) => method.id),
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
});

const cache = new rediscloud.Database("cache", {
  subscriptionId: subscription.id,
  datasetSizeInGb: config.getNumber("sizeInGb") ?? 1,
  port: config.getNumber("port") ?? 12000,
  dataEvictionPolicy: "allkeys-lru",
  alerts: [{ name: "dataset-size", value: 80 }],
  tags: [{ key: "team", value: "web" }],
});

export const databasePath = pulumi.interpolate`/subscriptions/${subscription.id}/databases/${cache.databaseId}`;
