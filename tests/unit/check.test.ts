import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import type { AnyDeclaration } from "../../provider/operations/declaration";
import { check } from "../../provider/preview/check";
import { essentialsDatabase } from "../../provider/resources/essentialsDatabase";
import { CLOUD_ACCOUNT, DATABASE, DATABASE_ARGS, databaseProblems, problemsOf, URN } from "./declarations";

const CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIDIzCCAgugAwIBAgIU\n-----END CERTIFICATE-----";

test("valid arguments have no problems", () => {
  expect(databaseProblems({})).toEqual([]);
});

test("an unknown argument is reported, with the one that was probably meant", () => {
  expect(databaseProblems({ datasetSizeInGB: 1 })).toEqual([
    "datasetSizeInGB: is not an argument of this resource. Did you mean datasetSizeInGb?",
  ]);
});

test("an unknown argument that resembles none is reported with all arguments", () => {
  const [problem] = databaseProblems({ flavour: "vanilla" });
  expect(problem).toContain("flavour: is not an argument of this resource. Arguments: ");
  expect(problem).toContain("datasetSizeInGb, memoryLimitInGb");
});

test.each([
  ["a space", "my cache"],
  ["41 characters", "a".repeat(41)],
  ["a digit first", "1st"],
  ["a hyphen last", "cache-"],
  ["an underscore", "my_cache"],
  ["nothing in it", ""],
])("a name with %s is refused with the API's rule", (_, name) => {
  expect(databaseProblems({ name })).toEqual([
    "name: must be up to 40 letters, digits and hyphens, from a letter to a letter or digit (the API's rule)",
  ]);
});

test.each(["a", "a".repeat(40), "My-Cache-1"])("the name %s is accepted", (name) => {
  expect(databaseProblems({ name })).toEqual([]);
});

test("both sizes at once are rejected", () => {
  expect(databaseProblems({ memoryLimitInGb: 2 })).toEqual([
    "memoryLimitInGb: cannot be combined with datasetSizeInGb: keep datasetSizeInGb.",
  ]);
});

test("a missing size is rejected", () => {
  expect(databaseProblems({ datasetSizeInGb: undefined })).toEqual([
    "datasetSizeInGb: is missing: set the size of the dataset in GB.",
  ]);
});

test.each([-1, 0, 0.09])("a size of %d GB is refused", (datasetSizeInGb) => {
  expect(databaseProblems({ datasetSizeInGb })).toEqual(["datasetSizeInGb: must be at least 0.1 (GB)"]);
});

test.each([80, 9999, 20000])("port %d is refused", (port) => {
  expect(databaseProblems({ port })).toEqual(["port: must be between 10000 and 19999"]);
});

test("a value that the API does not allow is rejected, and the message lists the allowed ones", () => {
  const [problem] = databaseProblems({ dataEvictionPolicy: "lru" });
  expect(problem).toMatch(/^dataEvictionPolicy: must be one of allkeys-lru, .*noeviction$/);
});

test("an invalid address range is reported with its index", () => {
  expect(databaseProblems({ sourceIp: ["10.0.0.0/8", "10.0.0.0/33"] })).toEqual([
    "sourceIp[1]: must be an IP address range such as 10.0.0.0/24",
  ]);
});

test("an argument of the wrong type, and an unknown nested one, are reported with their path", () => {
  expect(databaseProblems({ throughputMeasurement: { by: "operations-per-second", value: 1.5 } })).toEqual([
    "throughputMeasurement.value: must be a whole number",
  ]);
  const [problem] = databaseProblems({
    replica: { syncSources: [{ endpoint: "redis://a", encrypted: true }] },
  });
  expect(problem).toMatch(/^replica\.syncSources\[0\]: .*encrypted/);
});

test("a missing argument that the API requires is reported", () => {
  expect(problemsOf(DATABASE, { name: "cache", datasetSizeInGb: 1 })).toEqual([
    "subscriptionId: is missing: the API requires it.",
  ]);
});

test("all problems are reported at once", () => {
  expect(databaseProblems({ name: "my cache", port: 80, datasetSizeInGb: -1 })).toHaveLength(3);
});

