import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

const config = new pulumi.Config();

/** What a team shares: a subscription with a cache, and a queue that is made after it. */
class RedisService extends pulumi.ComponentResource {
  readonly url: pulumi.Output<string>;
  readonly summary: pulumi.Output<string>;

  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("shop:redis:RedisService", name, {}, opts);
    const options = {
      parent: this,
      protect: config.getBoolean("protect"),
      retainOnDelete: config.getBoolean("retainOnDelete"),
    };
    const subscription = new rediscloud.Subscription(
      "main",
      {
        name: pulumi.output("shop").apply((team) => `${team}-redis`),
        paymentMethod: "marketplace",
        cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
      },
      options,
    );
    const cache = new rediscloud.Database(
      "cache",
      {
        subscriptionId: subscription.id,
        name: pulumi.interpolate`${subscription.name}-cache`,
        datasetSizeInGb: pulumi.output(2).apply((size) => size / 2),
      },
      options,
    );
    const queue = new rediscloud.Database(
      "queue",
      { subscriptionId: subscription.id, name: "queue", datasetSizeInGb: 1 },
      { ...options, dependsOn: cache },
    );
    this.url = pulumi.interpolate`redis://default:${cache.password}@${cache.publicEndpoint}`;
    this.summary = pulumi
      .all([subscription.name, cache.name, queue.status])
      .apply(([subscription, cache, status]) => `${subscription}: ${cache}, and a queue that is ${status}`);
    this.registerOutputs({ url: this.url });
  }
}

const service = new RedisService("redis");

export const { url, summary } = service;
