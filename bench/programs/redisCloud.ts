/*
 * A Pulumi program: BENCH_SUBSCRIPTIONS subscriptions with BENCH_DATABASES databases in each. With BENCH_DELETED_WITH
 * the databases are deleted with their subscription: the engine does not delete them first.
 */
import * as rediscloud from "pulumi-redis-cloud";

const count = (name: string): readonly number[] =>
  Array.from({ length: Number(process.env[name]) }, (_, index) => index + 1);

const isDeletedWith = process.env.BENCH_DELETED_WITH !== undefined;

for (const number of count("BENCH_SUBSCRIPTIONS")) {
  const subscription = new rediscloud.Subscription(`subscription-${number}`, {
    paymentMethodId: 2,
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
    forceDestroy: isDeletedWith,
  });
  for (const other of count("BENCH_DATABASES")) {
    const args = { subscriptionId: subscription.id, datasetSizeInGb: 0.1 };
    const options = isDeletedWith ? { deletedWith: subscription } : {};
    new rediscloud.Database(`database-${number}-${other}`, args, options);
  }
}
