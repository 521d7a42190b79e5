import * as status from "../../provider/pulumi/status";
import {
  endSimulators,
  failureOf,
  PLACE,
  plansGone,
  type RedisCloud,
  redisCloud,
  refused,
  submitted,
  writes,
} from "./harness";
import { useVirtualTime } from "./virtualTime";

useVirtualTime();
endSimulators();
afterEach(() => {
  jest.restoreAllMocks();
});

/** A simulator with an active subscription. */
async function withSubscription(): Promise<RedisCloud & { subscriptionId: string }> {
  const cloud = await redisCloud();
  const { id } = await cloud.stack.subscription("main", PLACE);
  return { ...cloud, subscriptionId: id };
}

test("a database is created, with its endpoints and its password as outputs", async () => {
  const { stack, api, subscriptionId } = await withSubscription();
  const cache = await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 });
  const { databaseId } = cache.outputs;
  expect(cache.id).toBe(`${subscriptionId}/${databaseId}`);
  expect(cache.outputs).toMatchObject({
    status: "active",
    subscriptionId: Number(subscriptionId),
    name: expect.stringMatching(/^cache-[0-9a-z]{12}$/),
    publicEndpoint: expect.stringMatching(/:\d+$/),
    privateEndpoint: expect.stringMatching(/:\d+$/),
    password: expect.stringMatching(/^\w{32}$/),
    defaultUser: "default",
  });
  const there = await api.get(`/subscriptions/${subscriptionId}/databases/${databaseId}`);
  expect(there).toMatchObject({ status: "active", datasetSizeInGb: 1, name: cache.outputs.name });
});

test("tags and a disabled default user, which the creation does not accept, are set right after it", async () => {
  const { stack, api, subscriptionId } = await withSubscription();
  const tags = [{ key: "team", value: "web" }];
  const args = { subscriptionId, datasetSizeInGb: 1, tags, enableDefaultUser: false };
  const cache = await stack.database("cache", args);
  expect(await api.get(`/subscriptions/${cache.id.replace("/", "/databases/")}/tags`)).toMatchObject({
    tags,
  });
  expect(cache.outputs).toMatchObject({ defaultUser: null });
});

test("with TLS, the server's certificate is an output", async () => {
  const { stack, subscriptionId } = await withSubscription();
  const cache = await stack.database("cache", { subscriptionId, datasetSizeInGb: 1, enableTls: true });
  expect(cache.outputs.publicCertificatePEMString).toContain("BEGIN CERTIFICATE");
});

test("another throughput unit replaces the database, and the preview warns of the data loss", async () => {
  const said: string[] = [];
  jest.spyOn(status, "announceOnce").mockImplementation((_, text) => void said.push(text));
  const { stack, subscriptionId } = await withSubscription();
  const args = (by: string) => ({
    subscriptionId,
    datasetSizeInGb: 1,
    throughputMeasurement: { by, value: 1000 },
  });
  await stack.database("cache", args("operations-per-second"));
  expect(await stack.preview("cache", args("number-of-shards"))).toBe("replace");
  expect(said.at(-1)).toMatch(/^replacing database \d+ of subscription \d+ deletes it with its data: /);
  expect(said.at(-1)).toContain(
    "throughputMeasurement.by cannot be changed (operations-per-second => number-of-shards)",
  );
});

describe("the default user and its password", () => {
  const on = (password: string) => ({ datasetSizeInGb: 1, password });
  const off = (password: string) => ({ ...on(password), enableDefaultUser: false });

  test.each([
    ["turned off", on("first-password"), off("second-password")],
    ["turned on", off("first-password"), on("second-password")],
  ])("%s with another password, it takes two requests, and then there is no change", async (_, from, to) => {
    const { stack, simulator, api, subscriptionId } = await withSubscription();
    const { id } = await stack.database("cache", { subscriptionId, ...from });
    const before = writes(simulator).length;
    expect(await stack.preview("cache", { subscriptionId, ...to })).toBe("update");
    await stack.database("cache", { subscriptionId, ...to });
    const path = `/subscriptions/${id.replace("/", "/databases/")}`;
    expect(writes(simulator).slice(before)).toEqual([`PUT /v1${path}`, `PUT /v1${path}`]);
    expect(refused(simulator)).toEqual([]);
    const enableDefaultUser = !("enableDefaultUser" in to);
    expect(await api.get(path)).toMatchObject({ security: { enableDefaultUser, password: to.password } });
    expect(await stack.preview("cache", { subscriptionId, ...to })).toBe("same");
  });

  test("the preview rejects another password while the user is disabled", async () => {
    const { stack, simulator, subscriptionId } = await withSubscription();
    await stack.database("cache", { subscriptionId, ...off("first-password") });
    const before = writes(simulator).length;
    const { message } = await failureOf(
      stack.preview("cache", { subscriptionId, ...off("second-password") }),
    );
    expect(message).toMatch(
      /^password: cannot be changed while the default user is disabled.* set enableDefaultUser: true/,
    );
    expect(message).not.toContain("second-password");
    expect(writes(simulator)).toHaveLength(before);
    expect(await stack.preview("cache", { subscriptionId, ...off("first-password") })).toBe("same");
  });

  test("a password that the API refused can be corrected, though the program disables the user", async () => {
    const { stack, subscriptionId } = await withSubscription();
    await stack.database("cache", { subscriptionId, ...on("first-password") });
    const tooLong = off("x".repeat(1000));
    await failureOf(stack.database("cache", { subscriptionId, ...tooLong }));
    const good = { subscriptionId, ...off("second-password") };
    expect(await stack.preview("cache", good)).toBe("update");
    expect(await stack.database("cache", good)).toMatchObject({ outputs: { password: "second-password" } });
    expect(await stack.preview("cache", good)).toBe("same");
  });
});

