import { unknownValue } from "@pulumi/pulumi/runtime/rpc";
import fc from "fast-check";
import { diff } from "../../provider/preview/diff";
import {
  CLOUD_ACCOUNT,
  databaseChanges,
  databaseDiff,
  SUBSCRIPTION_ARGS,
  subscriptionChanges,
} from "./declarations";

const nothing = { update: {}, replace: [], none: [] };
const place = (region: object, provider: object = {}) => ({
  cloudProviders: [{ provider: "AWS", regions: [{ region: "us-east-1", ...region }], ...provider }],
});

test("equal arguments are no change", () => {
  expect(databaseChanges({}, {})).toEqual(nothing);
  expect(databaseDiff({}, {})).toEqual({ changes: false, replaces: [], deleteBeforeReplace: true });
});

test("arguments that the API can change update", () => {
  expect(databaseChanges({}, { datasetSizeInGb: 2, name: "other" })).toEqual({
    ...nothing,
    update: { datasetSizeInGb: 2, name: "other" },
  });
  expect(databaseDiff({}, { datasetSizeInGb: 2 })).toMatchObject({ changes: true, replaces: [] });
});

test.each([
  ["subscriptionId", 8],
  ["port", 12000],
  ["protocol", "memcached"],
  ["modules", [{ name: "RedisJSON" }]],
  ["shardingType", "redis-oss-hashing"],
  ["account", "other"],
])("another %s replaces, deleting first since names are unique", (argument, value) => {
  expect(databaseDiff({}, { [argument]: value })).toEqual({
    changes: true,
    replaces: [argument],
    deleteBeforeReplace: true,
  });
});

test("another throughput unit replaces; another value updates", () => {
  const by = (by: string, value: number) => ({ throughputMeasurement: { by, value } });
  const before = by("operations-per-second", 1000);
  expect(databaseDiff(before, by("number-of-shards", 1000)).replaces).toEqual(["throughputMeasurement"]);
  expect(databaseDiff(before, by("operations-per-second", 2000))).toMatchObject({
    changes: true,
    replaces: [],
  });
  // A value that the API chose counts as well.
  const chosen = { ...before, __defaults: ["throughputMeasurement"] };
  expect(databaseDiff(chosen, by("number-of-shards", 2)).replaces).toEqual(["throughputMeasurement"]);
});

test("an omitted payment method is no change, however the account pays", () => {
  expect(subscriptionChanges({ paymentMethod: "marketplace" }, {})).toEqual(nothing);
  expect(subscriptionChanges({}, { paymentMethod: "credit-card" }).update).toEqual({
    paymentMethod: "credit-card",
  });
  const chosen = { paymentMethod: "credit-card", __defaults: ["paymentMethod"] };
  expect(subscriptionChanges(chosen, { paymentMethod: "credit-card" })).toEqual(nothing);
});

test("an explicit default does not replace", () => {
  expect(databaseDiff({}, { protocol: "redis" }).replaces).toEqual([]);
  expect(databaseDiff({ protocol: "redis" }, {}).replaces).toEqual([]);
  expect(databaseDiff({}, { modules: [] }).replaces).toEqual([]);
});

test("a removed argument goes back to the API's default", () => {
  const declared = {
    dataPersistence: "aof-every-write",
    sourceIp: ["10.0.0.0/8"],
    tags: [{ key: "a", value: "b" }],
  };
  expect(databaseChanges(declared, {}).update).toEqual({ dataPersistence: "none", sourceIp: [], tags: [] });
});

test("a removed argument without a default keeps its value", () => {
  expect(databaseChanges({ password: "hunter2" }, {})).toEqual(nothing);
  expect(databaseChanges({ redisVersion: "7.4" }, {})).toEqual(nothing);
});

test("values that the API filled in are no change", () => {
  const olds = { password: "generated", __defaults: ["password"] };
  expect(databaseChanges(olds, {})).toEqual(nothing);
  expect(databaseChanges(olds, { password: "chosen" }).update).toEqual({ password: "chosen" });
  expect(databaseChanges({ enableTls: true, __defaults: ["enableTls"] }, {})).toEqual(nothing);
  expect(databaseChanges({ enableTls: true }, {}).update).toEqual({ enableTls: false });
});

test("an argument that only the state keeps changes without a request", () => {
  expect(databaseChanges({}, { timeouts: { create: "2h" } })).toEqual({ ...nothing, none: ["timeouts"] });
  expect(subscriptionChanges({}, { forceDestroy: true })).toEqual({ ...nothing, none: ["forceDestroy"] });
});

test("null, missing and undefined are equal", () => {
  expect(databaseChanges({ port: null }, {})).toEqual(nothing);
  expect(databaseChanges({}, { port: null, alerts: undefined })).toEqual(nothing);
});

