import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

/** What the resources are called now. */
const { SERVICE = "redis", CACHE = "cache", QUEUE = "queue", SIZE_IN_GB = "1" } = process.env;

class RedisService extends pulumi.ComponentResource {
  readonly subscriptionId: pulumi.Output<string>;

  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("shop:redis:RedisService", name, {}, opts);
    const subscription = new rediscloud.Subscription(
      `${name}-main`,
      {
        paymentMethod: "marketplace",
        cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
      },
      { parent: this },
    );
    this.subscriptionId = subscription.id;
    new rediscloud.Database(
      CACHE,
      { subscriptionId: subscription.id, datasetSizeInGb: Number(SIZE_IN_GB) },
      { parent: this, aliases: [{ name: "cache" }] },
    );
  }
}

const service = new RedisService(SERVICE, { aliases: [{ name: "redis" }] });

// Once it has another name, it is no child of the component any more.
const queue =
  QUEUE === "queue"
    ? { parent: service }
    : { aliases: [{ name: "queue", parent: service }, { name: QUEUE }] };
new rediscloud.Database(QUEUE, { subscriptionId: service.subscriptionId, datasetSizeInGb: 1 }, queue);
