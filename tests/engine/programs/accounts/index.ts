import * as rediscloud from "pulumi-redis-cloud";

const cloudProviders = [{ provider: "AWS" as const, regions: [{ region: "us-east-1" }] }];

const staging = new rediscloud.Subscription("staging", {
  account: "staging",
  paymentMethodId: rediscloud.getPaymentMethod({ account: "staging", type: "Visa" }).then(({ id }) => id),
  cloudProviders,
});

new rediscloud.Database("cache", { account: "staging", subscriptionId: staging.id, datasetSizeInGb: 1 });

const production = new rediscloud.Subscription("production", {
  account: process.env.PRODUCTION_ACCOUNT ?? "production",
  paymentMethod: "marketplace",
  cloudProviders,
});

export const names = {
  staging: rediscloud.getSubscriptionOutput({ account: "staging", id: staging.id }).name,
  production: rediscloud.getSubscriptionOutput({ account: "production", id: production.id }).name,
};
