import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

const config = new pulumi.Config();

// An account can have one free plan; it takes no payment method.
const plan = rediscloud.getEssentialsPlan({ provider: "AWS", region: "us-east-1", price: 0 });

const subscription = new rediscloud.EssentialsSubscription("main", {
  planId: plan.then(({ id }) => id),
});

const cache = new rediscloud.EssentialsDatabase("cache", {
  subscriptionId: subscription.id,
  dataEvictionPolicy: config.get("evictionPolicy") === "lfu" ? "allkeys-lfu" : "allkeys-lru",
  tags: [{ key: "team", value: "web" }],
});

export const planName = subscription.planName;
export const endpoint = cache.publicEndpoint;
export const password = cache.password;
export const url = cache.connectionString;
