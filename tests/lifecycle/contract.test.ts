import { differencesFrom, operationOf } from "./contract/document";
import { type Exchange, RecordingProxy } from "./contract/recordingProxy";
import { ACTIVE_ACTIVE_PLACE, configOf, endSimulators, redisCloud } from "./harness";
import { Stack } from "./stack";
import { useVirtualTime } from "./virtualTime";

/*
 * Requests of the provider and answers of the simulator, beside the API's OpenAPI document: provider and simulator could
 * agree on what the API does not know. Answers whose schemas are incomplete are compared with the document's examples.
 */

useVirtualTime({ realSecondsPerTest: 120 });
endSimulators();

/** Differences that the real server is known to have, and how it is known. */
const KNOWN: Readonly<Record<string, string>> = {
  "ProcessorResponse.error: not string": "Recorded: an object with type, status and description.",
  "PaymentMethods.paymentMethods.creditCardEndsWith: not string": "Recorded: a number.",
  "Subscription.cloudDetails.regions.networking.vpcId": "Recorded.",
  "Subscription.cloudDetails.resourceTags": "The vendor's Go SDK reads them.",
  "Subscription.prometheusEndpoint": "The vendor's Go SDK reads it.",
  "Subscription.subscriptionPricing.region":
    "In the schema SubscriptionPricing, which other operations answer.",
  "FixedDatabase.backup.status": "The vendor's Go SDK reads it, once there are backups.",
  "FixedDatabase.backup.interval": "The vendor's Go SDK reads it, once there are backups.",
  "FixedDatabase.backup.destination": "The vendor's Go SDK reads it, once there are backups.",
  "FixedDatabase.replica": "The vendor's Go SDK reads both forms.",
  "Database.activeActiveRedis": "The vendor's Go SDK reads it.",
  "Database.global": "The vendor's Go SDK reads the global settings of Active-Active databases.",
  "Database.crdbDatabases": "The vendor's Go SDK reads the settings of each region.",
};

/** Differences that provider and simulator assume without a source; the provider does without these fields, too. */
const ASSUMED: Readonly<Record<string, string>> = {
  "FixedDatabase.clustering.numberOfShards": "An argument, as in the answer for a Pro database.",
  "FixedDatabase.security.enableTls": "An argument, as in the answer for a Pro database.",
  "FixedDatabase.security.sslClientAuthentication": "As in the answer for a Pro database.",
  "FixedDatabase.security.tlsClientAuthentication": "As in the answer for a Pro database.",
  "Database.autoMinorVersionUpgrade": "An argument.",
};
const EXPECTED = [...Object.keys(KNOWN), ...Object.keys(ASSUMED)];

/** The differences of what was exchanged. */
function differences(exchanges: readonly Exchange[]): readonly string[] {
  const found = exchanges.flatMap(({ method, url, body, status, answer }) => {
    const operation = operationOf(method, url);
    if (operation === undefined) return [`${method} ${url}: not in the document`];
    const { name, request, answer: schema = "" } = operation;
    const ofRequest =
      request === undefined || body === undefined ? [] : differencesFrom(request, body, { isRequest: true });
    const ofAnswer = status >= 400 ? [] : differencesFrom(schema, answer);
    return [...ofRequest, ...ofAnswer].map((difference) => `${name}: ${difference}`);
  });
  return [...new Set(found)].filter((one) => !EXPECTED.some((expected) => one.includes(`: ${expected}`)));
}

/** Runs a life of resources; returns what was exchanged. */
async function recorded(live: (stack: Stack) => Promise<void>): Promise<readonly Exchange[]> {
  const { simulator } = await redisCloud();
  const proxy = new RecordingProxy(simulator);
  const stack = new Stack({ ...configOf(simulator), "redis-cloud:baseUrl": await proxy.start() });
  try {
    await live(stack);
  } finally {
    await proxy.close();
  }
  return proxy.exchanges;
}

const operationsIn = (exchanges: readonly Exchange[]) =>
  [...new Set(exchanges.map(({ method, url }) => operationOf(method, url)?.name))].filter((name) =>
    /fixed|regions$/.test(name ?? ""),
  );

