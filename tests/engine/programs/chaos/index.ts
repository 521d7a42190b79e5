import { readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";
import type { Program } from "./program";

const config = new pulumi.Config();
const { subscriptions, cloudAccounts }: Program = JSON.parse(
  readFileSync(path.join(__dirname, "program.json"), "utf8"),
);

for (const { logicalName, name, databases } of subscriptions) {
  const subscription = new rediscloud.Subscription(logicalName, {
    name,
    paymentMethod: "marketplace",
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  });
  for (const { logicalName, tags, ...args } of databases) {
    new rediscloud.Database(logicalName, {
      ...args,
      tags: tags?.slice(),
      subscriptionId: subscription.id,
      password: config.requireSecret("databasePassword"),
    });
  }
}

for (const { logicalName, name } of cloudAccounts) {
  new rediscloud.CloudAccount(logicalName, {
    name,
    accessKeyId: config.requireSecret("accessKeyId"),
    accessSecretKey: config.requireSecret("accessSecretKey"),
    consoleUsername: config.requireSecret("consoleUsername"),
    consolePassword: config.requireSecret("consolePassword"),
    signInLoginUrl: "https://123456789012.signin.aws.amazon.com/console",
  });
}
