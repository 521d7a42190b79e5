/* A Pulumi program: BENCH_SUBSCRIPTIONS subscriptions with BENCH_DATABASES databases in each. */
import * as rediscloud from "pulumi-redis-cloud";

const count = (name: string): readonly number[] =>
  Array.from({ length: Number(process.env[name]) }, (_, index) => index + 1);

for (const number of count("BENCH_SUBSCRIPTIONS")) {
  const { id: subscriptionId } = new rediscloud.Subscription(`subscription-${number}`, {
    paymentMethodId: 2,
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  });
  for (const other of count("BENCH_DATABASES")) {
    new rediscloud.Database(`database-${number}-${other}`, { subscriptionId, datasetSizeInGb: 0.1 });
  }
}
