import * as pulumi from "@pulumi/pulumi";
import * as rediscloud from "pulumi-redis-cloud";

const config = new pulumi.Config();

const subscription = rediscloud.Subscription.get("main", config.require("subscriptionId"));
const database = rediscloud.Database.get("cart", config.require("databaseId"));

export const subscriptionName = subscription.name;
export const { datasetSizeInGb, dataPersistence, publicEndpoint, password, tags } = database;
export const subscriptionOfDatabase = database.subscriptionId;
