import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

const config = new pulumi.Config();

const subscription = new rediscloud.Subscription("main", {
  paymentMethod: "marketplace",
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  databases: [
    { name: "cache", datasetSizeInGb: 1 },
    { name: "queue", datasetSizeInGb: 0.5 },
  ],
  forceDestroy: config.getBoolean("forceDestroy"),
});

const cache = new rediscloud.Database("cache", {
  subscriptionId: subscription.id,
  name: "cache",
  datasetSizeInGb: 2,
  dataPersistence: "aof-every-1-second",
  tags: [{ key: "team", value: "web" }],
});

export const subscriptionId = subscription.subscriptionId;
export const cachePath = pulumi.interpolate`/subscriptions/${subscription.id}/databases/${cache.databaseId}`;