test("another region or network replaces a subscription; its resource tags update", () => {
  expect(subscriptionChanges({}, place({ region: "eu-west-1" })).replace).toEqual(["cloudProviders"]);
  expect(subscriptionChanges({}, place({ multipleAvailabilityZones: true })).replace).toEqual([
    "cloudProviders",
  ]);
  const tagged = place({}, { resourceTags: [{ key: "team", value: "web" }] });
  expect(subscriptionChanges({}, tagged)).toMatchObject({ replace: [], update: tagged });
});

test("the order of keys does not replace a subscription", () => {
  const tagged = { resourceTags: [{ key: "team", value: "web" }] };
  const olds = place({ multipleAvailabilityZones: false });
  const regions = [{ multipleAvailabilityZones: false, region: "us-east-1" }];
  const news = { cloudProviders: [{ ...tagged, regions, provider: "AWS" }] };
  expect(subscriptionChanges(olds, news).replace).toEqual([]);
});

test("an explicit default of the location does not replace a subscription", () => {
  const cloudProviders = [{ regions: [{ region: "us-east-1" }] }];
  expect(subscriptionChanges({}, { cloudProviders }).replace).toEqual([]);
});

test("an unknown value does not replace, unless it is the ID of a new resource", () => {
  const unknownTag = place({}, { resourceTags: [{ key: "team", value: unknownValue }] });
  expect(subscriptionChanges({}, unknownTag).replace).toEqual([]);
  expect(databaseDiff({}, { datasetSizeInGb: unknownValue })).toMatchObject({ changes: true, replaces: [] });
  expect(databaseDiff({}, { subscriptionId: unknownValue }).replaces).toEqual(["subscriptionId"]);
});

test("a subscription is replaced with its cloud account, of which the engine only knows that the ID is unknown", () => {
  const inOwn = { cloudProviders: [{ cloudAccountId: 7, regions: [{ region: "us-east-1" }] }] };
  expect(subscriptionChanges(inOwn, { cloudProviders: unknownValue }).replace).toEqual(["cloudProviders"]);
  expect(subscriptionChanges({}, { cloudProviders: unknownValue }).replace).toEqual([]);
});

test("replaceOnChanges turns an update, or a change of the state only, into a replacement", () => {
  const replaces = (...paths: string[]) => {
    const alerts = [{ name: "dataset-size", value: 80 }];
    const news = { alerts: [{ name: "dataset-size", value: 90 }], timeouts: { create: "2h" } };
    return databaseDiff({ alerts }, { ...news, __replaceOnChanges: paths }).replaces;
  };
  expect(replaces("alerts")).toEqual(["alerts"]);
  expect(replaces("alerts[0].value")).toEqual(["alerts"]);
  expect(replaces("alerts[*].value", "timeouts")).toEqual(["alerts", "timeouts"]);
  expect(replaces("*")).toEqual(["alerts", "timeouts"]);
  expect(replaces("alerts[0].name", "alerts[1]", "port")).toEqual([]);
});

test("replaceOnChanges does not replace for an unknown value, nor for an equivalent one", () => {
  const options = { __replaceOnChanges: ["*"] };
  const unknown = { datasetSizeInGb: unknownValue };
  expect(databaseDiff({}, { ...unknown, ...options })).toMatchObject({ changes: true, replaces: [] });
  expect(databaseDiff({ port: null }, options)).toMatchObject({ changes: false, replaces: [] });
});

test("a resource whose provisioning failed is replaced", () => {
  expect(databaseDiff({ status: "error" }, {})).toMatchObject({ changes: true, replaces: ["status"] });
  expect(diff(CLOUD_ACCOUNT, { status: "active-error" }, {}).replaces).toEqual(["status"]);
  expect(databaseDiff({ status: "active-change-pending" }, {}).changes).toBe(false);
});

test("an unfinished creation is a change, though all arguments are equal", () => {
  expect(databaseDiff({ __unfinished: true }, {})).toMatchObject({ changes: true, replaces: [] });
});

test("outputs are never a change", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (outputs) => {
      const olds = { databaseId: 12, publicEndpoint: "redis-1.example:12000", ...outputs };
      expect(databaseDiff({ ...olds, ...SUBSCRIPTION_ARGS, name: "cache" }, {}).replaces).toEqual([]);
    }),
  );
});

test("unfinished work of a creation, or an unknown outcome of an update, is a change though the arguments are equal", () => {
  expect(databaseDiff({ __unfinished: true }, {})).toMatchObject({ changes: true, replaces: [] });
  expect(databaseDiff({ __unsettled: ["datasetSizeInGb"] }, {})).toMatchObject({
    changes: true,
    replaces: [],
  });
});
