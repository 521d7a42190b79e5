import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { apiOf, configOf, endSimulators, PLACE, type RedisCloud, redisCloud } from "./harness";
import { Stack } from "./stack";
import { seconds, useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();

/** A simulator with an active subscription. */
async function withSubscription(): Promise<RedisCloud & { subscriptionId: string }> {
  const cloud = await redisCloud();
  const { id } = await cloud.stack.subscription("main", PLACE);
  return { ...cloud, subscriptionId: id };
}

const pathOf = (id: string) => `/subscriptions/${id.replace("/", "/databases/")}`;

test("a refresh shows what was changed elsewhere, and the next run reverts it", async () => {
  const { stack, api, subscriptionId } = await withSubscription();
  const args = { subscriptionId, datasetSizeInGb: 1, dataPersistence: "none" };
  const { id } = await stack.database("cache", args);
  await api.send("PUT", pathOf(id), { datasetSizeInGb: 3, dataPersistence: "aof-every-write" });
  await seconds(600);
  expect(await stack.preview("cache", args)).toBe("same");

  const refreshed = await stack.refresh("cache");
  expect(refreshed?.inputs).toMatchObject({ datasetSizeInGb: 3, dataPersistence: "aof-every-write" });
  expect(await stack.preview("cache", args)).toBe("update");
  await stack.database("cache", args);
  expect(await api.get(pathOf(id))).toMatchObject({ datasetSizeInGb: 1, dataPersistence: "none" });
});

test("a refresh of a subscription shows another name and payment method", async () => {
  const { stack, api, subscriptionId } = await withSubscription();
  await api.send("PUT", `/subscriptions/${subscriptionId}`, { name: "renamed", paymentMethodId: 3 });
  await seconds(600);
  const refreshed = await stack.refresh("main");
  expect(refreshed?.inputs).toMatchObject({ paymentMethodId: 3 });
  expect(refreshed?.outputs.name).toBe("renamed");
  expect(await stack.preview("main", PLACE)).toBe("update");
});

test("an equivalent value is no drift, whatever its form in the API", async () => {
  const { stack, subscriptionId } = await withSubscription();
  const args = {
    subscriptionId,
    datasetSizeInGb: 1,
    redisVersion: "7.4",
    dataPersistence: "aof-every-1-second",
    sourceIp: ["10.0.0.0/8", "192.168.1.0/24"],
    alerts: [
      { name: "dataset-size", value: 80 },
      { name: "latency", value: 5 },
    ],
    tags: [
      { key: "team", value: "web" },
      { key: "stage", value: "test" },
    ],
    modules: [{ name: "RedisJSON" }],
    throughputMeasurement: { by: "operations-per-second", value: 2000 },
    port: 12345,
    enableTls: true,
    password: "a-password-of-ours",
  };
  await stack.database("cache", args);
  await stack.refresh("cache");
  expect(await stack.preview("cache", args)).toBe("same");
});

test("a module with parameters is no drift: after a refresh, the next run does not replace the database", async () => {
  const { stack, subscriptionId } = await withSubscription();
  const modules = [{ name: "RediSearch", parameters: { "number-of-documents": 1000 } }];
  const args = { subscriptionId, datasetSizeInGb: 1, redisVersion: "7.4", modules };
  await stack.database("search", args);
  await stack.refresh("search");
  expect(await stack.preview("search", args)).toBe("same");
});

test("from Redis 8 on the API lists all modules: that is no drift after an upgrade", async () => {
  const { stack, subscriptionId } = await withSubscription();
  const args = { subscriptionId, datasetSizeInGb: 1, redisVersion: "7.4", modules: [{ name: "RedisJSON" }] };
  await stack.database("documents", args);
  const upgraded = { ...args, redisVersion: "8.2" };
  await stack.database("documents", upgraded);
  await stack.refresh("documents");
  expect(await stack.preview("documents", upgraded)).toBe("same");
});

test("a fully specified location of a subscription is no drift", async () => {
  const { stack } = await redisCloud();
  const region = {
    region: "eu-west-1",
    multipleAvailabilityZones: true,
    preferredAvailabilityZones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
    networking: { deploymentCIDR: "10.0.1.0/24" },
  };
  const args = {
    name: "shop",
    paymentMethodId: 3,
    memoryStorage: "ram",
    publicEndpointAccess: false,
    cloudProviders: [{ provider: "AWS", cloudAccountId: 1, regions: [region] }],
    maintenanceWindows: {
      mode: "manual",
      windows: [{ startHour: 0, durationInHours: 8, days: ["Sunday", "Monday"] }],
    },
  };
  await stack.subscription("shop", args);
  await stack.refresh("shop");
  expect(await stack.preview("shop", args)).toBe("same");
});

test("an undeclared argument has the API's default: a refresh shows another value, and the next run reverts it", async () => {
  const { stack, api, subscriptionId } = await withSubscription();
  const args = { subscriptionId, datasetSizeInGb: 1 };
  const { id } = await stack.database("cache", args);
  await api.send("PUT", pathOf(id), { dataEvictionPolicy: "noeviction", replication: false });
  await seconds(600);
  const refreshed = await stack.refresh("cache");
  expect(refreshed?.inputs).toMatchObject({ dataEvictionPolicy: "noeviction", replication: false });
  await stack.database("cache", args);
  expect(await api.get(pathOf(id))).toMatchObject({ dataEvictionPolicy: "volatile-lru", replication: true });
});

test("an undeclared argument without a fixed default is no drift", async () => {
  const { stack, api, subscriptionId } = await withSubscription();
  const args = { subscriptionId, datasetSizeInGb: 1 };
  const { id } = await stack.database("cache", args);
  await api.send("PUT", pathOf(id), { respVersion: "resp2", password: "changed-elsewhere" });
  await seconds(600);
  const refreshed = await stack.refresh("cache");
  expect(refreshed?.outputs.password).toBe("changed-elsewhere");
  expect(await stack.preview("cache", args)).toBe("same");
});

test("a refresh removes a deleted resource from the state", async () => {
  const { stack, api, subscriptionId } = await withSubscription();
  const { id } = await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 });
  await api.send("DELETE", pathOf(id));
  await seconds(600);
  expect(await stack.refresh("cache")).toBeUndefined();
  expect(stack.has("cache")).toBe(false);
});