test.each([
  [
    "password with memcached",
    { protocol: "memcached", password: "hunter2" },
    "password: requires the redis protocol",
  ],
  [
    "client certificates without TLS",
    { clientTlsCertificates: [{ publicCertificatePEMString: CERTIFICATE }] },
    "enableTls",
  ],
  ["regular expressions without their sharding", { regexRules: [".*"] }, "shardingType: custom-regex-rules"],
  [
    "external endpoints without the OSS API",
    { useExternalEndpointForOSSClusterApi: true },
    "supportOSSClusterApi",
  ],
])("conflicting arguments are rejected: %s", (_, args, text) => {
  expect(databaseProblems(args)).toEqual([expect.stringContaining(text)]);
});

test.each(["1d", "90", "abc", "0s", "-5m", ""])("the timeout %p is refused", (create) => {
  expect(databaseProblems({ timeouts: { create } })).toEqual([
    "timeouts.create: must be a duration such as 90s, 45m or 1h30m",
  ]);
});

test("values that are unknown in a preview are accepted", () => {
  const unknown = { subscriptionId: unknownValue, datasetSizeInGb: unknownValue, sourceIp: [unknownValue] };
  expect(databaseProblems(unknown)).toEqual([]);
  expect(databaseProblems({ datasetSizeInGb: undefined, memoryLimitInGb: unknownValue })).toEqual([]);
});

test("known values next to unknown ones are still checked", () => {
  expect(databaseProblems({ subscriptionId: unknownValue, port: 80 })).toEqual([
    "port: must be between 10000 and 19999",
  ]);
  expect(databaseProblems({ sourceIp: [unknownValue, "nowhere"] })).toEqual([
    "sourceIp[1]: must be an IP address range such as 10.0.0.0/24",
  ]);
});

test.each([7, "7"])("a resource ID may be %p, and becomes a number", (subscriptionId) => {
  const { inputs, problems } = check(DATABASE, {}, { ...DATABASE_ARGS, subscriptionId, __urn: URN });
  expect(problems).toEqual([]);
  expect(inputs.subscriptionId).toBe(7);
});

test.each(["main", "7/12", "", 0, -1, 1.5])("the resource ID %p is refused", (subscriptionId) => {
  expect(databaseProblems({ subscriptionId })).toEqual([expect.stringContaining("must be a resource ID")]);
});

test("the value of a secret argument is not in the message", () => {
  const secrets = {
    accessKeyId: ["top-secret"],
    accessSecretKey: "",
    consoleUsername: "a",
    consolePassword: "b",
  };
  const problems = problemsOf(CLOUD_ACCOUNT, { ...secrets, signInLoginUrl: "top-secret" });
  expect(problems).toHaveLength(3);
  expect(problems.join()).not.toContain("top-secret");
});

test("an omitted name is generated from the URN, and kept", () => {
  const { name: _, ...unnamed } = DATABASE_ARGS;
  const first = check(DATABASE, {}, { ...unnamed, __urn: URN });
  expect(first.inputs).toMatchObject({
    name: expect.stringMatching(/^cache-[0-9a-z]{12}$/),
    __defaults: ["name"],
  });

  const renamed = { ...first.inputs, name: "cache-0000000" };
  expect(check(DATABASE, renamed, { ...unnamed, __urn: URN }).inputs.name).toBe("cache-0000000");
});

test("a declared name that is removed is generated again", () => {
  const { name: _, ...unnamed } = DATABASE_ARGS;
  const { inputs } = check(DATABASE, { ...DATABASE_ARGS, __urn: URN }, { ...unnamed, __urn: URN });
  expect(inputs.name).toMatch(/^cache-[0-9a-z]{12}$/);
});

test("null means omitted, and the provider is not an argument", () => {
  const news = { ...DATABASE_ARGS, port: null, alerts: [null], __urn: URN, __provider: "exports.handler=…" };
  const { inputs } = check(DATABASE, {}, { ...news, alerts: undefined });
  expect(inputs).toEqual({ ...DATABASE_ARGS, __urn: URN });
});

test("what is no longer declared is kept in the state, also while what the API chose is declared", () => {
  const olds = { name: "cache", subscriptionId: 12, dataEvictionPolicy: "noeviction", __urn: URN };
  const news = { name: "cache", subscriptionId: 12, protocol: "stack", __urn: URN };
  expect(check(essentialsDatabase as unknown as AnyDeclaration, olds, news).inputs).toEqual({
    ...news,
    dataEvictionPolicy: "noeviction",
    __defaults: ["dataEvictionPolicy"],
  });
});
