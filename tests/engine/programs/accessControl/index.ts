import * as rediscloud from "pulumi-redis-cloud";

const { RULE = "+@read ~cache:*", USER_PASSWORD = "" } = process.env;

const subscription = new rediscloud.Subscription("main", {
  paymentMethodId: 2,
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
});
const database = (name: string) =>
  new rediscloud.Database(name, {
    subscriptionId: subscription.id,
    datasetSizeInGb: 0.1,
    replication: false,
  });
const [cache, queue] = [database("cache"), database("queue")];

const rule = new rediscloud.AclRule("read-cache", { redisRule: RULE });
const role = new rediscloud.AclRole("reader", {
  redisRules: [
    {
      ruleName: rule.name,
      databases: [cache, queue].map(({ databaseId }) => ({ subscriptionId: subscription.id, databaseId })),
    },
  ],
});
const user = new rediscloud.AclUser("reporting", { role: role.name, password: USER_PASSWORD });

export const endpoint = cache.publicEndpoint;
export const userName = user.name;
