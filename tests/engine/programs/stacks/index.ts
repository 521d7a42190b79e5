import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

/** The stack `platform` has what the others share, and tells them of it. */
function platform() {
  const subscription = new rediscloud.Subscription("main", {
    paymentMethod: "marketplace",
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  });
  const shared = new rediscloud.Database("shared", { subscriptionId: subscription.id, datasetSizeInGb: 1 });
  return { subscriptionId: subscription.subscriptionId, password: shared.password };
}

/** Other stacks have a database each in that subscription, with the password of the shared one. */
function application() {
  const reference = new pulumi.StackReference("organization/stacks/platform");
  const cache = new rediscloud.Database(
    "cache",
    {
      subscriptionId: reference.requireOutput("subscriptionId"),
      password: reference.requireOutput("password"),
      datasetSizeInGb: Number(process.env.SIZE_IN_GB ?? 1),
    },
    {
      transformations: [
        ({ props, opts }) => ({ props: { ...props, dataEvictionPolicy: "allkeys-lru" }, opts }),
      ],
      transforms: [
        ({ props, opts }) => ({ props: { ...props, tags: [{ key: "team", value: "web" }] }, opts }),
      ],
    },
  );
  return { subscriptionId: cache.subscriptionId, password: cache.password, path: cache.id };
}

export const { subscriptionId, password, path } = {
  path: undefined,
  ...(pulumi.getStack() === "platform" ? platform() : application()),
};