test("what provider and simulator say of Essentials is in the document", async () => {
  const exchanges = await recorded(async (stack) => {
    const plan = { planId: 98_003, paymentMethod: "credit-card", paymentMethodId: 2 };
    const { id: subscriptionId } = await stack.up("EssentialsSubscription", "shared", plan);
    const database = {
      subscriptionId,
      dataPersistence: "aof-every-write",
      replication: false,
      sourceIps: ["10.0.0.0/24"],
      alerts: [{ name: "latency", value: 5 }],
      periodicBackupPath: "s3://backups",
      redisVersion: "7.4",
      respVersion: "resp3",
      enableDefaultUser: true,
      tags: [{ key: "team", value: "red" }],
    };
    await stack.up("EssentialsDatabase", "cache", database);
    await stack.up("EssentialsDatabase", "cache", {
      ...database,
      name: "renamed",
      dataEvictionPolicy: "noeviction",
      password: "a-password-of-ours",
      redisVersion: "8.2",
      replica: { syncSources: [{ endpoint: "redis://10.0.0.1:6379", encryption: false }] },
    });
    await stack.refresh("cache");
    await stack.up("EssentialsSubscription", "shared", { ...plan, planId: 98_004, name: "renamed" });
    await stack.refresh("shared");
    const payAsYouGo = { planId: 98_010, paymentMethodId: 2 };
    const { id: another } = await stack.up("EssentialsSubscription", "metered", payAsYouGo);
    const sized = { subscriptionId: another, datasetSizeInGb: 1, enableDatabaseClustering: true };
    await stack.up("EssentialsDatabase", "sized", { ...sized, supportOSSClusterApi: true });
    for (const name of ["sized", "metered", "cache", "shared"]) await stack.destroy(name);
  });
  expect(operationsIn(exchanges).sort()).toEqual(
    expect.arrayContaining([
      "DELETE /fixed/subscriptions/{subscriptionId}",
      "DELETE /fixed/subscriptions/{subscriptionId}/databases/{databaseId}",
      "GET /fixed/plans/{planId}",
      "GET /fixed/subscriptions",
      "GET /fixed/subscriptions/{subscriptionId}/databases",
      "GET /fixed/subscriptions/{subscriptionId}/databases/{databaseId}",
      "POST /fixed/subscriptions",
      "POST /fixed/subscriptions/{subscriptionId}/databases",
      "PUT /fixed/subscriptions/{subscriptionId}",
      "PUT /fixed/subscriptions/{subscriptionId}/databases/{databaseId}",
      "PUT /fixed/subscriptions/{subscriptionId}/databases/{databaseId}/tags",
    ]),
  );
  expect(differences(exchanges)).toEqual([]);
});

test("what provider and simulator say of Active-Active is in the document", async () => {
  const exchanges = await recorded(async (stack) => {
    const global = { ...ACTIVE_ACTIVE_PLACE, publicEndpointAccess: true };
    const { id: subscriptionId } = await stack.up("ActiveActiveSubscription", "global", global);
    const database = {
      subscriptionId,
      datasetSizeInGb: 1,
      localThroughputMeasurement: [
        { region: "us-east-1", writeOperationsPerSecond: 2000, readOperationsPerSecond: 3000 },
      ],
      globalDataPersistence: "aof-every-1-second",
      globalSourceIp: ["10.0.0.0/8"],
      globalAlerts: [{ name: "dataset-size", value: 80 }],
      regions: [{ region: "eu-west-1", dataPersistence: "none", enableDefaultUser: true }],
      tags: [{ key: "team", value: "red" }],
    };
    await stack.up("ActiveActiveDatabase", "everywhere", database);
    const west = { subscriptionId, region: "us-west-2", deploymentCIDR: "10.0.2.0/24" };
    await stack.up("ActiveActiveRegion", "west", west);
    await stack.up("ActiveActiveDatabase", "everywhere", {
      ...database,
      datasetSizeInGb: 2,
      dataEvictionPolicy: "noeviction",
      globalPassword: "a-password-of-ours",
      regions: [{ region: "us-west-2", alerts: [{ name: "latency", value: 5 }] }],
    });
    const window = { startHour: 3, durationInHours: 8, days: ["Sunday"] };
    const maintenanceWindows = { mode: "manual", windows: [window] };
    await stack.up("ActiveActiveSubscription", "global", { ...global, maintenanceWindows });
    for (const name of ["global", "everywhere", "west"]) await stack.refresh(name);
    for (const name of ["west", "everywhere", "global"]) await stack.destroy(name);
  });
  expect(operationsIn(exchanges).sort()).toEqual([
    "DELETE /subscriptions/{subscriptionId}/regions",
    "GET /regions",
    "GET /subscriptions/{subscriptionId}/regions",
    "POST /subscriptions/{subscriptionId}/regions",
    "PUT /subscriptions/{subscriptionId}/databases/{databaseId}/regions",
  ]);
  expect(differences(exchanges)).toEqual([]);
});

test("what the document does not know is found", () => {
  const exchange = { method: "POST", url: "/v1/fixed/subscriptions", status: 202, answer: {} };
  expect(differences([{ ...exchange, body: { name: "small", planId: "98001", colour: "red" } }])).toEqual([
    "POST /fixed/subscriptions: FixedSubscriptionCreateRequest.planId: not integer",
    "POST /fixed/subscriptions: FixedSubscriptionCreateRequest.colour: not in the document",
  ]);
  expect(differences([{ ...exchange, body: { name: "small" } }])).toEqual([
    "POST /fixed/subscriptions: FixedSubscriptionCreateRequest.planId: missing",
  ]);
});
