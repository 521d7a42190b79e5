import { declaredState } from "../../provider/operations/attributes";
import { changes } from "../../provider/operations/changes";
import { stateOf } from "../../provider/operations/observe";
import { attributesIn, type Properties } from "../../provider/operations/properties";
import { databaseTarget } from "../targets";
import { DATABASE, DATABASE_ARGS, URN } from "./declarations";

/*
 * Omitted arguments in the state.
 */

const target = databaseTarget(7, 12);
const ARGS = { ...DATABASE_ARGS, __urn: URN };
const NOTHING = { update: {}, replace: [], none: [] };

const answer = (fields: object = {}, security: object = {}, syncSources: object[] = []) => ({
  database: {
    databaseId: 12,
    name: "cache",
    status: "active",
    protocol: "redis",
    datasetSizeInGb: 1,
    memoryLimitInGb: 2,
    replication: true,
    redisVersion: "7.4",
    modules: [{ name: "RedisJSON" }],
    ...fields,
  },
  security: { password: "generated", sourceIps: ["0.0.0.0/0"], ...security },
  syncSources,
  port: 12345,
});

/** The state of a database with these arguments, after the server's response. */
const state = (args: Properties = {}, told = answer()): Properties =>
  stateOf(DATABASE, target, { ...ARGS, ...args }, told);

/** The attributes in the state. */
const attributesWith = (args: Properties = {}, told = answer()) =>
  attributesIn(state(args, told).__attributes);

/** The changes when the program switches to these arguments. */
const changesTo = (held: Properties, args: Properties) =>
  changes(DATABASE, declaredState(DATABASE, held), { ...ARGS, ...args });

test("omitted arguments are stored separately, with the server's values", () => {
  expect(attributesWith({}, answer({ replication: false }))).toMatchObject({
    replication: false,
    memoryLimitInGb: 2,
    redisVersion: "7.4",
    port: 12345,
    sourceIp: ["0.0.0.0/0"],
    modules: [{ name: "RedisJSON" }],
  });
  expect(state()).not.toHaveProperty("replication");
});

test("defaults are omitted: the reader knows them", () => {
  for (const name of ["replication", "tags", "alerts"]) expect(attributesWith()).not.toHaveProperty(name);
});

test("declared arguments are among them, except secrets: the program may remove them without a change", () => {
  const attributes = attributesWith(
    { replication: false, replica: { syncSources: [] } },
    answer({ replication: false }),
  );
  expect(attributes).toMatchObject({ replication: false });
  expect(attributes).not.toHaveProperty("replica");
});

test("no secret is among them, not even one that was set elsewhere", () => {
  const told = answer({}, { saslPassword: "hunter2", saslUsername: "app" }, [
    { endpoint: "redis://u:hunter3@x:1" },
  ]);
  const attributes = attributesWith({}, told);
  expect(JSON.stringify(attributes)).not.toMatch(/hunter|generated/);
  expect(attributes).toMatchObject({ saslUsername: "app" });
});

test.each<[string, Properties]>([
  ["nothing more", {}],
  ["what is there anyway", { replication: true, port: 12345, redisVersion: "7.4", sourceIp: [] }],
  ["the same size in its other form", { datasetSizeInGb: undefined, memoryLimitInGb: 2 }],
])("a program that goes on to declare %s changes nothing but what it declares", (_, args) => {
  const { update, replace } = changesTo(state(), args);
  expect(replace).toEqual([]);
  expect(Object.keys(update)).toEqual("memoryLimitInGb" in args ? ["memoryLimitInGb"] : []);
});

test("a default that another argument implies changes with it", () => {
  const held = state({ clientSslCertificate: "PEM" }, answer({}, { enableTls: true }));
  expect(attributesIn(held.__attributes)).toMatchObject({ enableTls: true });
  expect(changesTo(held, {}).update).toEqual({ clientSslCertificate: "", enableTls: false });
});

test("a value without a default that an alternative replaces is a change", () => {
  expect(changesTo(state(), { port: 13000, modules: [] }).replace).toEqual(["port", "modules"]);
});

test("a state of an earlier version, without them, is accepted", () => {
  const earlier = { ...ARGS, port: 12345, password: "generated", __defaults: ["port", "password"] };
  expect(declaredState(DATABASE, earlier)).toEqual(earlier);
  expect(changesTo(earlier, {})).toEqual(NOTHING);
});

test("a missing public endpoint is null, and so known in previews", () => {
  const endpoints = { privateEndpoint: "redis-12.internal.example:12345" };
  expect(state({}, answer(endpoints))).toMatchObject({ ...endpoints, publicEndpoint: null });
});

test("a missing secret is omitted, since the engine would encrypt a null", () => {
  expect(state()).not.toHaveProperty("publicCertificatePEMString");
  expect(state()).not.toHaveProperty("saslPassword");
});
