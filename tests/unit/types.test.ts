import * as pulumi from "@pulumi/pulumi";
import type {
  CloudAccountArgs,
  Database,
  DatabaseArgs,
  Subscription,
  SubscriptionArgs,
} from "../../provider";

/*
 * The compiler runs these tests: `npm run check` fails if one of them is wrong. `@ts-expect-error` fails if the next
 * line is accepted.
 */

const text = pulumi.output("text");
const number = pulumi.output(1);

test("every argument may be an output, at any depth", () => {
  const database: DatabaseArgs = {
    subscriptionId: number,
    datasetSizeInGb: number,
    name: text,
    replication: pulumi.output(true),
    throughputMeasurement: { by: "operations-per-second", value: number },
    sourceIp: [text, "10.0.0.0/8"],
    tags: pulumi.output([{ key: "team", value: "web" }]),
    replica: { syncSources: [{ endpoint: text, encryption: pulumi.output(false) }] },
    modules: [{ name: text }],
    timeouts: { create: text },
  };
  const subscription: SubscriptionArgs = {
    paymentMethodId: number,
    cloudProviders: [
      { cloudAccountId: number, regions: [{ region: text, networking: { deploymentCIDR: text } }] },
    ],
    databases: [{ name: text, datasetSizeInGb: number }],
  };
  expect([database, subscription]).toHaveLength(2);
});

test("IDs may be numbers or strings, given or as outputs", () => {
  const ids: DatabaseArgs["subscriptionId"][] = [7, "7", number, text];
  const payment: SubscriptionArgs["paymentMethodId"][] = [2, "2", number, text, undefined];
  const regions = [{ region: "us-east-1" }];
  const providers: SubscriptionArgs["cloudProviders"] = [{ cloudAccountId: text, regions }];
  expect([ids, payment, providers]).toHaveLength(3);
});

test("promises are accepted where outputs are", () => {
  const subscription: SubscriptionArgs = {
    paymentMethodId: Promise.resolve(2),
    cloudProviders: [{ regions: [{ region: Promise.resolve("us-east-1") }] }],
  };
  expect(Object.keys(subscription)).toHaveLength(2);
});

test("the compiler rejects values that the API does not know", () => {
  const wrong: unknown[] = [
    // @ts-expect-error: no such argument
    { subscriptionId: 7, datasetSizeInGB: 1 } satisfies DatabaseArgs,
    // @ts-expect-error: no such policy
    { subscriptionId: 7, dataEvictionPolicy: "lru" } satisfies DatabaseArgs,
    // @ts-expect-error: a size is a number
    { subscriptionId: 7, datasetSizeInGb: "1" } satisfies DatabaseArgs,
    // @ts-expect-error: a database is in a subscription
    { datasetSizeInGb: 1 } satisfies DatabaseArgs,
    // @ts-expect-error: only IDs may be strings
    { subscriptionId: 7, port: "12000" } satisfies DatabaseArgs,
    // @ts-expect-error: a cloud account needs its keys
    { accessKeyId: "a" } satisfies CloudAccountArgs,
  ];
  expect(wrong).toHaveLength(6);
});

test("outputs have the API's types, and can be passed to other resources", () => {
  const use = (subscription: Subscription, database: Database): DatabaseArgs => {
    const password: pulumi.Output<string> = database.password;
    const endpoint: pulumi.Output<string | undefined> = database.publicEndpoint;
    const databaseId: pulumi.Output<number> = database.databaseId;
    // @ts-expect-error: outputs cannot be set
    database.password = password;
    return {
      subscriptionId: subscription.subscriptionId,
      name: pulumi.interpolate`${endpoint}-${databaseId}`,
    };
  };
  expect(use).toBeInstanceOf(Function);
});
