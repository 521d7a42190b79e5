import * as rediscloud from "pulumi-redis-cloud";

for (const region of ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1"]) {
  new rediscloud.Subscription(region, {
    paymentMethod: "marketplace",
    cloudProviders: [{ provider: "AWS", regions: [{ region }] }],
  });
}
