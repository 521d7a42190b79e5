import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

const config = new pulumi.Config();

const subscription = new rediscloud.Subscription("main", {
  paymentMethodId: rediscloud.getPaymentMethod({ type: "Visa" }).then((method) => method.id),
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
});

const cache = new rediscloud.Database("cache", {
  subscriptionId: subscription.id,
  datasetSizeInGb: config.getNumber("cacheSizeInGb") ?? 1,
  dataEvictionPolicy: "allkeys-lru",
});

export const subscriptionId = subscription.subscriptionId;
export const endpoint = cache.publicEndpoint;
export const password = cache.password;
