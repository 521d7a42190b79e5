import * as rediscloud from "pulumi-redis-cloud";

const { GLOBAL_PASSWORD, REGIONAL_PASSWORD = "", PERSISTENCE } = process.env;

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
const west = new rediscloud.ActiveActiveRegion("west", {
  subscriptionId: subscription.id,
  region: "us-west-2",
  deploymentCIDR: "10.0.2.0/24",
});
const sessions = new rediscloud.ActiveActiveDatabase("sessions", {
  subscriptionId: subscription.id,
  datasetSizeInGb: 1,
  globalPassword: GLOBAL_PASSWORD,
  regionPasswords: { "eu-west-1": REGIONAL_PASSWORD },
  localThroughputMeasurement: [{ region: west.region, writeOperationsPerSecond: 2000 }],
  regions:
    PERSISTENCE === undefined
      ? []
      : [{ region: "eu-west-1", dataPersistence: PERSISTENCE as rediscloud.DataPersistence }],
});
new rediscloud.ActiveActiveDatabase("carts", { subscriptionId: subscription.id, datasetSizeInGb: 0.5 });

export const endpoints = sessions.publicEndpoints;
export const regions = rediscloud
  .getActiveActiveRegionsOutput({ subscriptionId: subscription.id }, { dependsOn: [west] })
  .apply((all) => all.map(({ region }) => region).sort());
