import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

const config = new pulumi.Config();

const cloudAccount = new rediscloud.CloudAccount("aws", {
  provider: "AWS",
  accessKeyId: config.requireSecret("accessKeyId"),
  accessSecretKey: config.requireSecret("accessSecretKey"),
  consoleUsername: config.requireSecret("consoleUsername"),
  consolePassword: config.requireSecret("consolePassword"),
  signInLoginUrl: config.require("signInLoginUrl"),
});

export const cloudAccountId = cloudAccount.cloudAccountId;
export const status = cloudAccount.status;
