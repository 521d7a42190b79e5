import * as rediscloud from "pulumi-redis-cloud";

const names = ["sessions", "carts", "search", "queue", "limits"];

for (const [shop, region] of [
  ["berlin", "eu-central-1"],
  ["dublin", "eu-west-1"],
  ["oregon", "us-west-2"],
  ["tokyo", "ap-northeast-1"],
] as const) {
  const subscription = new rediscloud.Subscription(shop, {
    name: shop,
    paymentMethod: "marketplace",
    cloudProviders: [{ provider: "AWS", regions: [{ region }] }],
  });
  for (const name of names) {
    new rediscloud.Database(`${shop}-${name}`, {
      name,
      subscriptionId: subscription.subscriptionId,
      datasetSizeInGb: 1,
    });
  }
}
