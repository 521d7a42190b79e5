import * as rediscloud from "pulumi-redis-cloud";

const cloudProviders = [{ provider: "AWS" as const, regions: [{ region: "us-east-1" }] }];

/** What a program without types, or with a slip of the pen, gives. */
const mistakes: Record<string, () => unknown> = {
  none: () => new rediscloud.Subscription("main", { paymentMethodId: 2, cloudProviders }),
  "payment method of somebody else": () =>
    new rediscloud.Subscription("main", { paymentMethodId: 99, cloudProviders }),
  "many at once": () =>
    new rediscloud.Database("cache", {
      subscriptionId: 1,
      name: "my cache",
      datasetSizeInGb: -1,
      port: 80,
      dataEvictionPolicy: "least-recently-used" as "allkeys-lru",
      sourceIp: ["10.0.0.0/24", "somewhere"],
      ...{ datasetSize: 2, evictionPolicy: "allkeys-lru" },
    }),
  "name too long": () =>
    new rediscloud.Database("cache", { subscriptionId: 1, name: "c".repeat(41), datasetSizeInGb: 1 }),
  "two sizes": () =>
    new rediscloud.Database("cache", { subscriptionId: 1, datasetSizeInGb: 1, memoryLimitInGb: 2 }),
  nested: () =>
    new rediscloud.Subscription("main", {
      paymentMethodId: 2,
      cloudProviders: [{ regions: [{ region: "us-east-1", networking: { deploymentCIDR: "10.0.0.0" } }] }],
      databases: [
        { name: "cache", datasetSizeInGb: 1 },
        { name: "queue-", datasetSizeInGb: 1 },
      ],
    }),
};

mistakes[process.env.MISTAKE ?? "none"]?.();
