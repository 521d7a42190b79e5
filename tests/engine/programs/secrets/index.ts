import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

const config = new pulumi.Config();

const subscription = new rediscloud.Subscription("main", {
  paymentMethod: "marketplace",
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
});

// Written in the program, and not as a secret.
const plain = new rediscloud.Database("plain", {
  subscriptionId: subscription.id,
  datasetSizeInGb: 1,
  password: process.env.PLAIN_PASSWORD,
});

const given = new rediscloud.Database("given", {
  subscriptionId: subscription.id,
  datasetSizeInGb: 1,
  password: config.requireSecret("givenPassword"),
  replica: {
    syncSources: [
      { endpoint: pulumi.interpolate`redis://u:${config.requireSecret("sourcePassword")}@source:6379` },
    ],
  },
});

const memcached = new rediscloud.Database("memcached", {
  subscriptionId: subscription.id,
  protocol: "memcached",
  datasetSizeInGb: 1,
  saslUsername: "app",
  saslPassword: config.requireSecret("saslPassword"),
});

// The server makes up its password.
const generated = new rediscloud.Database("generated", {
  subscriptionId: subscription.id,
  datasetSizeInGb: 1,
});

new rediscloud.DatabaseImport("seed", {
  subscriptionId: subscription.id,
  databaseId: plain.databaseId,
  sourceType: "redis",
  importFromUri: [pulumi.interpolate`redis://u:${config.requireSecret("sourcePassword")}@source:6379`],
});

// Written in the program, and not as a secret.
new rediscloud.DatabaseBackup("backup", {
  subscriptionId: subscription.id,
  databaseId: plain.databaseId,
  adhocBackupPath: `ftp://u:${process.env.PLAIN_PASSWORD}@backups/here`,
});

new rediscloud.CloudAccount("aws", {
  accessKeyId: config.requireSecret("accessKeyId"),
  accessSecretKey: config.requireSecret("accessSecretKey"),
  consoleUsername: config.requireSecret("consoleUsername"),
  consolePassword: config.requireSecret("consolePassword"),
  signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
});

if (process.env.MISTAKE === "a password that is no text") {
  new rediscloud.Database("mistake", {
    subscriptionId: subscription.id,
    datasetSizeInGb: 1,
    password: config.requireSecretObject("numericPassword") as unknown as pulumi.Output<string>,
  });
}

export const service = {
  names: [given.name, memcached.name],
  urls: [given, generated].map(
    ({ password, publicEndpoint }) => pulumi.interpolate`redis://default:${password}@${publicEndpoint}`,
  ),
  nested: { passwords: { plain: plain.password } },
};