test("one update changes version, fields and tags, each with its own request", async () => {
  const { stack, simulator, api, subscriptionId } = await withSubscription();
  const args = { subscriptionId, datasetSizeInGb: 1, redisVersion: "7.2" };
  const { id } = await stack.database("cache", args);
  const before = writes(simulator).length;
  const tags = [{ key: "team", value: "web" }];
  const changed = {
    ...args,
    redisVersion: "7.4",
    datasetSizeInGb: 2,
    dataPersistence: "aof-every-write",
    tags,
  };
  const cache = await stack.database("cache", changed);
  const path = `/subscriptions/${id.replace("/", "/databases/")}`;
  expect(writes(simulator).slice(before)).toEqual([
    `POST /v1${path}/upgrade`,
    `PUT /v1${path}`,
    `PUT /v1${path}/tags`,
  ]);
  expect(cache).toMatchObject({ id, outputs: { status: "active", redisVersion: "7.4" } });
  expect(await api.get(path)).toMatchObject({
    redisVersion: "7.4",
    datasetSizeInGb: 2,
    dataPersistence: "aof-every-write",
  });
});

test("when one request of an update is refused, the next run does only the rest", async () => {
  const { stack, simulator, subscriptionId } = await withSubscription();
  const args = { subscriptionId, datasetSizeInGb: 1, redisVersion: "7.2" };
  await stack.database("cache", args);
  const impossible = { ...args, redisVersion: "7.4", datasetSizeInGb: 1_000_000 };
  const failure = await failureOf(stack.database("cache", impossible));
  expect(failure.message).toContain("DATABASE_SIZE_TOO_BIG");
  expect(failure.properties).toMatchObject({ redisVersion: "7.4", datasetSizeInGb: 1 });

  const cache = await stack.database("cache", { ...impossible, datasetSizeInGb: 2 });
  expect(cache.outputs).toMatchObject({ redisVersion: "7.4", datasetSizeInGb: 2, status: "active" });
  expect(submitted(simulator, "databaseUpgradeRequest")).toHaveLength(1);
});

test("a removed argument returns to the API's default; a password stays", async () => {
  const { stack, api, subscriptionId } = await withSubscription();
  const args = { subscriptionId, datasetSizeInGb: 1 };
  const more = { dataPersistence: "aof-every-write", sourceIp: ["10.0.0.0/8"], password: "kept-as-it-is" };
  const { id } = await stack.database("cache", { ...args, ...more });
  const { outputs } = await stack.database("cache", args);
  expect(outputs.password).toBe("kept-as-it-is");
  expect(await api.get(`/subscriptions/${id.replace("/", "/databases/")}`)).toMatchObject({
    dataPersistence: "none",
    security: { sourceIps: ["0.0.0.0/0"], password: "kept-as-it-is" },
  });
  expect(await stack.preview("cache", args)).toBe("same");
});

test("a subscription's ID may be a number or a string", async () => {
  const { stack, subscriptionId } = await withSubscription();
  await stack.database("cache", { subscriptionId, datasetSizeInGb: 1 });
  const args = { subscriptionId: Number(subscriptionId), datasetSizeInGb: 1 };
  expect(await stack.preview("cache", args)).toBe("same");
});

test("another port replaces it", async () => {
  const { stack, simulator, subscriptionId } = await withSubscription();
  const before = await stack.database("cache", { subscriptionId, datasetSizeInGb: 1, port: 12000 });
  const after = await stack.database("cache", { subscriptionId, datasetSizeInGb: 1, port: 12001 });
  expect(after.id).not.toBe(before.id);
  expect(after.outputs.publicEndpoint).toMatch(/:12001$/);
  expect(simulator.record.remaining().filter(({ kind }) => kind === "database")).toHaveLength(1);
});

test("a database of others with the same name is not taken over silently", async () => {
  const { stack, simulator, api, subscriptionId } = await withSubscription();
  await api.send("POST", `/subscriptions/${subscriptionId}/databases`, { name: "cache", datasetSizeInGb: 1 });
  const failure = await failureOf(
    stack.database("cache", { subscriptionId, name: "cache", datasetSizeInGb: 1 }),
  );
  expect(failure.message).toContain("DATABASE_NAME_EXISTS");
  expect(failure.message).toContain("choose another name, or remove the database that has it");
  expect(failure.reasons).toBeUndefined();
  expect(stack.has("cache")).toBe(false);
  await plansGone(simulator);
  expect(simulator.record.remaining().filter(({ kind }) => kind === "database")).toHaveLength(1);
});