test("a refresh only reads", async () => {
  const { stack, simulator, subscriptionId } = await withSubscription();
  await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 });
  const before = simulator.record.requests.length;
  await stack.refresh("main");
  await stack.refresh("cache");
  const methods = simulator.record.requests.slice(before).map(({ method }) => method);
  expect(new Set(methods)).toEqual(new Set(["GET"]));
  expect(await apiOf(simulator).get("/tasks")).not.toMatchObject({ tasks: [] });
});

test("tags of an interrupted run without a journal are reverted though state and program agree", async () => {
  const { stack, simulator, api, subscriptionId } = await withSubscription();
  const args = { subscriptionId, datasetSizeInGb: 1 };
  const { id } = await stack.database("cache", args);
  const before = new Map(stack.held);
  await stack.database("cache", { ...args, tags: [{ key: "team", value: "web" }] });

  const journal = mkdtempSync(path.join(tmpdir(), "pulumi-redis-cloud-lost-"));
  const elsewhere = { "redis-cloud:baseUrl": `${simulator.url}/`, "redis-cloud:journal": journal };
  const next = new Stack({ ...configOf(simulator), ...elsewhere }, before);
  expect(await next.preview("cache", args)).toBe("update");
  await next.database("cache", args);
  expect(await api.get(`${pathOf(id)}/tags`)).toMatchObject({ tags: [] });
  rmSync(journal, { recursive: true });
});
