import fc from "fast-check";
import { argumentsIn, inputsAsHeld, stateOf } from "../../provider/operations/observe";
import { databaseTarget } from "../targets";
import { DATABASE, DATABASE_ARGS, databaseChanges, URN } from "./declarations";

const target = databaseTarget(7, 12);

/** A database as the API reports it. */
const answer = (fields: object = {}, more: object = {}) => ({
  database: { databaseId: 12, name: "cache", status: "active", datasetSizeInGb: 1, ...fields },
  security: { password: "generated", enableDefaultUser: true, sourceIps: ["0.0.0.0/0"] },
  syncSources: [],
  ...more,
});
const ARGS = { ...DATABASE_ARGS, __urn: URN };

test("the state contains the arguments, and the outputs from the server's response", () => {
  const endpoints = { publicEndpoint: "redis-12.example:12000" };
  expect(stateOf(DATABASE, target, ARGS, answer(endpoints))).toMatchObject({
    ...ARGS,
    databaseId: 12,
    status: "active",
    publicEndpoint: "redis-12.example:12000",
    defaultUser: "default",
  });
});

test("an argument that the server filled in is marked as such", () => {
  const state = stateOf(DATABASE, target, ARGS, answer());
  expect(state).toMatchObject({ password: "generated", __defaults: ["password"] });
  expect(databaseChanges(state, ARGS)).toEqual({ update: {}, replace: [], none: [] });
});

test("an argument that the program declared is not", () => {
  const state = stateOf(DATABASE, target, { ...ARGS, password: "generated" }, answer());
  expect(state).not.toHaveProperty("__defaults");
});

test("outputs without a value are omitted", () => {
  expect(stateOf(DATABASE, target, ARGS, answer())).not.toHaveProperty("publicCertificatePEMString");
});

test("an observed value replaces the declared one if they differ", () => {
  const held = inputsAsHeld(DATABASE, ARGS, answer({ datasetSizeInGb: 3, name: "renamed" }));
  expect(held).toEqual({ ...ARGS, datasetSizeInGb: 3, name: "renamed" });
});

test("the storage type of backups, which the API does not report, is taken as declared; the rest is compared", () => {
  const remoteBackup = {
    active: true,
    interval: "every-6-hours",
    storageType: "aws-s3",
    storagePath: "s3://ours",
  };
  const told = { enableRemoteBackup: true, interval: "every-6-hours", destination: "s3://ours" };
  const declared = { ...ARGS, remoteBackup };
  expect(inputsAsHeld(DATABASE, declared, answer({}, { backup: told }))).toEqual(declared);
  const elsewhere = { ...told, interval: "every-1-hours" };
  expect(inputsAsHeld(DATABASE, declared, answer({}, { backup: elsewhere }))).toEqual({
    ...declared,
    remoteBackup: { ...remoteBackup, interval: "every-1-hours" },
  });
});

test("an undeclared storage type of backups is derived from the path", () => {
  const told = (destination: string) =>
    answer({}, { backup: { enableRemoteBackup: true, interval: "every-1-hours", destination } });
  const typeOf = (destination: string) =>
    (argumentsIn(DATABASE, told(destination)).remoteBackup as { storageType?: string }).storageType;
  expect(["s3://a", "gs://a", "abs://:key@a/b", "ftps://a", "somewhere"].map(typeOf)).toEqual([
    "aws-s3",
    "google-blob-storage",
    "azure-blob-storage",
    "ftp",
    undefined,
  ]);
});

test("an equivalent value keeps the program's form", () => {
  const declared = {
    ...ARGS,
    alerts: [
      { name: "latency", value: 5 },
      { name: "dataset-size", value: 80 },
    ],
    modules: [{ name: "RedisJSON" }],
  };
  const fields = {
    alerts: [...declared.alerts].reverse(),
    modules: [{ id: 3, name: "RedisJSON", version: "2.6", parameters: [] }],
  };
  expect(inputsAsHeld(DATABASE, declared, answer(fields))).toEqual(declared);
});

test("an undeclared argument has the API's default: another observed value is recorded", () => {
  const fields = { dataEvictionPolicy: "noeviction", replication: true, respVersion: "resp2" };
  expect(inputsAsHeld(DATABASE, ARGS, answer(fields))).toEqual({ ...ARGS, dataEvictionPolicy: "noeviction" });
});

test("an undeclared secret is not recorded: the engine would store it in plaintext", () => {
  const syncSources = [{ endpoint: "redis://user:hunter2@elsewhere" }];
  expect(inputsAsHeld(DATABASE, ARGS, answer({}, { syncSources }))).toEqual(ARGS);
});

test("a value that the server filled in does not count as declared", () => {
  const state = stateOf(DATABASE, target, ARGS, answer());
  expect(inputsAsHeld(DATABASE, state, answer())).toEqual(ARGS);
});

test("a value that the API does not report stays as declared", () => {
  const declared = { ...ARGS, periodicBackupPath: "s3://backups", averageItemSizeInBytes: 500 };
  expect(inputsAsHeld(DATABASE, declared, answer())).toEqual(declared);
});

test("an auto-name stays marked, even if it was changed elsewhere", () => {
  const state = { ...ARGS, __defaults: ["name"] };
  expect(inputsAsHeld(DATABASE, state, answer({ name: "renamed" }))).toEqual({ ...state, name: "renamed" });
});

test("whatever was declared, reading it back is no drift", () => {
  const declaredArgs = fc.record(
    {
      datasetSizeInGb: fc.double({ min: 0.1, max: 100, noNaN: true }),
      replication: fc.boolean(),
      dataPersistence: fc.constantFrom("none", "aof-every-write"),
      alerts: fc.array(fc.record({ name: fc.constantFrom("latency", "dataset-size"), value: fc.nat() })),
    },
    { requiredKeys: ["datasetSizeInGb"] },
  );
  fc.assert(
    fc.property(declaredArgs, (args) => {
      const declared = { ...ARGS, ...args };
      const state = stateOf(DATABASE, target, declared, answer(args));
      expect(inputsAsHeld(DATABASE, state, answer({ ...args, respVersion: "resp3" }))).toEqual(declared);
      expect(databaseChanges(state, declared)).toEqual({ update: {}, replace: [], none: [] });
    }),
  );
});

test.each([
  ["7.2", "7.4", "7.2"],
  ["7.4", "7.2", "7.2"],
  ["7.4", "8.2", "8.2"],
])(
  "declared as Redis %s and held as %s, it is taken as %s: minor upgrades come by themselves",
  (declared, held, taken) => {
    const state = { ...ARGS, redisVersion: declared };
    expect(inputsAsHeld(DATABASE, state, answer({ redisVersion: held }))).toMatchObject({
      redisVersion: taken,
    });
  },
);
