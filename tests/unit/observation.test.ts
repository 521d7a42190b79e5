import fc from "fast-check";
import { argumentsIn, inputsAsHeld, stateOf } from "../../provider/operations/observe";
import { databaseTarget } from "../targets";
import { DATABASE, DATABASE_ARGS, databaseChanges, URN } from "./declarations";

const target = databaseTarget(7, 12);

/** A database as the server tells of it. */
const answer = (fields: object = {}, more: object = {}) => ({
  database: { databaseId: 12, name: "cache", status: "active", datasetSizeInGb: 1, ...fields },
  security: { password: "generated", enableDefaultUser: true, sourceIps: ["0.0.0.0/0"] },
  syncSources: [],
  ...more,
});
const ARGS = { ...DATABASE_ARGS, __urn: URN };

test("the state holds the arguments, and the outputs by the server's answer", () => {
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

test("an argument that the program gave is not", () => {
  const state = stateOf(DATABASE, target, { ...ARGS, password: "generated" }, answer());
  expect(state).not.toHaveProperty("__defaults");
});

test("outputs without a value are left out", () => {
  expect(stateOf(DATABASE, target, ARGS, answer())).not.toHaveProperty("publicCertificatePEMString");
});

test("what the server holds takes the place of what was declared, where they differ", () => {
  const held = inputsAsHeld(DATABASE, ARGS, answer({ datasetSizeInGb: 3, name: "renamed" }));
  expect(held).toEqual({ ...ARGS, datasetSizeInGb: 3, name: "renamed" });
});

test("the storage type of backups, which the API does not tell, is taken as declared; the rest is compared", () => {
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

test("where nobody declares the storage type of backups, the path tells it", () => {
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

test("what means the same stays as the program spells it", () => {
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

test("what the program does not declare is the API's default: what somebody set instead is taken in", () => {
  const fields = { dataEvictionPolicy: "noeviction", replication: true, respVersion: "resp2" };
  expect(inputsAsHeld(DATABASE, ARGS, answer(fields))).toEqual({ ...ARGS, dataEvictionPolicy: "noeviction" });
});

test("a secret that the program does not declare is not taken in: the engine would keep it in the clear", () => {
  const syncSources = [{ endpoint: "redis://user:hunter2@elsewhere" }];
  expect(inputsAsHeld(DATABASE, ARGS, answer({}, { syncSources }))).toEqual(ARGS);
});

test("what the server filled in does not become the program's own", () => {
  const state = stateOf(DATABASE, target, ARGS, answer());
  expect(inputsAsHeld(DATABASE, state, answer())).toEqual(ARGS);
});

test("what the API does not tell stays as declared", () => {
  const declared = { ...ARGS, periodicBackupPath: "s3://backups", averageItemSizeInBytes: 500 };
  expect(inputsAsHeld(DATABASE, declared, answer())).toEqual(declared);
});

test("a name that was made up stays marked, also when it was changed elsewhere", () => {
  const state = { ...ARGS, __defaults: ["name"] };
  expect(inputsAsHeld(DATABASE, state, answer({ name: "renamed" }))).toEqual({ ...state, name: "renamed" });
});

test("whatever was declared: reading back what was declared is no drift", () => {
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
