import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

const place = { cloudProviders: [{ provider: "AWS" as const, regions: [{ region: "us-east-1" }] }] };

const kept = new rediscloud.Subscription("kept", { paymentMethod: "marketplace", ...place });
new rediscloud.Database("cache", { subscriptionId: kept.id, datasetSizeInGb: 1 });

if (new pulumi.Config().getBoolean("more")) {
  new rediscloud.Subscription("more", { paymentMethod: "marketplace", ...place });
  new rediscloud.Database("queue", { subscriptionId: kept.id, datasetSizeInGb: 1, name: "queue" });
}
