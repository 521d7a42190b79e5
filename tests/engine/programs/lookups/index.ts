import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

/** What a look-up says when it fails. */
const failure = (lookup: Promise<unknown>) =>
  lookup.then(
    () => "found",
    (error: Error) => error.message,
  );

const subscription = new rediscloud.Subscription("main", {
  paymentMethod: "marketplace",
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
});
const cache = new rediscloud.Database("cache", { subscriptionId: subscription.id, datasetSizeInGb: 1 });

if (process.env.ASK_FOR === "a card that is not there") {
  new rediscloud.Subscription("unpaid", {
    paymentMethodId: rediscloud.getPaymentMethod({ type: "Diners" }).then(({ id }) => id),
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  });
}

export const catalog = {
  paymentMethods: rediscloud.getPaymentMethods(),
  regions: rediscloud.getRegions({ provider: "GCP" }),
  redisVersions: rediscloud.getRedisVersions(),
  modules: rediscloud.getDatabaseModules(),
  persistence: rediscloud.getDataPersistenceOptions(),
  cloudAccounts: rediscloud.getCloudAccounts(),
};

export const single = {
  paymentMethod: rediscloud.getPaymentMethod({ creditCardEndsWith: 4444 }),
  region: rediscloud.getRegion({ name: "eu-west-1" }),
  redisVersion: rediscloud.getRedisVersion({ isDefault: true }),
  module: rediscloud.getDatabaseModule({ capabilityName: "JSON" }),
  persistence: rediscloud.getDataPersistenceOption({ name: "aof-every-write" }),
  cloudAccount: rediscloud.getCloudAccount({ id: 1 }),
};

export const before = {
  subscriptions: rediscloud.getSubscriptions(),
  legacy: rediscloud.getSubscription({ name: "legacy" }),
  databases: rediscloud
    .getSubscription({ name: "legacy" })
    .then(({ id }) => rediscloud.getDatabases({ subscriptionId: id })),
};

export const ofResources = {
  subscription: rediscloud.getSubscriptionOutput({ id: subscription.id }),
  databases: rediscloud.getDatabasesOutput({ subscriptionId: cache.subscriptionId }),
  database: rediscloud.getDatabaseOutput({ subscriptionId: subscription.id, name: cache.name }),
  versions: rediscloud.getRedisVersionsOutput({ subscriptionId: subscription.id }).length,
};

const free = new rediscloud.EssentialsSubscription("free", {
  planId: rediscloud
    .getEssentialsPlan({ provider: "AWS", region: "us-east-1", price: 0 })
    .then(({ id }) => id),
});
const small = new rediscloud.EssentialsDatabase("small", { subscriptionId: free.id });

export const essentials = {
  flex: rediscloud.getEssentialsPlans({ provider: "AZURE", redisFlex: true, size: 1 }),
  plan: rediscloud.getEssentialsPlan({ provider: "AWS", region: "us-east-1", name: "Single-Zone 1GB" }),
  planById: rediscloud.getEssentialsPlan({ id: 98_001 }),
  possible: rediscloud
    .getEssentialsPlansOutput({ subscriptionId: free.id })
    .apply((plans) => plans.map(({ name }) => name)),
  subscription: rediscloud.getEssentialsSubscriptionOutput({ id: free.id }),
  database: rediscloud.getEssentialsDatabaseOutput({ subscriptionId: free.id, name: small.name }),
  versions: rediscloud.getEssentialsRedisVersionsOutput({ subscriptionId: free.id }).length,
};

class Team extends pulumi.ComponentResource {
  constructor(name: string) {
    super("tests:Team", name);
    new rediscloud.Subscription(
      "team",
      {
        name: "team",
        paymentMethod: "marketplace",
        cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
      },
      { parent: this },
    );
  }
}
const team = new Team("team");

/** What is looked up when other resources are there. */
export const dependent = {
  subscriptions: rediscloud
    .getSubscriptionsOutput(undefined, { dependsOn: [subscription, team], parent: team })
    .apply((all) => all.map(({ name }) => name).sort()),
  team: rediscloud.getSubscriptionOutput({ name: "team" }, { dependsOn: team }).status,
};

export const names = { subscription: subscription.name, cache: cache.name };

export const failures = {
  none: failure(rediscloud.getSubscription({ name: "main" })),
  several: failure(rediscloud.getPaymentMethod()),
  unknownRegion: failure(rediscloud.getRegion({ name: "moon-1", provider: "AWS" })),
  severalPlans: failure(rediscloud.getEssentialsPlan({ provider: "AWS", price: 0 })),
  unknownDatabase: failure(rediscloud.getDatabase({ subscriptionId: 1, name: "cache" })),
};
