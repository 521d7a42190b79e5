import type { Inputs } from "@pulumi/pulumi";
import { endSimulators, failureOf, PLACE, redisCloud } from "./harness";
import { codeOf, refusedInCheck } from "./refusals";
import { useVirtualTime } from "./virtualTime";

/*
 * Refusals of the API. If they follow from the arguments, the provider rejects them before anything is submitted;
 * otherwise the error has the API's code, and the state keeps the real values.
 */

useVirtualTime();
endSimulators();

const DATABASE = { datasetSizeInGb: 1, redisVersion: "7.4" };
const PEM = (inside: string) => `-----BEGIN CERTIFICATE-----\n${inside}\n-----END CERTIFICATE-----`;
const certificates = (...each: string[]) =>
  each.map((publicCertificatePEMString) => ({ publicCertificatePEMString }));
const alert = { name: "latency", value: 5 };
const tag = { key: "team", value: "web" };

async function withDatabase(args: Inputs = DATABASE) {
  const cloud = await redisCloud();
  const { id: subscriptionId } = await cloud.stack.subscription("main", PLACE);
  const { id } = await cloud.stack.database("cache", { subscriptionId, ...args });
  const path = `/subscriptions/${id.replace("/", "/databases/")}`;
  return { ...cloud, path, changed: { subscriptionId, ...args } as Inputs };
}

test.each<[code: string | number, change: Inputs, told: string]>([
  ["DATABASE_PASSWORD_IS_BLANK", { password: "  " }, "password: must not be blank"],
  [
    "DATABASE_CONTAIN_MEMCACHED_USERNAME",
    { saslUsername: "mc" },
    "saslUsername: requires the memcached protocol",
  ],
  [
    "DATABASE_CONTAIN_MEMCACHED_PASSWORD",
    { saslPassword: "pw" },
    "saslPassword: requires the memcached protocol",
  ],
  [
    "CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE",
    { clientTlsCertificates: certificates(PEM("AA==")) },
    "clientTlsCertificates: needs enableTls: true",
  ],
  [
    "CLIENT_SSL_CERTIFICATE_IS_NOT_ALLOWED_WITHOUT_ENABLE_TLS_IS_TRUE",
    { enableTls: false, clientSslCertificate: PEM("AA==") },
    "clientSslCertificate: needs enableTls: true",
  ],
  [
    "DATABASE_INVALID_CERT",
    { enableTls: true, clientTlsCertificates: certificates("none") },
    "clientTlsCertificates[0].publicCertificatePEMString: must be a certificate in PEM form",
  ],
  [
    "DATABASE_INVALID_CERT",
    { enableTls: true, clientTlsCertificates: certificates(PEM("{}")) },
    "clientTlsCertificates[0].publicCertificatePEMString: must be a certificate in PEM form",
  ],
  [
    "DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION",
    { dataEvictionPolicy: "allkeys-lrm" },
    "dataEvictionPolicy: allkeys-lrm needs Redis 8.4 or later",
  ],
  [
    "DATABASE_QUERY_PERFORMANCE_FACTOR_SEARCH_IS_REQUIRED",
    { queryPerformanceFactor: "4x" },
    "queryPerformanceFactor: needs search: the module RediSearch, or Redis 8 or later",
  ],
  ["DATABASE_INVALID_SIP", { sourceIp: ["10.0.0.0/33"] }, "sourceIp[0]: must be an IP address range"],
  ["DATABASE_INVALID_ALERTS", { alerts: [alert, alert] }, "alerts[1].name: is a duplicate: latency"],
  [400, { dataPersistence: "sometimes" }, "dataPersistence: must be one of none, aof-every-1-second"],
  [400, { dataEvictionPolicy: "lru" }, "dataEvictionPolicy: must be one of allkeys-lru"],
  ["DATABASE_SIZE_TOO_SMALL", { datasetSizeInGb: 0.01 }, "datasetSizeInGb: must be at least 0.1"],
  [
    "DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS",
    { datasetSizeInGb: 1, memoryLimitInGb: 2 },
    "memoryLimitInGb: cannot be combined with datasetSizeInGb",
  ],
  [
    "DATABASE_INVALID_SHARDS_COUNT",
    { throughputMeasurement: { by: "operations-per-second", value: 0 } },
    "throughputMeasurement.value: must be above 0",
  ],
  [
    "DATABASE_EXTERNAL_ENDPOINT_WITHOUT_OSS_CLUSTER",
    { useExternalEndpointForOSSClusterApi: true },
    "useExternalEndpointForOSSClusterApi: needs supportOSSClusterApi: true",
  ],
])("of a database, before anything is submitted: %s for %j", async (code, change, told) => {
  const { path, changed, ...cloud } = await withDatabase();
  const database = { ...changed, ...change };
  expect(await refusedInCheck(cloud, () => cloud.stack.database("cache", database))).toContain(told);
  const before = await cloud.api.get(path);
  expect(await codeOf(cloud, path, change)).toBe(code);
  expect(await cloud.api.get(path)).toEqual(before);
});

test.each<[code: string | number, change: Inputs, below: string, body: object, told: string]>([
  [400, { tags: [tag, tag] }, "/tags", { tags: [tag, tag] }, "tags[1].key: is a duplicate: team"],
  [
    "DATABASE_UPGRADE_INVALID_REDIS_VERSION",
    { redisVersion: "7.2" },
    "/upgrade",
    { targetRedisVersion: "7.2" },
    "redisVersion: cannot be downgraded from 7.4, the current version, to 7.2",
  ],
  [
    "DATABASE_UPGRADE_INVALID_REDIS_VERSION",
    { redisVersion: "9.9" },
    "/upgrade",
    { targetRedisVersion: "9.9" },
    "redisVersion: 9.9 is not a version of this account: it has 6.2, 7.2, 7.4, 8.2, 8.4 (getRedisVersions())",
  ],
])("of a database's own endpoints, too: %s for %j", async (code, change, below, body, told) => {
  const { path, changed, ...cloud } = await withDatabase();
  const database = { ...changed, ...change };
  expect(await refusedInCheck(cloud, () => cloud.stack.database("cache", database))).toContain(told);
  expect(await codeOf(cloud, path + below, body)).toBe(code);
});

test.each<[code: string, change: Inputs, before: Inputs]>([
  ["DATABASE_PASSWORD_IS_TOO_LONG", { password: "x".repeat(200) }, { password: "a-password-of-ours" }],
  ["DATABASE_SIZE_TOO_BIG", { datasetSizeInGb: 1_000_000 }, {}],
])("what only the API can tell has its code in the error: %s", async (code, change, before) => {
  const { path, changed, ...cloud } = await withDatabase({ ...DATABASE, ...before });
  const [argument = ""] = Object.keys(change);
  const there = await cloud.api.get(path);
  const { outputs } = cloud.stack.state("cache");

  const failure = await failureOf(cloud.stack.database("cache", { ...changed, ...change }));
  expect(failure.message).toContain(code);
  expect(failure.properties[argument]).toEqual(outputs[argument]);
  expect(await cloud.api.get(path)).toEqual(there);

  const back = await cloud.stack.database("cache", changed);
  expect(back).toMatchObject({ failed: false, outputs: { status: "active" } });
  expect(await cloud.stack.preview("cache", changed)).toBe("same");
});
