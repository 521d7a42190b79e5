import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

const config = new pulumi.Config();

const subscription = new rediscloud.ActiveActiveSubscription("global", {
  paymentMethodId: rediscloud.getPaymentMethod({ type: "Visa" }).then((method) => method.id),
  cloudProviders: [
    {
      provider: "AWS",
      regions: [
        { region: "us-east-1", networking: { deploymentCIDR: "10.0.0.0/24" } },
        { region: "eu-west-1", networking: { deploymentCIDR: "10.0.1.0/24" } },
      ],
    },
  ],
});

// A region that is added later, and removed with this resource.
const west = new rediscloud.ActiveActiveRegion("west", {
  subscriptionId: subscription.id,
  region: "us-west-2",
  deploymentCIDR: "10.0.2.0/24",
});

const sessions = new rediscloud.ActiveActiveDatabase("sessions", {
  subscriptionId: subscription.id,
  datasetSizeInGb: config.getNumber("sessionsSizeInGb") ?? 1,
  globalDataPersistence: "aof-every-1-second",
  globalPassword: config.getSecret("sessionsPassword"),
  // The output of the resource, so that the region is there before the database.
  localThroughputMeasurement: [{ region: west.region, writeOperationsPerSecond: 2000 }],
  regions: [{ region: "eu-west-1", dataPersistence: "none", sourceIp: ["0.0.0.0/1", "128.0.0.0/1"] }],
});

export const endpoints = sessions.publicEndpoints;
export const password = sessions.globalPassword;
export const urls = sessions.connectionStrings;
