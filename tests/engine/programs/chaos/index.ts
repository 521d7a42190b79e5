import { readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";
import { createOther } from "./others";
import type { Program } from "./program";
import { References } from "./references";

const config = new pulumi.Config();
const { subscriptions, cloudAccounts, aclRules, aclRoles, aclUsers, others }: Program = JSON.parse(
  readFileSync(path.join(__dirname, "program.json"), "utf8"),
);

const references = new References();

for (const { logicalName, name, databases } of subscriptions) {
  const subscription = new rediscloud.Subscription(logicalName, {
    name,
    paymentMethod: "marketplace",
    cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1" }] }],
  });
  references.subscriptionIds.set(logicalName, subscription.id);
  for (const { logicalName, tags, ...args } of databases) {
    const database = new rediscloud.Database(logicalName, {
      ...args,
      tags: tags?.slice(),
      subscriptionId: subscription.id,
      password: config.requireSecret("databasePassword"),
    });
    references.databases.set(logicalName, {
      subscriptionId: subscription.id,
      databaseId: database.databaseId,
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

const rules = new Map(
  aclRules.map(({ logicalName, ...args }) => [logicalName, new rediscloud.AclRule(logicalName, args)]),
);

const roles = new Map(
  aclRoles.map(({ logicalName, name, redisRules }) => {
    const role = new rediscloud.AclRole(logicalName, {
      name,
      redisRules: redisRules.map(({ rule, databases }) => ({
        ruleName: rules.get(rule)?.name ?? rule,
        databases: databases.flatMap((database) => references.databases.get(database) ?? []),
      })),
    });
    return [logicalName, role];
  }),
);

for (const { logicalName, name, role, password } of aclUsers) {
  new rediscloud.AclUser(logicalName, {
    name,
    role: roles.get(role)?.name ?? role,
    password: config.requireSecret(password),
  });
}

for (const other of others) createOther(other, references);
