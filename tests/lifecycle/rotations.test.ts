import { SERVER_CERTIFICATE } from "../../simulator/resources/database/certificate";
import { endSimulators, failureOf, PLACE, type RedisCloud, redisCloud, submitted, writes } from "./harness";
import { seconds, useVirtualTime } from "./virtualTime";

/*
 * Rotations and upgrades in place. Updates of single arguments are in arguments.test.ts, refusals of the API in
 * refusalsOfDatabases.test.ts and refusalsOfSubscriptions.test.ts.
 */

useVirtualTime();
endSimulators();

interface Rotated extends RedisCloud {
  readonly args: { subscriptionId: string; datasetSizeInGb: number };
}

async function withSubscription(): Promise<Rotated> {
  const cloud = await redisCloud();
  const { id: subscriptionId } = await cloud.stack.subscription("main", PLACE);
  return { ...cloud, args: { subscriptionId, datasetSizeInGb: 1 } };
}

const pathOf = (id: string) => `/subscriptions/${id.replace("/", "/databases/")}`;

/** The states of a database since then. */
const statesOf = ({ simulator }: RedisCloud, id: string, since: number) =>
  simulator.record.changes
    .slice(since)
    .filter((change) => change.kind === "database" && change.id === Number(id.split("/")[1]))
    .map(({ to }) => to);

test("one request changes everything that it can, and the database stays available", async () => {
  const { args, ...cloud } = await withSubscription();
  const { stack, api, simulator } = cloud;
  const { id } = await stack.database("cache", { ...args, password: "first-password" });
  const [since, sent] = [simulator.record.changes.length, writes(simulator).length];
  const rotated = {
    ...args,
    datasetSizeInGb: 2,
    throughputMeasurement: { by: "operations-per-second", value: 5000 },
    password: "second-password",
    enableTls: true,
    clientTlsCertificates: [{ publicCertificatePEMString: SERVER_CERTIFICATE }],
    sourceIp: ["10.0.0.0/8"],
    alerts: [{ name: "dataset-size", value: 80 }],
    dataPersistence: "aof-every-write",
    dataEvictionPolicy: "allkeys-lru",
    replication: false,
  };
  const { outputs } = await stack.database("cache", rotated);
  expect(writes(simulator).slice(sent)).toEqual([`PUT /v1${pathOf(id)}`]);
  expect(statesOf(cloud, id, since)).toEqual(["active-change-pending", "active"]);
  expect(outputs).toMatchObject({
    password: "second-password",
    publicCertificatePEMString: SERVER_CERTIFICATE,
  });
  expect(await api.get(pathOf(id))).toMatchObject({
    datasetSizeInGb: 2,
    throughputMeasurement: { value: 5000 },
    dataPersistence: "aof-every-write",
    dataEvictionPolicy: "allkeys-lru",
    replication: false,
    alerts: [{ name: "dataset-size", value: 80 }],
    security: {
      password: "second-password",
      enableTls: true,
      tlsClientAuthentication: true,
      sourceIps: ["10.0.0.0/8"],
    },
  });
});

test("client certificates are rotated via both: there is always one, and TLS stays", async () => {
  const { args, stack, api } = await withSubscription();
  const other = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----";
  const certificates = (...each: string[]) => ({
    ...args,
    enableTls: true,
    clientTlsCertificates: each.map((publicCertificatePEMString) => ({ publicCertificatePEMString })),
  });
  const { id } = await stack.database("cache", certificates(other));
  for (const trusted of [certificates(other, SERVER_CERTIFICATE), certificates(SERVER_CERTIFICATE)]) {
    expect(await stack.database("cache", trusted)).toMatchObject({ id });
    expect(await api.get(pathOf(id))).toMatchObject({
      security: { enableTls: true, tlsClientAuthentication: true },
    });
  }
});

test("a Redis version is upgraded at its own endpoint; modules that the later version includes stay declared", async () => {
  const { args, ...cloud } = await withSubscription();
  const { stack, api, simulator } = cloud;
  const modules = [{ name: "RedisJSON" }];
  const { id } = await stack.database("cache", { ...args, redisVersion: "7.4", modules });
  const since = simulator.record.changes.length;
  const upgraded = await stack.database("cache", { ...args, redisVersion: "8.2", modules });
  expect(upgraded).toMatchObject({ id, outputs: { redisVersion: "8.2", status: "active" } });
  expect(statesOf(cloud, id, since)).toEqual(["active-upgrade-pending", "active"]);
  expect(submitted(simulator, "databaseUpgradeRequest")).toHaveLength(1);
  expect(await api.get(pathOf(id))).toMatchObject({ redisVersion: "8.2" });
});

test("a new database cannot set modules that its version includes", async () => {
  const { args, stack, simulator } = await withSubscription();
  const before = writes(simulator);
  const modules = [{ name: "RedisJSON" }];
  const failure = await failureOf(stack.database("cache", { ...args, redisVersion: "8.2", modules }));
  expect(failure.message).toContain("modules: cannot be set from Redis 8 on, which includes all of them");
  expect(writes(simulator)).toEqual(before);
});

test("other modules replace: no update of the API changes them", async () => {
  const { args, stack } = await withSubscription();
  const version = { ...args, redisVersion: "7.4" };
  await stack.database("cache", { ...version, modules: [{ name: "RedisJSON" }] });
  expect(await stack.preview("cache", { ...version, modules: [{ name: "RediSearch" }] })).toBe("replace");
});

test("declaring the current version requests no upgrade, which the API would refuse", async () => {
  const { args, stack, api, simulator } = await withSubscription();
  const { id } = await stack.database("cache", args);
  const { redisVersion } = await api.get(pathOf(id));
  const before = writes(simulator);
  const pinned = { ...args, redisVersion: String(redisVersion) };
  expect(await stack.database("cache", pinned)).toMatchObject({
    id,
    outputs: { __attributes: expect.stringContaining(`"redisVersion":"${redisVersion}"`) },
  });
  expect(writes(simulator)).toEqual(before);
  expect(await stack.preview("cache", pinned)).toBe("same");
});

test("after a refused upgrade, declaring the current version is no downgrade", async () => {
  const { args, stack } = await withSubscription();
  const { id } = await stack.database("cache", { ...args, redisVersion: "7.4" });
  await failureOf(stack.database("cache", { ...args, redisVersion: "9.9" }));
  expect(await stack.database("cache", { ...args, redisVersion: "7.4" })).toMatchObject({
    id,
    failed: false,
  });
});

test("a downgrade is judged by the current version, whoever upgraded it", async () => {
  const { args, stack, api } = await withSubscription();
  const { id } = await stack.database("cache", { ...args, redisVersion: "7.2" });
  await api.send("POST", `${pathOf(id)}/upgrade`, { targetRedisVersion: "8.2" });
  await seconds(600);
  const failure = await failureOf(stack.database("cache", { ...args, redisVersion: "7.4" }));
  expect(failure.message).toContain("cannot be downgraded from 8.2, the current version, to 7.4");
});

test("an earlier version is accepted where another change replaces the database anyway", async () => {
  const { args, stack, api } = await withSubscription();
  const { id } = await stack.database("cache", { ...args, redisVersion: "7.4" });
  const other = await stack.database("cache", { ...args, redisVersion: "7.2", port: 12000 });
  expect(other.id).not.toBe(id);
  expect(await api.get(pathOf(other.id))).toMatchObject({ redisVersion: "7.2" });
});
