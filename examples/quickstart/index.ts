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
  replication: false,
  password: config.getSecret("cachePassword"),
});

const sessions = new rediscloud.Database("sessions", {
  subscriptionId: subscription.id,
  datasetSizeInGb: 0.5,
  dataPersistence: "aof-every-1-second",
  tags: [{ key: "team", value: "web" }],
});

export const subscriptionId = subscription.subscriptionId;
export const endpoint = cache.publicEndpoint;
export const password = cache.password;
export const sessionsEndpoint = pulumi.interpolate`redis://${sessions.publicEndpoint}`;
